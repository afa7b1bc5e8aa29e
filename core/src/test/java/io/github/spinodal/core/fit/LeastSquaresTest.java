package io.github.spinodal.core.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    private static final double[] X = {0, 1, 2, 3, 4, 5, 6, 7};
    private static final double[] Y = {10.1, 6.0, 3.8, 2.1, 1.4, 0.7, 0.6, 0.2};
    private static final ResidualFunction DECAY = Problems.decay(X, Y);

    @Test
    void landsExactlyOnAnActiveBound() {
        // unconstrained optimum p1 near 2.0
        LeastSquaresFit fit = LeastSquares.withDefaults()
                .withLowerBounds(0, 2.5)
                .withUpperBounds(100, 10)
                .solve(DECAY, 5, 4);
        assertTrue(fit.converged(), fit::toString);
        assertTrue(fit.atLowerBound(1));
        assertFalse(fit.atUpperBound(1));
        assertEquals(2.5, fit.parameter(1));
        // with p1 held there the problem is linear in p0
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < X.length; i++) {
            double e = Math.exp(-X[i] / 2.5);
            xy += e * Y[i];
            xx += e * e;
        }
        assertEquals(xy / xx, fit.parameter(0), 1e-8);
        assertTrue(fit.toString().contains("(at bound)"), fit::toString);
    }

    @Test
    void startsOnABoundMayLeaveIt() {
        LeastSquaresFit free = LeastSquares.withDefaults().solve(DECAY, 5, 4);
        LeastSquaresFit fit = LeastSquares.withDefaults()
                .withLowerBounds(1, 1)
                .withUpperBounds(100, 10)
                .solve(DECAY, 1, 10);
        assertArrayEquals(free.parameters(), fit.parameters(), 1e-6);
    }

    @Test
    void fixedParametersStayAndHaveNoVariance() {
        LeastSquaresFit fit = LeastSquares.withDefaults().withFixed(1).solve(DECAY, 5, 2.2);
        assertEquals(2.2, fit.parameter(1));
        assertEquals(0, fit.standardError(1));
        assertEquals(7, fit.degreesOfFreedom());
        assertEquals(1, fit.freeCount());
        assertEquals(0, fit.correlation()[0][1]);
        assertEquals(fit.parameter(1), fit.confidenceInterval(1, 0.95).upper());
        assertTrue(fit.toString().contains("(fixed)"));
        LeastSquaresFit none = LeastSquares.withDefaults().withFixed(0, 1).solve(DECAY, 5, 2.2);
        assertEquals(StopReason.NOTHING_TO_VARY, none.stopReason());
        assertEquals(1, none.conditionNumber());
        // equal bounds fix as well
        LeastSquaresFit pinned = LeastSquares.withDefaults()
                .withLowerBounds(0, 2.2)
                .withUpperBounds(50, 2.2)
                .solve(DECAY, 5, 2.2);
        assertEquals(fit.parameter(0), pinned.parameter(0), 1e-7);
        assertEquals(1, pinned.freeCount());
    }

    @Test
    void undeterminedParametersHaveInfiniteVariance() {
        // only the sum of p0 and p1 matters, p2 is determined, p3 has no influence
        double[][] a = new double[10][4];
        double[] y = new double[10];
        for (int i = 0; i < 10; i++) {
            a[i] = new double[] {1, 1, i, 0};
            y[i] = 3 + 0.5 * i + (i % 2 == 0 ? 0.1 : -0.1);
        }
        LeastSquaresFit fit = LeastSquares.withDefaults().solve(Problems.linear(a, y), 1, 2, 0, 7);
        assertTrue(fit.converged(), fit::toString);
        assertEquals(2, fit.rank());
        assertEquals(Double.POSITIVE_INFINITY, fit.conditionNumber());
        assertEquals(Double.POSITIVE_INFINITY, fit.standardError(0));
        assertEquals(Double.POSITIVE_INFINITY, fit.standardError(1));
        assertEquals(Double.POSITIVE_INFINITY, fit.standardError(3));
        assertEquals(7, fit.parameter(3));
        assertFalse(fit.confidenceInterval(0, 0.95).isBounded());
        LeastSquaresFit proper = LeastSquares.withDefaults().withFixed(1, 3).solve(Problems.linear(a, y), 1, 2, 0, 7);
        // the rank-deficient fit counts four parameters, the proper one two
        assertEquals(
                proper.standardError(2) / Math.sqrt(proper.reducedSumOfSquares()),
                fit.standardError(2) / Math.sqrt(fit.reducedSumOfSquares()),
                1e-9);
        assertEquals(proper.parameter(0) + 2, fit.parameter(0) + fit.parameter(1), 1e-7);
        assertEquals(0, fit.correlation()[0][1]);
    }

    @Test
    void exactDataEndWithZeroOrNegligibleResiduals() {
        double[] y = new double[X.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = 3 * Math.exp(-X[i] / 1.5);
        }
        LeastSquaresFit fit = LeastSquares.withDefaults().solve(Problems.decay(X, y), 1, 1);
        assertTrue(fit.converged(), fit::toString);
        assertArrayEquals(new double[] {3, 1.5}, fit.parameters(), 1e-13);
        LeastSquaresFit exact = LeastSquares.withDefaults()
                .solve(Problems.linear(new double[][] {{1}, {1}, {1}}, new double[] {2, 2, 2}), 1);
        assertEquals(StopReason.ZERO_RESIDUALS, exact.stopReason());
        assertEquals(0, exact.standardError(0));
    }

    @Test
    void evaluationsAreLimited() {
        NistProblem problem = NistProblem.read("Bennett5");
        LeastSquaresFit fit =
                LeastSquares.withDefaults().withMaximumEvaluations(20).solve(problem, problem.start1);
        assertEquals(StopReason.MAXIMUM_EVALUATIONS, fit.stopReason());
        assertFalse(fit.converged());
        assertTrue(fit.evaluations() <= 21, fit::toString);
    }

    @Test
    void regionsWithoutFiniteResidualsAreAvoided() {
        // log of a parameter that a full step would make negative
        ResidualFunction logarithm = NumericalJacobian.of(3, new double[] {1}, (p, r) -> {
            for (int i = 0; i < 3; i++) {
                r[i] = Math.log(p[0]) - (-2 + 0.1 * i);
            }
        });
        LeastSquaresFit fit = LeastSquares.withDefaults().solve(logarithm, 50);
        assertEquals(Math.exp(-1.9), fit.parameter(0), 1e-9);
    }

    @Test
    void evaluateDoesNotMove() {
        LeastSquaresFit best = LeastSquares.withDefaults().solve(DECAY, 5, 4);
        LeastSquaresFit same = LeastSquares.withDefaults().evaluate(DECAY, best.parameters());
        assertEquals(StopReason.NOT_ITERATED, same.stopReason());
        assertFalse(same.converged());
        assertArrayEquals(best.parameters(), same.parameters());
        assertArrayEquals(best.standardErrors(), same.standardErrors(), 1e-12);
        assertEquals(1, same.evaluations());
        assertEquals(0, same.iterations());
    }

    @Test
    void criteriaFollowTheirFormulas() {
        LeastSquaresFit fit = LeastSquares.withDefaults().solve(DECAY, 5, 4);
        double deviance = 8 * Math.log(fit.sumOfSquares() / 8);
        assertEquals(deviance + 6 + 24.0 / 4, fit.aicc(), 1e-12);
        assertEquals(deviance + 3 * Math.log(8), fit.bic(), 1e-12);
        LeastSquaresFit known = LeastSquares.withDefaults()
                .withResidualVariance(ResidualVariance.ONE)
                .solve(DECAY, 5, 4);
        assertEquals(known.sumOfSquares() + 4 + 12.0 / 5, known.aicc(), 1e-12);
        assertEquals(known.sumOfSquares() + 2 * Math.log(8), known.bic(), 1e-12);
        assertEquals(
                fit.standardError(0) / fit.residualStandardDeviation(),
                known.standardError(0),
                1e-12 * known.standardError(0));
        // 1.959964 is the 97.5 % point of the normal distribution, 2.446912 that of t with 6 degrees of freedom
        assertEquals(
                known.parameter(0) + 1.959963984540054 * known.standardError(0),
                known.confidenceInterval(0, 0.95).upper(),
                1e-10);
        assertEquals(
                fit.parameter(0) - 2.4469118511449692 * fit.standardError(0),
                fit.confidenceInterval(0, 0.95).lower(),
                1e-8);
        double[] tooFew = {1, 2, 3};
        LeastSquaresFit saturated = LeastSquares.withDefaults()
                .solve(Problems.linear(new double[][] {{1, 0}, {0, 1}, {1, 1}}, tooFew), 0, 0);
        assertEquals(Double.POSITIVE_INFINITY, saturated.aicc());
    }

    @Test
    void withoutDegreesOfFreedomErrorsAreInfinite() {
        LeastSquaresFit fit = LeastSquares.withDefaults()
                .solve(Problems.linear(new double[][] {{1, 0}, {1, 1}}, new double[] {1, 3}), 0, 0);
        assertEquals(0, fit.degreesOfFreedom());
        assertEquals(Double.POSITIVE_INFINITY, fit.standardError(0));
        assertEquals(Double.POSITIVE_INFINITY, fit.reducedSumOfSquares());
        assertFalse(fit.confidenceInterval(0, 0.95).isBounded());
    }

    @Test
    void robustLossesResistOutliersAndStateTheirEfficiency() {
        Random random = new Random(5);
        int m = 400;
        double[][] a = new double[m][2];
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            a[i] = new double[] {1, i / 100.0};
            y[i] = 2 - 0.5 * a[i][1] + random.nextGaussian() + (i % 10 == 0 ? 40 : 0);
        }
        ResidualFunction problem = Problems.linear(a, y);
        double plainError =
                Math.abs(LeastSquares.withDefaults().solve(problem, 0, 0).parameter(0) - 2);
        assertTrue(plainError > 2, "the outliers must matter");
        for (Loss loss : new Loss[] {Loss.huber(1.345), Loss.softL1(1), Loss.cauchy(2), Loss.studentT(4)}) {
            LeastSquaresFit fit = LeastSquares.withDefaults().withLoss(loss).solve(problem, 0, 0);
            assertTrue(fit.converged(), fit::toString);
            assertEquals(2, fit.parameter(0), 0.5, loss.toString());
            assertEquals(-0.5, fit.parameter(1), 0.15, loss.toString());
            assertTrue(fit.standardError(0) < 0.2 && fit.standardError(0) > 0.07, fit::toString);
            // stationary: sum of psi times column is zero
            double[] residuals = fit.residuals();
            double sum = 0;
            for (double r : residuals) {
                sum += loss.slope(r * r) * r;
            }
            assertEquals(0, sum / m, 1e-6, loss.toString());
            assertTrue(fit.objective() < fit.sumOfSquares());
        }
    }

    @Test
    void theRobustVarianceIsThatOfHuber() {
        // location by Huber's M-estimator with known threshold: closed form of Huber (1981), equation 7.6.10
        double[] y = {-0.3, 0.2, 0.5, -0.7, 0.1, 6, 0.4, -0.2};
        double[][] a = new double[y.length][1];
        for (double[] row : a) {
            row[0] = 1;
        }
        LeastSquaresFit fit =
                LeastSquares.withDefaults().withLoss(Loss.huber(1)).solve(Problems.linear(a, y), 0);
        // seven inliers and one clipped at 1: mean of psi zero gives 7 t = sum of inliers + 1
        assertEquals((0.0 + 1) / 7, fit.parameter(0), 1e-8);
        double psi = 1;
        for (double v : y) {
            psi += v == 6 ? 0 : Math.pow(v - fit.parameter(0), 2);
        }
        double inliers = 7.0 / 8;
        double k = 1 + 1.0 / 8 * (1 - inliers) / inliers;
        assertEquals(Math.sqrt(k * k * psi / 7 / (inliers * inliers) / 8), fit.standardError(0), 1e-8);
    }

    @Test
    void settingsAndFitsAreValues() throws IOException, ClassNotFoundException {
        LeastSquares a = LeastSquares.withDefaults().withLowerBounds(0, 0).withTie(1, 0, 2, 0);
        LeastSquares b = LeastSquares.withDefaults().withLowerBounds(0, 0).withTie(1, 0, 2, 0);
        assertEquals(a, b);
        assertEquals(a.hashCode(), b.hashCode());
        assertNotEquals(a, a.withFixed(0));
        assertNotEquals(a, a.withLoss(Loss.cauchy(1)));
        assertNotEquals(a, a.withTolerance(1e-4));
        assertNotEquals(a, a.withInitialRadius(3));
        assertNotEquals(a, a.withRestart(Restart.NEVER));
        assertNotEquals(a, a.withUpperBounds(1, 1));
        assertNotEquals(a, a.withMaximumEvaluations(7));
        assertNotEquals(a, a.withResidualVariance(ResidualVariance.ONE));
        assertNotEquals(a, "a");
        assertTrue(a.isTied(1));
        assertFalse(a.isTied(0));
        assertTrue(a.toString().contains("lower=[0.0, 0.0]"));
        LeastSquaresFit fit = LeastSquares.withDefaults().solve(DECAY, 5, 4);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(fit);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Object copy = in.readObject();
            assertEquals(fit, copy);
            assertEquals(fit.hashCode(), copy.hashCode());
            assertEquals(fit.toString(), copy.toString());
        }
        assertNotEquals(fit, LeastSquares.withDefaults().solve(DECAY, 5, 3));
    }

    @Test
    void rejectsWhatCannotBeSolved() {
        LeastSquares defaults = LeastSquares.withDefaults();
        assertInvalid("length of start", () -> defaults.solve(DECAY, 1));
        assertInvalid("start[1]", () -> defaults.solve(DECAY, 1, Double.NaN));
        assertInvalid(
                "start of parameter 1", () -> defaults.withLowerBounds(0, 2).solve(DECAY, 1, 1));
        assertInvalid(
                "lower bound 0",
                () -> defaults.withLowerBounds(2, 2).withUpperBounds(1, 3).solve(DECAY, 1, 2));
        assertInvalid(
                "length of upper bounds", () -> defaults.withUpperBounds(1).solve(DECAY, 1, 1));
        assertInvalid(
                "index of the fixed parameter", () -> defaults.withFixed(2).solve(DECAY, 1, 1));
        assertInvalid("index of the fixed parameter", () -> defaults.withFixed(-1));
        assertInvalid("index in a tie", () -> defaults.withTie(5, 0, 1, 0).solve(DECAY, 1, 1));
        assertInvalid(
                "index of the tied parameter",
                () -> defaults.withTie(1, 0, 1, 0).withFixed(1).solve(DECAY, 1, 1));
        assertInvalid(
                "index of the tied parameter",
                () -> defaults.withTie(1, 0, 1, 0).withTie(1, 0, 2, 0).solve(DECAY, 1, 1));
        assertInvalid(
                "index of the leading parameter",
                () -> defaults.withTie(1, 0, 1, 0).withTie(0, 1, 1, 0).solve(DECAY, 1, 1));
        assertInvalid("index of the leading parameter", () -> defaults.withTie(1, 1, 1, 0));
        assertInvalid("factor of the tie", () -> defaults.withTie(1, 0, 0, 0));
        assertInvalid("offset of the tie", () -> defaults.withTie(1, 0, 1, Double.NaN));
        assertInvalid(
                "start of parameter 1",
                () -> defaults.withTie(1, 0, 1, 5)
                        .withFixed(0)
                        .withUpperBounds(10, 4)
                        .solve(DECAY, 1, 1));
        assertInvalid("lower bound 0", () -> defaults.withLowerBounds(Double.NaN));
        assertInvalid("upper bound 1", () -> defaults.withUpperBounds(1, Double.NEGATIVE_INFINITY));
        assertInvalid("tolerance", () -> defaults.withTolerance(0));
        assertInvalid("initial radius", () -> defaults.withInitialRadius(-1));
        assertInvalid("maximum number", () -> defaults.withMaximumEvaluations(0));
        assertInvalid("residuals and derivatives", () -> defaults.solve(DECAY, 1, 0));
        assertInvalid(
                "number of residuals",
                () -> defaults.solve(Problems.linear(new double[][] {{1, 2, 3}}, new double[] {1}), 1, 1, 1));
        assertInvalid("confidence level", () -> defaults.solve(DECAY, 5, 4).confidenceInterval(0, 1));
        assertInvalid("lower end", () -> new ConfidenceInterval(2, 1, 0.5));
        assertInvalid("Huber", () -> Loss.huber(0));
        assertInvalid("Cauchy", () -> Loss.cauchy(Double.NaN));
        assertInvalid("soft-L1", () -> Loss.softL1(-1));
        assertInvalid("degrees of freedom", () -> Loss.studentT(0));
    }

    static void assertInvalid(String name, org.junit.jupiter.api.function.Executable action) {
        InvalidValueException e = assertThrows(InvalidValueException.class, action);
        assertTrue(e.getMessage().startsWith(name), e.getMessage());
    }
}
