/* A discharge of many grains with SUNDIALS: CVODE (BDF, dense) and ARKODE (Dormand-Prince).
 * Usage: discharge_sundials grains.csv omega rate from to rtol     (CSV header: weight,rate,shift_kT) */
#include <arkode/arkode_erkstep.h>
#include <cvode/cvode.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <sundials/sundials_context.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>
#include <time.h>

static int n;
static double *w, *k, *s, *a, *b, omega, current, u;

static int rhs(realtype t, N_Vector y, N_Vector dydt, void *data) {
    (void)t, (void)data;
    const double *c = N_VGetArrayPointer(y);
    double *f = N_VGetArrayPointer(dydt), A = 0, B = 0;
    for (int i = 0; i < n; i++) {
        double e = exp(omega / 2 * (1 - 2 * c[i]) + 0.5 * s[i]);
        a[i] = k[i] * (1 - c[i]) / e;
        b[i] = k[i] * c[i] * e;
        A += w[i] * a[i];
        B += w[i] * b[i];
    }
    double x = (current + sqrt(current * current + 4 * A * B)) / (2 * A);
    u = 2 * log(x);
    for (int i = 0; i < n; i++) f[i] = a[i] * x - b[i] / x;
    return 0;
}

static void check(int flag, const char *what) {
    if (flag < 0) {
        fprintf(stderr, "%s failed with %d\n", what, flag);
        exit(1);
    }
}

static void report(const char *name, clock_t start, N_Vector y, N_Vector work) {
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    rhs(0, y, work, NULL);
    printf("discharge\t%s\t%.6f\t%.8f\n", name, seconds, u);
}

int main(int argc, char **argv) {
    if (argc != 7) return 2;
    char line[256];
    FILE *in = fopen(argv[1], "r");
    if (!in) return 2;
    while (fgets(line, sizeof line, in)) n++;
    n--;
    rewind(in);
    double *memory = malloc(5 * n * sizeof(double)), mean = 0, sum = 0;
    w = memory, k = w + n, s = k + n, a = s + n, b = a + n;
    if (!fgets(line, sizeof line, in)) return 2;
    for (int i = 0; i < n; i++)
        if (fscanf(in, "%lf,%lf,%lf", w + i, k + i, s + i) != 3) return 2;
    for (int i = 0; i < n; i++) sum += w[i], mean += w[i] * k[i];
    for (int i = 0; i < n; i++) w[i] /= sum;
    omega = atof(argv[2]), current = atof(argv[3]) * mean / sum;
    double from = atof(argv[4]), end = (atof(argv[5]) - from) / current, rtol = atof(argv[6]), t;

    SUNContext context;
    SUNContext_Create(NULL, &context);
    N_Vector y = N_VNew_Serial(n, context), work = N_VNew_Serial(n, context);

    N_VConst(from, y);
    clock_t start = clock();
    void *explicit = ERKStepCreate(rhs, 0, y, context);
    check(ERKStepSStolerances(explicit, rtol, rtol / 100), "ERKStep");
    check(ERKStepSetTableNum(explicit, ARKODE_DORMAND_PRINCE_7_4_5), "ERKStep");
    check(ERKStepSetMaxNumSteps(explicit, 10000000), "ERKStep");
    check(ERKStepSetStopTime(explicit, end), "ERKStep");
    check(ERKStepEvolve(explicit, end, y, &t, ARK_NORMAL), "ERKStep");
    report("SUNDIALS ARKODE, Dormand-Prince", start, y, work);

    N_VConst(from, y);
    start = clock();
    void *implicit = CVodeCreate(CV_BDF, context);
    SUNMatrix matrix = SUNDenseMatrix(n, n, context);
    check(CVodeInit(implicit, rhs, 0, y), "CVODE");
    check(CVodeSStolerances(implicit, rtol, rtol / 100), "CVODE");
    check(CVodeSetLinearSolver(implicit, SUNLinSol_Dense(y, matrix, context), matrix), "CVODE");
    check(CVodeSetMaxNumSteps(implicit, 10000000), "CVODE");
    check(CVodeSetStopTime(implicit, end), "CVODE");
    check(CVode(implicit, end, y, &t, CV_NORMAL), "CVODE");
    report("SUNDIALS CVODE, BDF, dense", start, y, work);
    return 0;
}
