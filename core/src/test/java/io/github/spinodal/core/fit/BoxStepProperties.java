package io.github.spinodal.core.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The step problem: optimality conditions checked from outside. */
class BoxStepProperties {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Upper triangular, by columns, with the gradient R^T c. */
    private static final class Case {
        final int n;
        final double[] r;
        final double[] c;
        final double[] gradient;
        final double[] low;
        final double[] high;
        final boolean[] held;
        final BoxStep step;

        Case(int n, Random random) {
            this.n = n;
            r = new double[n * n];
            c = new double[n];
            for (int j = 0; j < n; j++) {
                c[j] = random.nextGaussian();
                for (int i = 0; i <= j; i++) {
                    r[j * n + i] = random.nextGaussian() + (i == j ? 0.3 : 0);
                }
            }
            gradient = new double[n];
            low = new double[n];
            high = new double[n];
            Arrays.fill(low, -INFINITY);
            Arrays.fill(high, INFINITY);
            held = new boolean[n];
            step = new BoxStep(n);
            updateGradient();
        }

        void updateGradient() {
            for (int j = 0; j < n; j++) {
                gradient[j] = 0;
                for (int i = 0; i <= j; i++) {
                    gradient[j] += r[j * n + i] * c[i];
                }
            }
        }

        void solve(double radius) {
            step.solve(r, c, gradient, held, low, high, radius);
        }

        /** c + R z. */
        double[] residual() {
            double[] v = c.clone();
            for (int j = 0; j < n; j++) {
                for (int i = 0; i <= j; i++) {
                    v[i] += r[j * n + i] * step.step[j];
                }
            }
            return v;
        }

        /** R^T (c + R z). */
        double[] gradientThere() {
            double[] v = residual();
            double[] g = new double[n];
            for (int j = 0; j < n; j++) {
                for (int i = 0; i <= j; i++) {
                    g[j] += r[j * n + i] * v[i];
                }
            }
            return g;
        }

        double square(double[] v) {
            return Columns.dot(v, 0, v, 0, n);
        }
    }

    @Property(tries = 200, seed = "20260101")
    void withoutLimitsTheModelVanishes(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll int seed) {
        Case problem = new Case(n, new Random(seed));
        problem.solve(INFINITY);
        assertTrue(problem.step.gaussNewton);
        double size = Math.sqrt(problem.square(problem.step.step)) + 1;
        assertEquals(0, Math.sqrt(problem.square(problem.residual())), 1e-11 * size);
        assertEquals(problem.square(problem.c), problem.step.predictedReduction, 1e-10 * size * size);
        for (boolean limited : problem.step.limited) {
            assertFalse(limited);
        }
    }

    @Property(tries = 300, seed = "20260101")
    void theRadiusIsMetWithOneMultiplier(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll int seed) {
        Random random = new Random(seed);
        Case problem = new Case(n, random);
        problem.solve(INFINITY);
        double full = Math.sqrt(problem.square(problem.step.step));
        double radius = full * (0.01 + 0.8 * random.nextDouble());
        problem.solve(radius);
        double length = Math.sqrt(problem.square(problem.step.step));
        assertEquals(radius, length, 0.1001 * radius);
        assertFalse(problem.step.gaussNewton);
        // R^T (c + R z) = -lambda z
        double[] g = problem.gradientThere();
        double lambda = -Columns.dot(g, 0, problem.step.step, 0, n) / (length * length);
        assertTrue(lambda > 0, "lambda " + lambda);
        double scale = Math.sqrt(problem.square(problem.gradient)) + lambda * length;
        for (int j = 0; j < n; j++) {
            assertEquals(-lambda * problem.step.step[j], g[j], 1e-9 * scale);
        }
        double decrease = problem.square(problem.c) - problem.square(problem.residual());
        assertEquals(decrease, problem.step.predictedReduction, 1e-9 * problem.square(problem.c));
    }

