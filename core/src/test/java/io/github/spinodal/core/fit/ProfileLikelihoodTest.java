package io.github.spinodal.core.fit;

import static io.github.spinodal.core.fit.LeastSquaresTest.assertInvalid;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ProfileLikelihoodTest {
    @Test
    void endsAreWhereTheSumOfSquaresHasRisenByTheFRatio() {
        // asymmetric: BoxBOD with its six observations
        NistProblem problem = NistProblem.read("BoxBOD");
        LeastSquaresFit fit = LeastSquares.withDefaults().solve(problem, problem.start2);
        ConfidenceInterval interval = ProfileLikelihood.interval(problem, fit, 1, 0.95);
        // F(1, 4) at 95 % is 7.708647
        double critical = fit.sumOfSquares() * (1 + 7.708647422176786 / 4);
        for (double end : new double[] {interval.lower(), interval.upper()}) {
            LeastSquaresFit other = LeastSquares.withDefaults().withFixed(1).solve(problem, fit.parameter(0), end);
            assertEquals(critical, other.sumOfSquares(), 1e-6 * critical);
        }
        double below = fit.parameter(1) - interval.lower();
        double above = interval.upper() - fit.parameter(1);
        assertTrue(above > 1.5 * below, interval::toString);
        assertTrue(interval.contains(fit.parameter(1)));
        assertFalse(interval.contains(interval.upper() * 1.01));
    }

    /** A decay whose time constant may be anything long: data flat within their noise. */
    private static final ResidualFunction FLAT =
            Problems.decay(new double[] {0, 1, 2, 3, 4, 5}, new double[] {1.01, 0.99, 1.0, 1.02, 0.985, 0.995});

    @Test
    void unlimitedSidesAreSaidToBeInfinite() {
        LeastSquaresFit fit =
                LeastSquares.withDefaults().withLowerBounds(0, 0.1).solve(FLAT, 1, 50);
        assertTrue(fit.converged(), fit::toString);
        ConfidenceInterval interval = ProfileLikelihood.interval(FLAT, fit, 1, 0.95);
        assertEquals(Double.POSITIVE_INFINITY, interval.upper());
        assertTrue(interval.lower() > 20 && interval.lower() < fit.parameter(1), interval::toString);
        assertFalse(interval.isBounded());
    }

    @Test
    void boundsEndIntervals() {
        LeastSquares settings =
                LeastSquares.withDefaults().withLowerBounds(0, 0.1).withUpperBounds(10, 5000);
        LeastSquaresFit fit = settings.solve(FLAT, 1, 50);
        assertEquals(5000, ProfileLikelihood.interval(FLAT, fit, 1, 0.95).upper());
        // an estimate at its bound
        LeastSquaresFit pressed = settings.withUpperBounds(10, 100).solve(FLAT, 1, 50);
        assertTrue(pressed.atUpperBound(1), pressed::toString);
        ConfidenceInterval interval = ProfileLikelihood.interval(FLAT, pressed, 1, 0.95);
        assertEquals(100, interval.upper());
        assertTrue(interval.lower() > 20 && interval.lower() < 100, interval::toString);
    }

    @Test
    void refusesWhatHasNoProfile() {
        LeastSquares settings = LeastSquares.withDefaults();
        NistProblem problem = NistProblem.read("BoxBOD");
        LeastSquaresFit fit = settings.solve(problem, problem.start2);
        assertInvalid("confidence level", () -> ProfileLikelihood.interval(problem, fit, 0, 0));
        assertInvalid(
                "length of the problem",
                () -> ProfileLikelihood.interval(
                        FLAT.residualCount() > 0 ? NistProblem.read("MGH10") : FLAT, fit, 0, 0.9));
        assertInvalid(
                "stop reason",
                () -> ProfileLikelihood.interval(problem, settings.evaluate(problem, fit.parameters()), 0, 0.9));
        assertInvalid(
                "index of the profiled",
                () -> ProfileLikelihood.interval(
                        problem, settings.withFixed(0).solve(problem, fit.parameters()), 0, 0.9));
        assertInvalid(
                "index of the profiled",
                () -> ProfileLikelihood.interval(
                        problem, settings.withTie(0, 1, 400, 0).solve(problem, fit.parameters()), 0, 0.9));
        ResidualFunction square = Problems.linear(new double[][] {{1, 0}, {1, 1}}, new double[] {1, 3});
        assertInvalid(
                "degrees of freedom", () -> ProfileLikelihood.interval(square, settings.solve(square, 0, 0), 0, 0.9));
    }

    @Test
    void reportsABetterMinimum() {
        // two minima in p; the start finds the worse one
        ResidualFunction doubleWell = NumericalJacobian.of(3, new double[] {1, 1}, (p, r) -> {
            r[0] = p[0] * p[0] - 1;
            r[1] = 0.3 * (p[0] - 1);
            r[2] = p[1] - p[0];
        });
        LeastSquaresFit worse = LeastSquares.withDefaults()
                .withResidualVariance(ResidualVariance.ONE)
                .solve(doubleWell, -1.1, -1);
        assertTrue(worse.parameter(0) < 0, worse::toString);
        assertInvalid("objective of the fit", () -> ProfileLikelihood.interval(doubleWell, worse, 0, 0.68));
    }
}
