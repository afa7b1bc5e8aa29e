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
 * constant), Omega/kT and ln(spread of shifts), fitted to an {@link OscillationAtlas}. The scatter is what they miss in a
 * single simulation: the sampling of the grains and the form of the law.
 */
public final class ScalingLaws implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int TERMS = 10;
    private static final double RATIO = 1.7e-3;
    private static final double OMEGA = 3.75;
    private static final double SPREAD = 0.07;

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
     * The laws of the atlas that comes with the library: 64 points of 1000 grains and 2 seeds.
     *
     * @return the fitted laws
     */
    public static ScalingLaws stored() {
        return of(StoredAtlas.points());
    }

    /**
     * The laws of a computed atlas.
     *
     * @param points at least 12 points
     * @return the fitted laws
     * @throws InvalidValueException if there are too few points
     */
    public static ScalingLaws of(List<AtlasPoint> points) {
        Require.atLeast("number of points of the atlas", points.size(), TERMS + 2);
        double[][] first = fit(points, true);
        double[][] second = fit(points, false);
        return new ScalingLaws(first[0], second[0], first[1], second[1], first[2][0], second[2][0]);
    }

    private static double[][] fit(List<AtlasPoint> points, boolean forPeriod) {
        int n = points.size();
        DMatrixRMaj design = new DMatrixRMaj(n, TERMS);
        DMatrixRMaj target = new DMatrixRMaj(n, 1);
        for (int i = 0; i < n; i++) {
            AtlasPoint p = points.get(i);
            double[] terms = terms(p.omegaOverKT(), p.fillingRateOverRate(), p.shiftSpreadOverKT());
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

    private static double[] terms(double omega, double ratio, double spread) {
        double x = Math.log(ratio / RATIO);
        double y = omega - OMEGA;
        double z = Math.log(spread / SPREAD);
        return new double[] {1, x, y, z, x * x, x * y, y * y, x * z, y * z, z * z};
    }

    private static double value(double[] coefficients, double omega, double ratio, double spread) {
        double[] terms = terms(omega, ratio, spread);
        double sum = 0;
        for (int j = 0; j < TERMS; j++) {
            sum += coefficients[j] * terms[j];
        }
        return sum;
    }

    /**
     * Natural logarithm of the period as a share of the plateau.
     *
     * @param omegaOverKT interaction Omega/kT, between 2.8 and 4.7
     * @param fillingRateOverRate rate of filling over rate constant, positive, best between 5e-4 and 5e-3
     * @param shiftSpreadOverKT spread of the shifts over kT, positive, best between 0.02 and 0.2
     * @return ln(period share)
     */
    public double logPeriodShare(double omegaOverKT, double fillingRateOverRate, double shiftSpreadOverKT) {
        return value(period, omegaOverKT, fillingRateOverRate, shiftSpreadOverKT);
    }

    /**
     * Natural logarithm of the amplitude.
     *
     * @param omegaOverKT interaction Omega/kT, between 2.8 and 4.7
     * @param fillingRateOverRate rate of filling over rate constant, positive, best between 5e-4 and 5e-3
     * @param shiftSpreadOverKT spread of the shifts over kT, positive, best between 0.02 and 0.2
     * @return ln(amplitude in V)
     */
    public double logAmplitude(double omegaOverKT, double fillingRateOverRate, double shiftSpreadOverKT) {
        return value(amplitude, omegaOverKT, fillingRateOverRate, shiftSpreadOverKT);
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
     * Exponents at the middle of the atlas (rate of filling over rate constant 1.7e-3, Omega 3.75 kT, spread 0.07 kT), each
     * with its standard error: period against current, against the spread, amplitude against current, against the spread,
     * and the changes of ln(period) and ln(amplitude) per kT of Omega.
     *
     * @return the exponents as measured values, in that order
     */
    public List<Measured> exponents() {
        return List.of(
                measured(period, periodErrors, 1),
                measured(period, periodErrors, 3),
                measured(amplitude, amplitudeErrors, 1),
                measured(amplitude, amplitudeErrors, 3),
                measured(period, periodErrors, 2),
                measured(amplitude, amplitudeErrors, 2));
    }

    private static Measured measured(double[] values, double[] errors, int term) {
        return Measured.of(values[term], errors[term]);
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