    @Property(tries = 300, seed = "20260101")
    void boundsAreKeptAndTheRestIsOptimal(@ForAll @IntRange(min = 1, max = 6) int n, @ForAll int seed) {
        Random random = new Random(seed);
        Case problem = new Case(n, random);
        boolean withRadius = random.nextBoolean();
        for (int j = 0; j < n; j++) {
            problem.low[j] = -random.nextDouble();
            problem.high[j] = random.nextDouble();
            problem.held[j] = random.nextInt(5) == 0;
        }
        double radius = withRadius ? 0.3 + random.nextDouble() : INFINITY;
        problem.solve(radius);
        double[] z = problem.step.step;
        double[] g = problem.gradientThere();
        double length = Math.sqrt(problem.square(z));
        assertTrue(length <= 1.1001 * radius, length + " of " + radius);
        double free = 0;
        double along = 0;
        int count = 0;
        for (int j = 0; j < n; j++) {
            assertTrue(z[j] >= problem.low[j] && z[j] <= problem.high[j]);
            if (problem.held[j]) {
                assertEquals(0, z[j]);
                assertFalse(problem.step.limited[j]);
            } else if (problem.step.limited[j]) {
                assertTrue(z[j] == problem.low[j] || z[j] == problem.high[j]);
            } else {
                free += z[j] * z[j];
                along += g[j] * z[j];
                count++;
            }
        }
        double lambda = free == 0 ? 0 : -along / free;
        double scale = Math.sqrt(problem.square(problem.gradient)) + 1;
        boolean stoppedByRadius = withRadius && length > 0.99 * radius;
        assertTrue(lambda >= -1e-9 * scale, "lambda " + lambda);
        for (int j = 0; j < n && count > 0 && !stoppedByRadius; j++) {
            if (!problem.held[j] && !problem.step.limited[j]) {
                assertEquals(-lambda * z[j], g[j], 1e-8 * scale);
                if (!withRadius) {
                    assertEquals(0, g[j], 1e-8 * scale);
                }
            }
        }
        double decrease = problem.square(problem.c) - problem.square(problem.residual());
        assertEquals(decrease, problem.step.predictedReduction, 1e-9 * problem.square(problem.c));
        assertTrue(decrease >= -1e-12);
    }

    /** The first bound on the way is met exactly where a pencil finds it. */
    @Example
    void twoVariablesByHand() {
        Case problem = new Case(2, new Random(1));
        System.arraycopy(new double[] {1, 0, 0.5, 1}, 0, problem.r, 0, 4);
        System.arraycopy(new double[] {-3, -2}, 0, problem.c, 0, 2);
        problem.updateGradient();
        // free solution: z2 = 2, z1 = 3 - 1 = 2; z1 may only reach 1, then z2 minimises (0.5 z2 - 2)^2 + (z2 - 2)^2
        problem.high[0] = 1;
        problem.solve(INFINITY);
        assertArrayEquals(new double[] {1, (1 + 2) / 1.25}, problem.step.step, 1e-12);
        assertTrue(problem.step.limited[0]);
        assertFalse(problem.step.limited[1]);
        // |c|^2 = 13; residuals 1 + 1.2 - 3 and 2.4 - 2
        assertEquals(13 - 0.64 - 0.16, problem.step.predictedReduction, 1e-12);
        problem.held[1] = true;
        problem.high[0] = INFINITY;
        problem.solve(INFINITY);
        assertArrayEquals(new double[] {3, 0}, problem.step.step, 1e-12);
    }

    @Example
    void directionsWithoutInfluenceAreLeftAlone() {
        Case problem = new Case(2, new Random(1));
        // both columns equal: the shortest solution shares the step
        System.arraycopy(new double[] {1, 0, 1, 0}, 0, problem.r, 0, 4);
        System.arraycopy(new double[] {-4, 1}, 0, problem.c, 0, 2);
        problem.updateGradient();
        problem.solve(INFINITY);
        assertArrayEquals(new double[] {2, 2}, problem.step.step, 1e-12);
        assertEquals(16, problem.step.predictedReduction, 1e-12);
        assertTrue(problem.step.gaussNewton);
    }
}
