/* Yardstick of memory: rates of N grains at a given current, in two passes with the compiler's vectorised exp, factors
 * computed twice and factors stored; and the bandwidth of a triad in the same run. Best of several repetitions.
 * Usage: rhs N */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static const double half = 2.25, current = 1e-3;
static long n;
static double *c, *k, *s, *f, *a, *b;

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

static double solve(double A, double B) {
    A /= n, B /= n;
    return (current + sqrt(current * current + 4 * A * B)) / (2 * A);
}

static void twice(void) {
    double A = 0, B = 0;
#pragma omp simd reduction(+ : A, B)
    for (long i = 0; i < n; i++) {
        double e = exp(half * (1 - 2 * c[i]) + 0.5 * s[i]);
        A += k[i] * (1 - c[i]) / e;
        B += k[i] * c[i] * e;
    }
    double x = solve(A, B), y = 1 / x;
#pragma omp simd
    for (long i = 0; i < n; i++) {
        double e = exp(half * (1 - 2 * c[i]) + 0.5 * s[i]);
        f[i] = k[i] * (1 - c[i]) / e * x - k[i] * c[i] * e * y;
    }
}

static void stored(void) {
    double A = 0, B = 0;
#pragma omp simd reduction(+ : A, B)
    for (long i = 0; i < n; i++) {
        double e = exp(half * (1 - 2 * c[i]) + 0.5 * s[i]);
        a[i] = k[i] * (1 - c[i]) / e;
        b[i] = k[i] * c[i] * e;
        A += a[i];
        B += b[i];
    }
    double x = solve(A, B), y = 1 / x;
#pragma omp simd
    for (long i = 0; i < n; i++) f[i] = a[i] * x - b[i] * y;
}

static void triad(void) {
#pragma omp simd
    for (long i = 0; i < n; i++) f[i] = k[i] + half * s[i];
}

static double best(void (*work)(void)) {
    double least = 1e9;
    for (long r = 0; r < 20 + 20000000 / n; r++) {
        double from = seconds();
        work();
        least = fmin(least, seconds() - from);
    }
    return least;
}

static double *vector(void) { return aligned_alloc(64, ((size_t)n * 8 + 63) / 64 * 64); }

int main(int argc, char **argv) {
    if (argc != 2 || (n = atol(argv[1])) < 1) return 2;
    c = vector(), k = vector(), s = vector(), f = vector(), a = vector(), b = vector();
    for (long i = 0; i < n; i++) {
        c[i] = 0.02 + 0.96 * fmod(i * 0.6180339887498949, 1);
        k[i] = 0.5 + fmod(i * 0.3, 1);
        s[i] = 0.1 * fmod(i * 0.7, 1);
        f[i] = a[i] = b[i] = 0;
    }
    printf("%ld grains: %.3g rates per second computed twice, %.3g stored; triad %.3g GB/s\n", n, n / best(twice),
           n / best(stored), 32e-9 * n / best(triad));
    return 0;
}
