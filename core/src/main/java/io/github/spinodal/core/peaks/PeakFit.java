package io.github.spinodal.core.peaks;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.fit.LeastSquaresFit;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.FDistribution;
import org.jspecify.annotations.Nullable;

/** Peaks fitted to data, in order of their centres, with the curves to draw and the underlying least-squares fit. */
public final class PeakFit implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] x;
    private final double[] y;
    private final LeastSquaresFit leastSquares;
    private final List<FittedPeak> peaks;
    private final double[][] components;
    private final double[] background;
    private final int backgroundCount;

    private PeakFit(
            double[] x,
            double[] y,
            LeastSquaresFit leastSquares,
            List<FittedPeak> peaks,
            double[][] components,
            double[] background,
            int backgroundCount) {
        this.x = x;
        this.y = y;
        this.leastSquares = leastSquares;
        this.peaks = peaks;
        this.components = components;
        this.background = background;
        this.backgroundCount = backgroundCount;
    }

    static PeakFit of(PeakModel model, double[] x, double[] y, LeastSquaresFit fit) {
        double[] p = fit.parameters();
        double[][] covariance = fit.covariance();
        List<Integer> order = new ArrayList<>();
        for (int k = 0; k < model.peakCount(); k++) {
            order.add(k);
        }
        order.sort(Comparator.comparingDouble(k -> p[model.first(k) + 1]));
        List<FittedPeak> peaks = new ArrayList<>();
        double[][] components = new double[order.size()][];
        for (int k : order) {
            components[peaks.size()] = model.component(p, k, x);
            peaks.add(peak(model, p, covariance, k));
        }
        return new PeakFit(x, y, fit, List.copyOf(peaks), components, model.backgroundCurve(p, x), model.first(0));
    }

    private static FittedPeak peak(PeakModel model, double[] p, double[][] covariance, int k) {
        int at = model.first(k);
        List<Measured> extras = new ArrayList<>();
        for (int j = at + 3; j < at + model.stride(k); j++) {
            extras.add(measured(p, covariance, j));
        }
        double area = model.area(p, k);
        double[] gradient = new double[model.stride(k)];
        for (int j = 0; j < gradient.length; j++) {
            double[] moved = p.clone();
            double step = 1e-5 * (p[at + j] == 0 ? 1 : Math.abs(p[at + j]));
            // the area is linear in height and width, and smooth in the shape parameters
            moved[at + j] = p[at + j] - step;
            double below = model.area(moved, k);
            moved[at + j] = p[at + j] + step;
            gradient[j] = (model.area(moved, k) - below) / (2 * step);
        }
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] == 0 || gradient[j] == 0
                        ? 0
                        : gradient[i] * gradient[j] * covariance[at + i][at + j];
            }
        }
        boolean finite = Double.isFinite(area) && Double.isFinite(variance);
        return new FittedPeak(
                measured(p, covariance, at),
                measured(p, covariance, at + 1),
                measured(p, covariance, at + 2),
                new FittedPeak.Area(area, finite ? Math.sqrt(Math.max(variance, 0)) : Double.POSITIVE_INFINITY),
                extras);
    }

    private static Measured measured(double[] p, double[][] covariance, int j) {
        double u = Math.sqrt(covariance[j][j]);
        // an undetermined parameter is as uncertain as numbers can be
        return new Measured(p[j], Math.min(u, Double.MAX_VALUE));
    }

    /**
     * The peaks in ascending order of their centres.
     *
     * @return the peaks, possibly none
     */
    public List<FittedPeak> peaks() {
        return peaks;
    }

    /**
     * Parameters of the background with their standard uncertainties.
     *
     * @return one per parameter of the background
     */
    public List<Measured> backgroundParameters() {
        List<Measured> list = new ArrayList<>();
        double[][] covariance = leastSquares.covariance();
        for (int j = 0; j < backgroundCount; j++) {
            list.add(measured(leastSquares.parameters(), covariance, j));
        }
        return list;
    }

    /**
     * The fit behind the peaks: stop reason, covariance, information criteria.
     *
     * @return the least-squares fit; its parameters are those of the background, then height, centre, width and shape
     *     parameters of each peak in the order in which they were found
     */
    public LeastSquaresFit leastSquares() {
        return leastSquares;
    }

    /**
     * Abscissae of the data.
     *
     * @return a copy
     */
    public double[] x() {
        return x.clone();
    }

    /**
     * The data.
     *
     * @return a copy
     */
    public double[] y() {
        return y.clone();
    }

    /**
     * The background at the abscissae of the data.
     *
     * @return a copy
     */
    public double[] background() {
        return background.clone();
    }

    /**
     * One peak, with its satellite, at the abscissae of the data, without background.
     *
     * @param peak number of the peak in the order of {@link #peaks()}
     * @return a copy
     */
    public double[] component(int peak) {
        return components[peak].clone();
    }

    /**
     * Background and all peaks at the abscissae of the data.
     *
     * @return the sum
     */
    public double[] envelope() {
        double[] sum = background.clone();
        for (double[] component : components) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += component[i];
            }
        }
        return sum;
    }

    /**
     * Probability that random residuals alone make this fit as much better than one with fewer parameters: the F-test on
     * the decrease of the sum of squares. Searching for the place of a peak makes chance agreements more likely; {@link
     * PeakFitter#fitBest} allows for that.
     *
     * @param simpler a converged fit of the same data with fewer parameters
     * @return p-value in [0, 1]
     * @throws io.github.spinodal.core.InvalidValueException if the other fit does not have fewer parameters or the data
     *     differ in number
     */
    public double probabilityAgainst(PeakFit simpler) {
        Require.sameLength("data", x.length, "data of the simpler fit", simpler.x.length);
        int more = Require.atLeast(
                "number of additional parameters", leastSquares.freeCount() - simpler.leastSquares.freeCount(), 1);
        int degrees = Require.atLeast("degrees of freedom", leastSquares.degreesOfFreedom(), 1);
        double gain = simpler.leastSquares.sumOfSquares() - leastSquares.sumOfSquares();
        if (!(gain > 0)) {
            return 1;
        }
        if (leastSquares.sumOfSquares() == 0) {
            return 0;
        }
        double f = gain / more / (leastSquares.sumOfSquares() / degrees);
        return 1 - new FDistribution(null, more, degrees).cumulativeProbability(f);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeakFit that
                && leastSquares.equals(that.leastSquares)
                && Arrays.equals(x, that.x)
                && Arrays.equals(y, that.y);
    }

    @Override
    public int hashCode() {
        return leastSquares.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d peaks, %s, residual standard deviation %.4g",
                peaks.size(),
                leastSquares.stopReason(),
                leastSquares.residualStandardDeviation()));
        for (FittedPeak peak : peaks) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n  centre %.8g +- %.2g, height %.6g +- %.2g, width %.6g +- %.2g, area %.6g +- %.2g",
                    peak.centre().value(),
                    peak.centre().standardUncertainty(),
                    peak.height().value(),
                    peak.height().standardUncertainty(),
                    peak.width().value(),
                    peak.width().standardUncertainty(),
                    peak.area().value(),
                    peak.area().standardUncertainty()));
        }
        return text.toString();
    }
}
