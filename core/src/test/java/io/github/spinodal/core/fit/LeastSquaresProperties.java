package io.github.spinodal.core.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/** Laws that hold for every problem. */
class LeastSquaresProperties {
    private static final LeastSquares CIRCUIT =
            LeastSquares.withDefaults().withLowerBounds(RandlesProblem.LOWER).withUpperBounds(RandlesProblem.UPPER);

    @Property(tries = 60, seed = "20260101")
    void unitsChangeNoIteration(
            @ForAll @Size(5) int[] exponents,
            @ForAll @IntRange(min = -60, max = 60) int residualExponent,
            @ForAll @IntRange(min = 0, max = 3) int cell,
            @ForAll @IntRange(min = 0, max = 1000) int seed) {
        RandlesProblem problem = RandlesProblem.of(RandlesProblem.CELLS[cell], 0.005, seed);
        double[] start = startNear(RandlesProblem.CELLS[cell], 1.0, seed);
        LeastSquaresFit fit = CIRCUIT.solve(problem, start);
        double[] unit = new double[5];
        double[] scaledStart = new double[5];
        double[] upper = RandlesProblem.UPPER.clone();
        for (int j = 0; j < 5; j++) {
            unit[j] = Math.scalb(1.0, exponents[j] % 60);
            scaledStart[j] = start[j] * unit[j];
            upper[j] *= unit[j];
        }
        double residualUnit = Math.scalb(1.0, residualExponent);
        LeastSquaresFit scaled =
                CIRCUIT.withUpperBounds(upper).solve(Problems.inUnits(problem, unit, residualUnit), scaledStart);
        assertEquals(fit.iterations(), scaled.iterations());
        assertEquals(fit.evaluations(), scaled.evaluations());
        assertEquals(fit.stopReason(), scaled.stopReason());
        for (int j = 0; j < 5; j++) {
            assertEquals(fit.parameter(j), scaled.parameter(j) / unit[j]);
            assertEquals(fit.standardError(j), scaled.standardError(j) / unit[j], 1e-12 * fit.standardError(j));
        }
    }

    @Property(tries = 200, seed = "20260101")
    void neverLeavesTheBox(
            @ForAll @IntRange(min = 0, max = 3) int cell, @ForAll @IntRange(min = 0, max = 100000) int seed) {
        double[] truth = RandlesProblem.CELLS[cell];
        double[] start = startNear(truth, 2.0, seed);
        double[] lower = new double[5];
        double[] upper = new double[5];
        Random random = new Random(seed);
        for (int j = 0; j < 5; j++) {
            lower[j] = start[j] * (1 - random.nextDouble());
            upper[j] = start[j] * (1 + random.nextDouble());
        }
        ResidualFunction inner = RandlesProblem.of(truth, 0.005, seed);
        ResidualFunction guarded = new ResidualFunction() {
            @Override
            public int residualCount() {
                return inner.residualCount();
            }

            @Override
            public int parameterCount() {
                return inner.parameterCount();
            }

            @Override
            public void residuals(double[] p, double[] r) {
                check(p);
                inner.residuals(p, r);
            }

            @Override
            public void residualsAndJacobian(double[] p, double[] r, double[] jacobian) {
                check(p);
                inner.residualsAndJacobian(p, r, jacobian);
            }

            private void check(double[] p) {
                for (int j = 0; j < p.length; j++) {
                    assertTrue(p[j] >= lower[j] && p[j] <= upper[j], Arrays.toString(p));
                }
            }
        };
        LeastSquaresFit fit = LeastSquares.withDefaults()
                .withLowerBounds(lower)
                .withUpperBounds(upper)
                .solve(guarded, start);
        if (!fit.converged()) {
            // about one box in a thousand forces so bad a fit that Gauss-Newton steps creep; it is not called converged
            assertEquals(StopReason.MAXIMUM_EVALUATIONS, fit.stopReason());
            return;
        }
        // Karush-Kuhn-Tucker: no free component has a gradient, and those at bounds point outwards
        double[] r = new double[inner.residualCount()];
        double[] jacobian = new double[5 * r.length];
        inner.residualsAndJacobian(fit.parameters(), r, jacobian);
        for (int j = 0; j < 5; j++) {
            double g = 0;
            double column = 0;
            for (int i = 0; i < r.length; i++) {
                g += jacobian[5 * i + j] * r[i];
                column += jacobian[5 * i + j] * jacobian[5 * i + j];
            }
            double cosine = g / Math.sqrt(column * fit.sumOfSquares());
            double tolerance = 1e-5;
            boolean satisfied = fit.atLowerBound(j)
                    ? cosine >= -tolerance
                    : fit.atUpperBound(j) ? cosine <= tolerance : Math.abs(cosine) <= tolerance;
            assertTrue(satisfied, fit + " cosine " + cosine + " of " + j);
        }
    }

