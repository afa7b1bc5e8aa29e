package io.github.spinodal.phasefield.oscillation.inference;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.core.fit.LeastSquaresFit;
import io.github.spinodal.core.fit.NumericalJacobian;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.study.ScalingLaws;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Estimates interaction, rate constant and spread of shifts from measured oscillations by least squares on the logarithms
 * of period and amplitude, through {@link ScalingLaws}. The scatter of single simulations about the laws counts as error of
 * each observation. A normal prior on the logarithm of the spread, 0.07 kT within a factor of 2.5, keeps an undetermined
 * spread inside the atlas, and the result says when it did.
 */
public final class OscillationInference implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double PRIOR_LOG_SPREAD = Math.log(0.07);
    private static final double PRIOR_DEVIATION = Math.log(2.5);
    private static final double DETERMINED = 0.6;
    private static final double[] LOWER = {2.7, Math.log(1e-7), Math.log(0.01)};
    private static final double[] UPPER = {4.8, Math.log(1e3), Math.log(0.4)};
    private static final int CANDIDATES = 41;

    private final ScalingLaws laws;

    private OscillationInference(ScalingLaws laws) {
        this.laws = laws;
    }

    /**
     * Inference through given laws.
     *
     * @param laws fitted to an atlas
     * @return the inference
     */
    public static OscillationInference of(ScalingLaws laws) {
        return new OscillationInference(laws);
    }

    /**
     * Estimates the parameters.
     *
     * @param observations one or several currents
     * @return parameters with uncertainties, what they cannot tell, and the current to measure next
     * @throws io.github.spinodal.core.InvalidValueException if there is no observation
     */
    public InferredParameters estimate(List<OscillationObservation> observations) {
        Require.atLeast("number of observations", observations.size(), 1);
        int count = 2 * observations.size() + 1;
        NumericalJacobian problem =
                NumericalJacobian.of(count, new double[] {0.5, 0.5, 0.5}, (p, r) -> residuals(observations, p, r));
        double middle = observations.get(0).fillingRatePerSecond();
        LeastSquaresFit best = null;
        for (double omega : new double[] {3.2, 3.75, 4.3}) {
            double[] start = {omega, Math.log(middle / 1.7e-3), PRIOR_LOG_SPREAD};
            LeastSquaresFit fit = LeastSquares.withDefaults()
                    .withLowerBounds(LOWER)
                    .withUpperBounds(UPPER)
                    .solve(problem, start);
            if (best == null || fit.sumOfSquares() < best.sumOfSquares()) {
                best = fit;
            }
        }
        LeastSquaresFit fit = Objects.requireNonNull(best);
        double[] at = fit.parameters();
        double[][] information = information(observations, at);
        double[][] covariance = inverse(information);
        double next = nextRate(observations, at, information);
        return new InferredParameters(
                Measured.of(at[0], Math.sqrt(covariance[0][0])),
                Measured.of(at[1], Math.sqrt(covariance[1][1])),
                Measured.of(at[2], Math.sqrt(covariance[2][2])),
                covariance[0][1] / Math.sqrt(covariance[0][0] * covariance[1][1]),
                covariance[1][2] / Math.sqrt(covariance[1][1] * covariance[2][2]),
                fit.sumOfSquares(),
                Math.sqrt(covariance[2][2]) < DETERMINED * PRIOR_DEVIATION,
                next);
    }

    private void residuals(List<OscillationObservation> observations, double[] p, double[] r) {
        int at = 0;
        for (OscillationObservation o : observations) {
            double[] predicted = predict(p, o.fillingRatePerSecond());
            r[at++] = (Math.log(o.periodShare().value()) - predicted[0]) / periodError(o);
            r[at++] = (Math.log(o.amplitudeVolt().value()) - predicted[1]) / amplitudeError(o);
        }
        r[at] = (p[2] - PRIOR_LOG_SPREAD) / PRIOR_DEVIATION;
    }

    private double[] predict(double[] p, double fillingRate) {
        double ratio = fillingRate / Math.exp(p[1]);
        double spread = Math.exp(p[2]);
        return new double[] {laws.logPeriodShare(p[0], ratio, spread), laws.logAmplitude(p[0], ratio, spread)};
    }

    private double periodError(OscillationObservation o) {
        return Math.hypot(o.periodShare().relativeUncertainty(), laws.periodScatter());
    }

    private double amplitudeError(OscillationObservation o) {
        return Math.hypot(o.amplitudeVolt().relativeUncertainty(), laws.amplitudeScatter());
    }

    /** Fisher information of the observations and the prior. */
    private double[][] information(List<OscillationObservation> observations, double[] p) {
        double[][] information = new double[3][3];
        information[2][2] = 1 / (PRIOR_DEVIATION * PRIOR_DEVIATION);
        for (OscillationObservation o : observations) {
            add(information, p, o.fillingRatePerSecond(), periodError(o), amplitudeError(o));
        }
        return information;
    }

    private void add(
            double[][] information, double[] p, double fillingRate, double periodError, double amplitudeError) {
        double step = 1e-4;
        double[][] slopes = new double[2][3];
        for (int j = 0; j < 3; j++) {
            double[] up = p.clone();
            double[] down = p.clone();
            up[j] += step;
            down[j] -= step;
            double[] high = predict(up, fillingRate);
            double[] low = predict(down, fillingRate);
            slopes[0][j] = (high[0] - low[0]) / (2 * step) / periodError;
            slopes[1][j] = (high[1] - low[1]) / (2 * step) / amplitudeError;
        }
        for (double[] slope : slopes) {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    information[i][j] += slope[i] * slope[j];
                }
            }
        }
    }

    /** The rate that adds most to the determinant of the information, where an observation would be as good as the mean. */
    private double nextRate(List<OscillationObservation> observations, double[] p, double[][] information) {
        double slowest = observations.stream()
                .mapToDouble(OscillationObservation::fillingRatePerSecond)
                .min()
                .orElseThrow();
        double fastest = observations.stream()
                .mapToDouble(OscillationObservation::fillingRatePerSecond)
                .max()
                .orElseThrow();
        double periodError =
                observations.stream().mapToDouble(this::periodError).average().orElseThrow();
        double amplitudeError = observations.stream()
                .mapToDouble(this::amplitudeError)
                .average()
                .orElseThrow();
        double best = slowest;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CANDIDATES; i++) {
            double rate = slowest / 10 * Math.pow(100 * fastest / slowest, i / (CANDIDATES - 1.0));
            double ratio = rate / Math.exp(p[1]);
            if (ratio < 5e-4 || ratio > 6e-3) {
                continue;
            }
            double[][] more = new double[3][];
            for (int j = 0; j < 3; j++) {
                more[j] = information[j].clone();
            }
            add(more, p, rate, periodError, amplitudeError);
            if (determinant(more) > most) {
                most = determinant(more);
                best = rate;
            }
        }
        return best;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }

    private static double[][] inverse(double[][] m) {
        double determinant = determinant(m);
        double[][] inverse = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int a = (j + 1) % 3;
                int b = (j + 2) % 3;
                int c = (i + 1) % 3;
                int d = (i + 2) % 3;
                inverse[i][j] = (m[a][c] * m[b][d] - m[a][d] * m[b][c]) / determinant;
            }
        }
        return inverse;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OscillationInference that && Objects.equals(laws, that.laws);
    }

    @Override
    public int hashCode() {
        return Objects.hash(laws);
    }

    @Override
    public String toString() {
        return "OscillationInference[laws " + laws + "]";
    }
}
