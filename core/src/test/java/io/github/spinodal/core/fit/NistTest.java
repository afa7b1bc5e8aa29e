package io.github.spinodal.core.fit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Certified values of the NIST StRD nonlinear regression collection, both starts of all 27 problems. */
class NistTest {
    static Stream<Arguments> problems() {
        return NistProblem.NAMES.stream().flatMap(name -> Stream.of(Arguments.of(name, 1), Arguments.of(name, 2)));
    }

    @ParameterizedTest(name = "{0} from start {1}")
    @MethodSource("problems")
    void agreesWithTheCertifiedValues(String name, int start) {
        NistProblem problem = NistProblem.read(name);
        LeastSquaresFit fit = LeastSquares.withDefaults().solve(problem, start == 1 ? problem.start1 : problem.start2);
        assertTrue(fit.converged(), fit::toString);
        assertTrue(digits(fit.parameters(), problem.certified) >= 6, fit::toString);
        assertTrue(digits(fit.standardErrors(), problem.certifiedErrors) >= requiredForErrors(name), fit::toString);
        assertTrue(digits(fit.sumOfSquares(), problem.certifiedSum) >= requiredForErrors(name), fit::toString);
    }

    private static double requiredForErrors(String name) {
        return name.equals("Lanczos1") ? 0 : 6;
    }

    @Test
    void writesTheTable() throws IOException {
        StringBuilder table = new StringBuilder(
                "| problem | start | digits of parameters, sd, sum of squares | iterations"
                        + " | evaluations | stop | Commons Math: digits | evaluations |\n|---|---|---|---|---|---|---|---|\n");
        int failed = 0;
        int othersFailed = 0;
        for (String name : NistProblem.NAMES) {
            NistProblem problem = NistProblem.read(name);
            for (int s = 1; s <= 2; s++) {
                double[] start = s == 1 ? problem.start1 : problem.start2;
                LeastSquaresFit fit = LeastSquares.withDefaults().solve(problem, start);
                double digits = digits(fit.parameters(), problem.certified);
                failed += digits < 6 ? 1 : 0;
                String other;
                try {
                    LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer()
                            .optimize(new LeastSquaresBuilder()
                                    .model(point -> commonsModel(problem, point.toArray()))
                                    .target(new double[problem.y.length])
                                    .start(start)
                                    .maxEvaluations(10000)
                                    .maxIterations(10000)
                                    .build());
                    double otherDigits = digits(optimum.getPoint().toArray(), problem.certified);
                    othersFailed += otherDigits < 6 ? 1 : 0;
                    other = String.format(Locale.ROOT, "%.1f | %d", otherDigits, optimum.getEvaluations());
                } catch (RuntimeException e) {
                    othersFailed++;
                    other = e.getClass().getSimpleName() + " | ";
                }
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %.1f, %.1f, %.1f | %d | %d | %s | %s |%n",
                        name,
                        s,
                        digits,
                        digits(fit.standardErrors(), problem.certifiedErrors),
                        digits(fit.sumOfSquares(), problem.certifiedSum),
                        fit.iterations(),
                        fit.evaluations(),
                        fit.stopReason(),
                        other));
            }
        }
        table.append(String.format(
                "%nStarts with fewer than six digits: %d of 54; Commons Math LevenbergMarquardtOptimizer with its default"
                        + " settings: %d of 54.%n",
                failed, othersFailed));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "nist-strd.md"), table);
        assertTrue(failed < othersFailed, table::toString);
    }

    private static Pair<org.apache.commons.math3.linear.RealVector, org.apache.commons.math3.linear.RealMatrix>
            commonsModel(NistProblem problem, double[] point) {
        int m = problem.y.length;
        int n = point.length;
        double[] residuals = new double[m];
        double[] jacobian = new double[m * n];
        problem.residualsAndJacobian(point, residuals, jacobian);
        double[][] rows = new double[m][n];
        for (int i = 0; i < m; i++) {
            System.arraycopy(jacobian, i * n, rows[i], 0, n);
        }
        return new Pair<>(new ArrayRealVector(residuals, false), new Array2DRowRealMatrix(rows, false));
    }

    private static double digits(double[] values, double[] certified) {
        double worst = 15;
        for (int j = 0; j < values.length; j++) {
            worst = Math.min(worst, digits(values[j], certified[j]));
        }
        return worst;
    }

    /** The log relative error, at most the eleven certified digits. */
    private static double digits(double value, double certified) {
        double error = Math.abs(value - certified) / Math.abs(certified);
        return Double.isNaN(error) ? 0 : error == 0 ? 11 : Math.max(0, Math.min(11, -Math.log10(error)));
    }
}