    @Property(tries = 100, seed = "20260101")
    void linearProblemsAreSolvedInOneGoWithExactCovariance(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 40) int extra,
            @ForAll @IntRange(min = 0, max = 100000) int seed) {
        Random random = new Random(seed);
        double[][] a = Problems.gaussianMatrix(n + extra + 2, n, random);
        double[] y = random.doubles(a.length).map(v -> 10 * v - 3).toArray();
        double[] start = random.doubles(n).map(v -> 1000 * v).toArray();
        LeastSquaresFit fit = LeastSquares.withDefaults().solve(Problems.linear(a, y), start);
        assertTrue(fit.iterations() <= 3, fit::toString);
        assertTrue(fit.evaluations() <= 5, fit::toString);
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.setNoIntercept(true);
        regression.newSampleData(y, a);
        double[] expected = regression.estimateRegressionParameters();
        double[][] unscaled = regression.estimateRegressionParametersVariance();
        double s2 = regression.calculateResidualSumOfSquares() / (a.length - n);
        double[][] covariance = fit.covariance();
        double condition = fit.conditionNumber() * fit.conditionNumber();
        for (int i = 0; i < n; i++) {
            assertEquals(expected[i], fit.parameter(i), 1e-9 * condition);
            for (int j = 0; j < n; j++) {
                double size = Math.sqrt(unscaled[i][i] * unscaled[j][j]);
                assertEquals(s2 * unscaled[i][j], covariance[i][j], 1e-11 * condition * s2 * size);
            }
        }
        assertEquals(n, fit.rank());
    }

    @Property(tries = 40, seed = "20260101")
    void profileOfALinearProblemIsTheTInterval(
            @ForAll @IntRange(min = 1, max = 4) int n, @ForAll @IntRange(min = 0, max = 100000) int seed) {
        Random random = new Random(seed);
        double[][] a = Problems.gaussianMatrix(n + 12, n, random);
        double[] y = random.doubles(a.length).toArray();
        ResidualFunction problem = Problems.linear(a, y);
        for (ResidualVariance variance : ResidualVariance.values()) {
            LeastSquaresFit fit =
                    LeastSquares.withDefaults().withResidualVariance(variance).solve(problem, new double[n]);
            for (int i = 0; i < n; i++) {
                ConfidenceInterval symmetric = fit.confidenceInterval(i, 0.9);
                ConfidenceInterval profile = ProfileLikelihood.interval(problem, fit, i, 0.9);
                double tolerance = 1e-6 * fit.standardError(i);
                assertEquals(symmetric.lower(), profile.lower(), tolerance);
                assertEquals(symmetric.upper(), profile.upper(), tolerance);
            }
        }
    }

    @Property(tries = 40, seed = "20260101")
    void tiesEqualTheSmallerProblem(@ForAll @IntRange(min = 0, max = 100000) int seed) {
        Random random = new Random(seed);
        double[][] a = Problems.gaussianMatrix(15, 3, random);
        double[] y = random.doubles(a.length).toArray();
        double factor = random.nextGaussian() + 2;
        double offset = random.nextGaussian();
        LeastSquaresFit tied =
                LeastSquares.withDefaults().withTie(2, 0, factor, offset).solve(Problems.linear(a, y), 1, 1, 1);
        double[][] reduced = new double[15][2];
        double[] target = new double[15];
        for (int i = 0; i < 15; i++) {
            reduced[i][0] = a[i][0] + factor * a[i][2];
            reduced[i][1] = a[i][1];
            target[i] = y[i] - offset * a[i][2];
        }
        LeastSquaresFit small = LeastSquares.withDefaults().solve(Problems.linear(reduced, target), 1, 1);
        assertEquals(2, tied.freeCount());
        assertEquals(small.sumOfSquares(), tied.sumOfSquares(), 1e-12 * small.sumOfSquares());
        assertArrayEquals(small.parameters(), Arrays.copyOf(tied.parameters(), 2), 1e-9);
        assertEquals(factor * tied.parameter(0) + offset, tied.parameter(2), 1e-12);
        assertEquals(Math.abs(factor) * tied.standardError(0), tied.standardError(2), 1e-12);
        assertEquals(Math.signum(factor), tied.correlation()[0][2], 1e-12);
        assertEquals(small.covariance()[0][1] * factor, tied.covariance()[2][1], 1e-10);
    }

    @Property(tries = 30, seed = "20260101")
    void resultsDoNotDependOnTheOrderOfParameters(@ForAll @IntRange(min = 0, max = 100000) int seed) {
        Random random = new Random(seed);
        double[][] a = Problems.gaussianMatrix(20, 3, random);
        double[][] b = new double[20][];
        for (int i = 0; i < 20; i++) {
            b[i] = new double[] {a[i][2], a[i][0], a[i][1]};
        }
        double[] y = random.doubles(20).toArray();
        LeastSquares bounded =
                LeastSquares.withDefaults().withLowerBounds(0, 0, 0).withUpperBounds(0.2, 0.2, 0.2);
        LeastSquaresFit fit = bounded.solve(Problems.linear(a, y), 0.1, 0.1, 0.1);
        LeastSquaresFit other = bounded.solve(Problems.linear(b, y), 0.1, 0.1, 0.1);
        assertEquals(fit.sumOfSquares(), other.sumOfSquares(), 1e-10 * fit.sumOfSquares());
        assertArrayEquals(
                fit.parameters(), new double[] {other.parameter(1), other.parameter(2), other.parameter(0)}, 1e-6);
    }

    private static double[] startNear(double[] truth, double decades, long seed) {
        Random random = new Random(seed);
        double[] start = truth.clone();
        for (int j = 0; j < start.length; j++) {
            start[j] *= j == 2 ? 1 : Math.pow(10, decades * (2 * random.nextDouble() - 1));
        }
        start[2] = 0.5 + 0.5 * random.nextDouble();
        return start;
    }
}
