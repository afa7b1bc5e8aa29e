package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Period and amplitude as functions of the model's parameters: second-order polynomials in ln(rate of filling over rate
 * constant), Omega/kT, ln(spread of shifts) and spread of ln k, fitted to the points of an {@link OscillationAtlas} whose
 * amplitude is at least 0.4 mV. The scatter is what they miss at a point: the sampling of the grains and the form of the
 * law. {@link AtlasInterpolation} misses less; these laws are for reading.
 */
public final class ScalingLaws implements Serializable {
    private static final long serialVersionUID = 2L;

    private static final AtlasParameter[] PARAMETERS = AtlasParameter.values();
    private static final int TERMS = 1 + PARAMETERS.length * (PARAMETERS.length + 3) / 2;

    private final double[] period;
    private final double[] amplitude;
    private final double[] periodErrors;
    private final double[] amplitudeErrors;
    private final double periodScatter;
    private final double amplitudeScatter;

    private ScalingLaws(
            double[] period,
            double[] amplitude,
            double[] periodErrors,
            double[] amplitudeErrors,
            double periodScatter,
            double amplitudeScatter) {
        this.period = period;
        this.amplitude = amplitude;
        this.periodErrors = periodErrors;
        this.amplitudeErrors = amplitudeErrors;
        this.periodScatter = periodScatter;
        this.amplitudeScatter = amplitudeScatter;
    }

    /**
     * The laws of the atlas that comes with the library: 20 000 grains and 2 seeds at each point.
     *
     * @return the fitted laws
     */
    public static ScalingLaws stored() {
        return of(StoredAtlas.points());
    }

    /**
     * The laws of a computed atlas.
     *
     * @param points at least 17 points with an amplitude of at least 0.4 mV
     * @return the fitted laws
     * @throws InvalidValueException if there are too few points
     */
    public static ScalingLaws of(List<AtlasPoint> points) {
        List<AtlasPoint> coherent = points.stream()
                .filter(p -> p.amplitudeVolt() >= AtlasInterpolation.COHERENT_VOLT)
                .toList();
        Require.atLeast("number of points of the atlas", coherent.size(), TERMS + 2);
        double[][] first = fit(coherent, true);
        double[][] second = fit(coherent, false);
        return new ScalingLaws(first[0], second[0], first[1], second[1], first[2][0], second[2][0]);
    }

    private static double[][] fit(List<AtlasPoint> points, boolean forPeriod) {
        int n = points.size();
        DMatrixRMaj design = new DMatrixRMaj(n, TERMS);
        DMatrixRMaj target = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            AtlasPoint p = points.get(i);
            double[] terms = terms(AtlasPosition.of(p).scaled());
            for (int j = 0; j < TERMS; j++) {
                design.set(i, j, terms[j]);
            }
            target.set(i, 0, Math.log(forPeriod ? p.periodShare() : p.amplitudeVolt()));
        }
        DMatrixRMaj normal = new DMatrixRMaj(TERMS, TERMS);
        CommonOps_DDRM.multTransA(design, design, normal);
        if (!CommonOps_DDRM.invert(normal)) {
            throw new InvalidValueException("points of the atlas", "degenerate", "spread over all three parameters");
        }
        DMatrixRMaj right = new DMatrixRMaj(TERMS, 1);
        CommonOps_DDRM.multTransA(design, target, right);
        DMatrixRMaj solution = new DMatrixRMaj(TERMS, 1);
        CommonOps_DDRM.mult(normal, right, solution);
        DMatrixRMaj predicted = new DMatrixRMaj(n, 1);
        CommonOps_DDRM.mult(design, solution, predicted);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double miss = target.get(i, 0) - predicted.get(i, 0);
            sum += miss * miss;
        }
        double scatter = Math.sqrt(sum / (n - TERMS));
        double[] errors = new double[TERMS];
        for (int j = 0; j < TERMS; j++) {
            errors[j] = scatter * Math.sqrt(Math.max(0, normal.get(j, j)));
        }
        return new double[][] {solution.getData().clone(), errors, {scatter}};
    }

    /** One, the coordinates, and their products. */
    private static double[] terms(double[] x) {
        double[] terms = new double[TERMS];
        terms[0] = 1;
        int at = 1;
        for (double value : x) {
            terms[at++] = value;
        }
        for (int i = 0; i < x.length; i++) {
            for (int j = i; j < x.length; j++) {
                terms[at++] = x[i] * x[j];
            }
        }
        return terms;
    }

    private static double value(double[] coefficients, AtlasPosition place) {
        double[] terms = terms(place.scaled());
        double sum = 0;
        for (int j = 0; j < TERMS; j++) {
            sum += coefficients[j] * terms[j];
        }
        return sum;
    }

    /**
     * Natural logarithm of the period as a share of the plateau.
     *
     * @param place where; meaningful if {@link AtlasPosition#covered()}
     * @return ln(period share)
     */
    public double logPeriodShare(AtlasPosition place) {
        return value(period, place);
    }

    /**
     * Natural logarithm of the amplitude.
     *
     * @param place where; meaningful if {@link AtlasPosition#covered()}
     * @return ln(amplitude in V)
     */
    public double logAmplitude(AtlasPosition place) {
        return value(amplitude, place);
    }

    /**
     * Scatter of ln(period) of a simulation about the law.
     *
     * @return standard deviation, dimensionless
     */
    public double periodScatter() {
        return periodScatter;
    }

    /**
     * Scatter of ln(amplitude) of a simulation about the law.
     *
     * @return standard deviation, dimensionless
     */
    public double amplitudeScatter() {
        return amplitudeScatter;
    }

    /**
     * Slope of ln(period) at the middle of the atlas.
     *
     * @param parameter in which
     * @return slope with its standard error
     */
    public Measured periodSlope(AtlasParameter parameter) {
        return slope(period, periodErrors, parameter);
    }

    /**
     * Slope of ln(amplitude) at the middle of the atlas.
     *
     * @param parameter in which
     * @return slope with its standard error
     */
    public Measured amplitudeSlope(AtlasParameter parameter) {
        return slope(amplitude, amplitudeErrors, parameter);
    }

    private static Measured slope(double[] values, double[] errors, AtlasParameter parameter) {
        int term = 1 + Arrays.asList(PARAMETERS).indexOf(parameter);
        return Measured.of(values[term], errors[term]).dividedBy(parameter.scale());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScalingLaws that
                && Arrays.equals(period, that.period)
                && Arrays.equals(amplitude, that.amplitude)
                && periodScatter == that.periodScatter
                && amplitudeScatter == that.amplitudeScatter;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(period) + Arrays.hashCode(amplitude);
    }

    @Override
    public String toString() {
        return "ScalingLaws[ln period " + Arrays.toString(period) + ", scatter " + periodScatter + ", ln amplitude "
                + Arrays.toString(amplitude) + ", scatter " + amplitudeScatter + "]";
    }
}
