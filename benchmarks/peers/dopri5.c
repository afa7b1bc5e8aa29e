/* Yardstick: the explicit pair of Dormand and Prince for N grains under constant current, with the closed-form potential
 * and the compiler's vectorised exp. Prints steps, grain evaluations and seconds of processor time.
 * Usage: dopri5 grains.csv omega rate from to rtol     (CSV header: weight,rate,shift_kT) */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int n;
static double *w, *k, *s, *a, *b, omega, current, u;
static long evaluations;

static void rhs(const double *restrict c, double *restrict f) {
    double A = 0, B = 0;
    const double half = omega / 2;
#pragma omp simd reduction(+ : A, B)
    for (int i = 0; i < n; i++) {
        double e = exp(half * (1 - 2 * c[i]) + 0.5 * s[i]);
        a[i] = k[i] * (1 - c[i]) / e;
        b[i] = k[i] * c[i] * e;
        A += w[i] * a[i];
        B += w[i] * b[i];
    }
    double x = (current + sqrt(current * current + 4 * A * B)) / (2 * A), y = 1 / x;
    u = 2 * log(x);
#pragma omp simd
    for (int i = 0; i < n; i++) f[i] = a[i] * x - b[i] * y;
    evaluations += n;
}

static double *vector(void) { return aligned_alloc(64, ((size_t)n * 8 + 63) / 64 * 64); }

int main(int argc, char **argv) {
    if (argc != 7) return 2;
    char line[256];
    FILE *in = fopen(argv[1], "r");
    if (!in) return 2;
    while (fgets(line, sizeof line, in)) n++;
    n--;
    rewind(in);
    w = vector(), k = vector(), s = vector(), a = vector(), b = vector();
    double mean = 0, sum = 0;
    if (!fgets(line, sizeof line, in)) return 2;
    for (int i = 0; i < n; i++)
        if (fscanf(in, "%lf,%lf,%lf", w + i, k + i, s + i) != 3) return 2;
    for (int i = 0; i < n; i++) sum += w[i], mean += w[i] * k[i];
    for (int i = 0; i < n; i++) w[i] /= sum;
    omega = atof(argv[2]), current = atof(argv[3]) * mean / sum;
    double from = atof(argv[4]), to = atof(argv[5]), rtol = atof(argv[6]), atol = rtol / 100;
    double *y = vector(), *z = vector(), *q[7];
    for (int j = 0; j < 7; j++) q[j] = vector();
    for (int i = 0; i < n; i++) y[i] = from;
    double end = (to - from) / current, t = 0, h = 1e-4, last = 1e-4;
    long steps = 0;
    clock_t start = clock();
    rhs(y, q[0]);
    while (t < end) {
        if (t + h > end) h = end - t;
#define STAGE(expression, target)                                  \
    {                                                              \
        double *q0 = q[0], *q1 = q[1], *q2 = q[2], *q3 = q[3], *q4 = q[4], *q5 = q[5]; \
        (void)q1, (void)q2, (void)q3, (void)q4, (void)q5;          \
        _Pragma("omp simd") for (int i = 0; i < n; i++) z[i] = y[i] + h * (expression); \
    }                                                              \
    rhs(z, q[target]);
        STAGE(q0[i] / 5, 1)
        STAGE(3. / 40 * q0[i] + 9. / 40 * q1[i], 2)
        STAGE(44. / 45 * q0[i] - 56. / 15 * q1[i] + 32. / 9 * q2[i], 3)
        STAGE(19372. / 6561 * q0[i] - 25360. / 2187 * q1[i] + 64448. / 6561 * q2[i] - 212. / 729 * q3[i], 4)
        STAGE(9017. / 3168 * q0[i] - 355. / 33 * q1[i] + 46732. / 5247 * q2[i] + 49. / 176 * q3[i] - 5103. / 18656 * q4[i], 5)
        STAGE(35. / 384 * q0[i] + 500. / 1113 * q2[i] + 125. / 192 * q3[i] - 2187. / 6784 * q4[i] + 11. / 84 * q5[i], 6)
        double norm = 0;
#pragma omp simd reduction(+ : norm)
        for (int i = 0; i < n; i++) {
            double e = h * (71. / 57600 * q[0][i] - 71. / 16695 * q[2][i] + 71. / 1920 * q[3][i] - 17253. / 339200 * q[4][i]
                            + 22. / 525 * q[5][i] - q[6][i] / 40);
            double scale = atol + rtol * fmax(fabs(y[i]), fabs(z[i]));
            norm += w[i] * (e / scale) * (e / scale);
        }
        norm = sqrt(norm);
        if (norm <= 1) {
            t += h, steps++;
            double *swap = y;
            y = z, z = swap, swap = q[0], q[0] = q[6], q[6] = swap;
            h *= fmin(5, fmax(0.2, 0.9 * pow(fmax(norm, 1e-10), -0.17) * pow(last, 0.04)));
            last = fmax(norm, 1e-4);
        } else {
            h *= fmax(0.2, 0.9 * pow(norm, -0.2));
        }
    }
    printf("steps %ld, grain evaluations %ld, seconds %.4f, last u %.12f\n", steps, evaluations,
           (double)(clock() - start) / CLOCKS_PER_SEC, u);
    return 0;
}
