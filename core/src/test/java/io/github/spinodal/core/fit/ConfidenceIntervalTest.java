package io.github.spinodal.core.fit;

import static io.github.spinodal.core.fit.LeastSquaresTest.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {
    @Test
    void isClosedAndMayBeUnbounded() {
        ConfidenceInterval interval = new ConfidenceInterval(1, 2, 0.95);
        assertTrue(interval.contains(1) && interval.contains(2) && interval.isBounded());
        assertFalse(interval.contains(0.999) || interval.contains(2.001) || interval.contains(Double.NaN));
        assertFalse(new ConfidenceInterval(1, Double.POSITIVE_INFINITY, 0.95).isBounded());
        assertFalse(new ConfidenceInterval(Double.NEGATIVE_INFINITY, 1, 0.95).isBounded());
        assertEquals(1, new ConfidenceInterval(1, 1, 0.5).lower());
        assertInvalid("lower end", () -> new ConfidenceInterval(2, 1, 0.95));
        assertInvalid("lower end", () -> new ConfidenceInterval(Double.NaN, 1, 0.95));
        assertInvalid("confidence level", () -> new ConfidenceInterval(1, 2, 1));
    }

    /** A straight line through few points: the profile of a linear problem is Student's interval, from either side. */
    @Test
    void theProfileOfALinearProblemIsStudentsInterval() {
        double[][] a = {{1, -2}, {1, -1}, {1, 0}, {1, 1}, {1, 2}};
        ResidualFunction line = Problems.linear(a, new double[] {1.1, 1.9, 3.2, 3.9, 5.1});
        LeastSquaresFit fit = LeastSquares.withDefaults().solve(line, 0, 0);
        assertEquals(5, fit.residualCount());
        // Slope sum(x y)/10 = 1.0, intercept 3.04; sum of squares 0.072, three degrees of freedom; t(0.975, 3) =
        // 3.182446.
        double error = Math.sqrt(0.072 / 3 / 10);
        assertEquals(1, fit.parameter(1), 1e-12);
        for (ConfidenceInterval interval : new ConfidenceInterval[] {
            fit.confidenceInterval(1, 0.95), ProfileLikelihood.interval(line, fit, 1, 0.95)
        }) {
            assertEquals(1 - 3.182446305 * error, interval.lower(), 1e-8);
            assertEquals(1 + 3.182446305 * error, interval.upper(), 1e-8);
        }
        LeastSquaresFit known = LeastSquares.withDefaults()
                .withResidualVariance(ResidualVariance.ONE)
                .withLowerBounds(Double.NEGATIVE_INFINITY, 0.9)
                .solve(line, 0, 1);
        ConfidenceInterval interval = ProfileLikelihood.interval(line, known, 1, 0.95);
        assertEquals(0.9, interval.lower(), "the bound ends it");
        assertEquals(1 + 1.959963985 * Math.sqrt(0.1), interval.upper(), 1e-8);
    }
}
