package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Period and amplitude between the points of an {@link OscillationAtlas}: Gaussian-process regression of their logarithms
 * about a linear trend (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, Eq. 2.25 and 2.40), with a
 * squared-exponential kernel whose lengths maximise the likelihood of the stored atlas. Amplitudes fall steeply where the
 * spreads make the grains lose step, which no polynomial follows.
 */
public final class AtlasInterpolation implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Amplitude (V) below which what is left is the random draw of the grains: such points tell no period. */
    public static final double COHERENT_VOLT = 0.4e-3;

    /** Lengths in the scaled coordinates, size and noise of ln(period). */
    private static final double[] PERIOD_LENGTHS = {4.28, 1.89, 3.55, 2.27};

    private static final double PERIOD_SIZE = 0.71;
    private static final double PERIOD_NOISE = 0.046;

    private static final double[] AMPLITUDE_LENGTHS = {0.77, 0.48, 1.17, 0.60};
    private static final double AMPLITUDE_SIZE = 0.55;
    private static final double AMPLITUDE_NOISE = 0.12;

    /** Standard deviation of the trend's coefficients. */
    private static final double TREND = 3;

    private final Regression period;
    private final Regression amplitude;

    private AtlasInterpolation(Regression period, Regression amplitude) {
        this.period = period;
        this.amplitude = amplitude;
    }

    /**
     * Between the points that come with the library.
     *
     * @return the interpolation
     */
    public static AtlasInterpolation stored() {
        return of(StoredAtlas.points());
    }

    /**
     * Between given points.
     *
     * @param points at least 20, a dozen of them with an amplitude above 0.4 mV
     * @return the interpolation
     * @throws InvalidValueException if there are too few points
     */
    public static AtlasInterpolation of(List<AtlasPoint> points) {
        Require.atLeast("number of points of the atlas", points.size(), 20);
        List<AtlasPoint> coherent =
                points.stream().filter(p -> p.amplitudeVolt() >= COHERENT_VOLT).toList();
        Require.atLeast("number of points with an amplitude above 0.4 mV", coherent.size(), 12);
        return new AtlasInterpolation(
                Regression.of(
                        coherent,
                        coherent.stream()
                                .mapToDouble(p -> Math.log(p.periodShare()))
                                .toArray(),
                        PERIOD_LENGTHS,
                        PERIOD_SIZE,
                        PERIOD_NOISE),
                Regression.of(
                        points,
                        points.stream()
                                .mapToDouble(p -> Math.log(p.amplitudeVolt()))
                                .toArray(),
                        AMPLITUDE_LENGTHS,
                        AMPLITUDE_SIZE,
                        AMPLITUDE_NOISE));
    }

    /**
     * Natural logarithm of the period as a share of the plateau.
     *
     * @param place where; beyond {@link AtlasPosition#covered()} it is an extrapolation
     * @return ln(period share)
     */
    public double logPeriodShare(AtlasPosition place) {
        return period.at(place.scaled());
    }

    /**
     * Natural logarithm of the amplitude.
     *
     * @param place where; beyond {@link AtlasPosition#covered()} it is an extrapolation
     * @return ln(amplitude in V)
     */
    public double logAmplitude(AtlasPosition place) {
        return amplitude.at(place.scaled());
    }

    /**
     * What each point misses when it is predicted from all others: observed less predicted ln(period), for the points with
     * an amplitude above 0.4 mV.
     *
     * @return one value for each such point, in their order
     */
    public double[] periodResiduals() {
        return period.leftOut.clone();
    }

    /**
     * The same of ln(amplitude), for all points.
     *
     * @return one value for each point, in their order
     */
    public double[] amplitudeResiduals() {
        return amplitude.leftOut.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AtlasInterpolation that
                && period.equals(that.period)
                && amplitude.equals(that.amplitude);
    }

    @Override
    public int hashCode() {
        return 31 * period.hashCode() + amplitude.hashCode();
    }

    @Override
    public String toString() {
        return "AtlasInterpolation[" + amplitude.places.length + " points]";
    }

    /** Regression of one quantity. */
    private static final class Regression implements Serializable {
        private static final long serialVersionUID = 1L;

        private final double[][] places;
        private final double[] lengths;
        private final double size;
        private final double mean;
        private final double[] weights;
        private final double[] trend;
        private final double[] leftOut;

        private Regression(
                double[][] places,
                double[] lengths,
                double size,
                double mean,
                double[] weights,
                double[] trend,
                double[] leftOut) {
            this.places = places;
            this.lengths = lengths;
            this.size = size;
            this.mean = mean;
            this.weights = weights;
            this.trend = trend;
            this.leftOut = leftOut;
        }

        static Regression of(List<AtlasPoint> points, double[] values, double[] lengths, double size, double noise) {
            int n = values.length;
            double mean = Arrays.stream(values).average().orElseThrow();
            double[][] places =
                    points.stream().map(p -> AtlasPosition.of(p).scaled()).toArray(double[][]::new);
            DMatrixRMaj covariance = new DMatrixRMaj(n, n);
            DMatrixRMaj target = new DMatrixRMaj(n, 1);
            for (int i = 0; i < n; i++) {
                target.set(i, 0, values[i] - mean);
                for (int j = 0; j < n; j++) {
                    double linear = 1;
                    for (int d = 0; d < lengths.length; d++) {
                        linear += places[i][d] * places[j][d];
                    }
                    covariance.set(
                            i,
                            j,
                            kernel(places[i], places[j], lengths, size)
                                    + TREND * TREND * linear
                                    + (i == j ? noise * noise : 0));
                }
            }
            LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
            if (!solver.setA(covariance)) {
                throw new InvalidValueException("points of the atlas", "degenerate", "spread over all parameters");
            }
            DMatrixRMaj weights = new DMatrixRMaj(n, 1);
            solver.solve(target, weights);
            DMatrixRMaj inverse = new DMatrixRMaj(n, n);
            solver.invert(inverse);
            double[] leftOut = new double[n];
            double[] trend = new double[lengths.length + 1];
            for (int i = 0; i < n; i++) {
                leftOut[i] = weights.get(i, 0) / inverse.get(i, i);
                trend[0] += TREND * TREND * weights.get(i, 0);
                for (int d = 0; d < lengths.length; d++) {
                    trend[d + 1] += TREND * TREND * weights.get(i, 0) * places[i][d];
                }
            }
            CommonOps_DDRM.scale(size * size, weights);
            return new Regression(places, lengths, size, mean, weights.getData().clone(), trend, leftOut);
        }

        private static double kernel(double[] a, double[] b, double[] lengths, double size) {
            return size * size * Math.exp(-distance(a, b, lengths) / 2);
        }

        private static double distance(double[] a, double[] b, double[] lengths) {
            double sum = 0;
            for (int d = 0; d < lengths.length; d++) {
                double step = (a[d] - b[d]) / lengths[d];
                sum += step * step;
            }
            return sum;
        }

        double at(double[] place) {
            double sum = mean + trend[0];
            for (int d = 0; d < lengths.length; d++) {
                sum += trend[d + 1] * place[d];
            }
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * Math.exp(-distance(place, places[i], lengths) / 2);
            }
            return sum;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Regression that
                    && Arrays.deepEquals(places, that.places)
                    && Arrays.equals(weights, that.weights)
                    && Arrays.equals(trend, that.trend)
                    && size == that.size
                    && mean == that.mean;
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(weights);
        }
    }
}
