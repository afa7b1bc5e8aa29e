package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A layer followed over the potential. */
public final class OperandoResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double CHI_SQUARE_95 = 3.841458820694124;
    private static final int GRID = 400;
    private static final int POINTS_OF_A_HINGE = 3;
    private static final int POINTS_OF_A_LAW = 6;
    /** Potentials this near count as held (V). */
    private static final double HELD_VOLT = 0.005;

    private static final double LEAST_UNCERTAINTY = 1e-3;

    private final List<SpectrumResult> spectra;
    private final List<ForceSegment> approaches;
    private final double[] grownNanometres;
    private final @Nullable Interval onset;
    private final @Nullable Measured rate;
    private final @Nullable LayerGrowth growth;

    private OperandoResult(
            List<SpectrumResult> spectra,
            List<ForceSegment> approaches,
            double[] grownNanometres,
            @Nullable Interval onset,
            @Nullable Measured rate,
            @Nullable LayerGrowth growth) {
        this.spectra = spectra;
        this.approaches = approaches;
        this.grownNanometres = grownNanometres;
        this.onset = onset;
        this.rate = rate;
        this.growth = growth;
    }

    static OperandoResult of(List<SfmmSpectrum> given, List<SpectrumResult> results, double[] seconds) {
        List<ForceSegment> approaches = new ArrayList<>();
        for (SfmmSpectrum spectrum : given) {
            approaches.add(spectrum.curve().approach().orElseThrow());
        }
        List<double[]> points = new ArrayList<>();
        for (SpectrumResult result : results) {
            if (result.layer().verdict() == LayerVerdict.CLEAN) {
                points.add(new double[] {result.potentialVolt(), 0, Double.NaN});
            } else if (result.layer().thickness().isPresent()) {
                LayerResult.Thickness t = result.layer().thickness().get();
                double within = Math.hypot(t.budget().statistical(), t.budget().window());
                points.add(new double[] {
                    result.potentialVolt(), t.fittedSlope().value(), Math.max(within, LEAST_UNCERTAINTY)
                });
            }
        }
        double[] grown = isotonic(points);
        double[] all = new double[results.size()];
        int k = 0;
        for (int i = 0; i < all.length; i++) {
            LayerResult layer = results.get(i).layer();
            boolean counted =
                    layer.verdict() == LayerVerdict.CLEAN || layer.thickness().isPresent();
            all[i] = counted ? grown[k++] : Double.NaN;
        }
        Interval bracket = bracket(points);
        Hinge hinge = bracket == null ? null : hinge(points, bracket);
        return new OperandoResult(
                List.copyOf(results),
                approaches,
                all,
                hinge == null ? bracket : hinge.onset,
                hinge == null ? null : hinge.rate,
                seconds.length == 0 ? null : growth(results, seconds));
    }

    /** Growth over the longest run of layered spectra at one potential. */
    private static @Nullable LayerGrowth growth(List<SpectrumResult> results, double[] seconds) {
        int n = results.size();
        int best = 0;
        int bestLength = 0;
        int from = 0;
        for (int i = 0; i < n; i++) {
            double volt = results.get(i).potentialVolt();
            if (results.get(i).layer().thickness().isEmpty()) {
                from = i + 1;
                continue;
            }
            while (results.get(from).potentialVolt() - volt > HELD_VOLT) {
                from++;
            }
            if (i - from + 1 > bestLength) {
                best = from;
                bestLength = i - from + 1;
            }
        }
        if (bestLength < POINTS_OF_A_LAW) {
            return null;
        }
        List<Measured> thicknesses = new ArrayList<>();
        for (SpectrumResult result : results.subList(best, best + bestLength)) {
            LayerResult.Thickness t = result.layer().thickness().orElseThrow();
            double u = Math.hypot(t.budget().statistical(), t.budget().window());
            thicknesses.add(new Measured(t.fittedSlope().value(), Math.max(u, LEAST_UNCERTAINTY)));
        }
        return LayerGrowth.of(Arrays.copyOfRange(seconds, best, best + bestLength), thicknesses);
    }

    /** Pool adjacent violators: the never-falling sequence nearest to the thicknesses (Barlow et al. 1972). */
    private static double[] isotonic(List<double[]> points) {
        int n = points.size();
        double[] mean = new double[n];
        double[] weight = new double[n];
        int[] size = new int[n];
        int blocks = 0;
        double finest = points.stream()
                .mapToDouble(p -> p[2])
                .filter(u -> u > 0)
                .average()
                .orElse(1);
        for (double[] point : points) {
            double u = point[2] > 0 ? point[2] : finest;
            mean[blocks] = point[1];
            weight[blocks] = 1 / (u * u);
            size[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean[blocks - 2] > mean[blocks - 1]) {
                double both = weight[blocks - 2] + weight[blocks - 1];
                mean[blocks - 2] =
                        (weight[blocks - 2] * mean[blocks - 2] + weight[blocks - 1] * mean[blocks - 1]) / both;
                weight[blocks - 2] = both;
                size[blocks - 2] += size[blocks - 1];
                blocks--;
            }
        }
        double[] fitted = new double[n];
        int k = 0;
        for (int b = 0; b < blocks; b++) {
            Arrays.fill(fitted, k, k + size[b], mean[b]);
            k += size[b];
        }
        return fitted;
    }

    /** Between the last clean potential before growth and the first with a layer. */
    private static @Nullable Interval bracket(List<double[]> points) {
        double lastClean = Double.POSITIVE_INFINITY;
        for (double[] point : points) {
            if (point[1] > 0) {
                return new Interval(point[0], Math.max(point[0], lastClean));
            }
            lastClean = point[0];
        }
        return null;
    }

    private record Hinge(Interval onset, Measured rate) {}

    /** Least squares of h = rate * max(0, onset - E) over the layered points, with a profile of the onset. */
    private static @Nullable Hinge hinge(List<double[]> points, Interval bracket) {
        List<double[]> layered = points.stream().filter(p -> p[1] > 0).toList();
        if (layered.size() < POINTS_OF_A_HINGE || !Double.isFinite(bracket.high())) {
            return null;
        }
        double best = Double.POSITIVE_INFINITY;
        double[] squares = new double[GRID + 1];
        Measured rate = Measured.exact(0);
        for (int k = 0; k <= GRID; k++) {
            double onset = bracket.low() + (bracket.high() - bracket.low()) * k / GRID;
            double xx = 0;
            double xh = 0;
            for (double[] p : layered) {
                double x = Math.max(0, onset - p[0]);
                xx += x * x / (p[2] * p[2]);
                xh += x * p[1] / (p[2] * p[2]);
            }
            double slope = xx > 0 ? xh / xx : 0;
            double sum = 0;
            for (double[] p : layered) {
                double off = (p[1] - slope * Math.max(0, onset - p[0])) / p[2];
                sum += off * off;
            }
            squares[k] = sum;
            if (sum < best) {
                best = sum;
                rate = new Measured(slope, xx > 0 ? 1 / Math.sqrt(xx) : 0);
            }
        }
        // A poor straight line widens its interval by its own misfit.
        double scale = Math.max(1, best / Math.max(1, layered.size() - 2));
        double low = bracket.high();
        double high = bracket.low();
        for (int k = 0; k <= GRID; k++) {
            if (squares[k] - best <= CHI_SQUARE_95 * scale) {
                double onset = bracket.low() + (bracket.high() - bracket.low()) * k / GRID;
                low = Math.min(low, onset);
                high = Math.max(high, onset);
            }
        }
        return new Hinge(new Interval(low, Math.max(low, high)), rate);
    }

    /**
     * The spectra's results in the order of the sweep.
     *
     * @return an unmodifiable list
     */
    public List<SpectrumResult> spectra() {
        return spectra;
    }

    /**
     * Thickness at each potential, if the layer never shrinks during the sweep (isotonic regression).
     *
     * @return a copy (nm); 0 where clean, NaN where the spectrum could not tell
     */
    public double[] grownThicknessNanometres() {
        return grownNanometres.clone();
    }

    /**
     * Potential at which the layer begins to grow: an interval of 95 % from a hinge through three and more layered spectra, or
     * the gap between the last clean and the first layered one.
     *
     * @return interval (V), its upper end infinite if no spectrum was clean before; empty if no layer was found
     */
    public Optional<Interval> onsetPotentialVolt() {
        return Optional.ofNullable(onset);
    }

    /**
     * Growth of the thickness per volt of the sweep, from the hinge.
     *
     * @return rate (nm/V); empty with fewer than three layered spectra
     */
    public Optional<Measured> growthPerVolt() {
        return Optional.ofNullable(rate);
    }

    /**
     * The law by which the layer thickens with time, from the longest run of layered spectra within 5 mV.
     *
     * @return the laws compared; empty without times, or with fewer than six such spectra
     */
    public Optional<LayerGrowth> growth() {
        return Optional.ofNullable(growth);
    }

    /**
     * Corrected phase on a common axis: distance from the solid contact, so that drift of the piezo drops out.
     *
     * @param fromNanometres start of the axis (nm); negative is before the contact
     * @param toNanometres end of the axis (nm)
     * @param points number of points, at least 2
     * @return one row a spectrum, in the order of the sweep; NaN where the phase or the contact is missing
     * @throws InvalidValueException if the axis is empty
     */
    public double[][] alignedPhaseDegrees(double fromNanometres, double toNanometres, int points) {
        return aligned(fromNanometres, toNanometres, points, Channel.PHASE);
    }

    /**
     * Deflection above the baseline on the common axis.
     *
     * @param fromNanometres start of the axis (nm)
     * @param toNanometres end of the axis (nm)
     * @param points number of points, at least 2
     * @return one row a spectrum (nm); NaN where the contact is missing
     * @throws InvalidValueException if the axis is empty
     */
    public double[][] alignedDeflectionNanometres(double fromNanometres, double toNanometres, int points) {
        return aligned(fromNanometres, toNanometres, points, Channel.DEFLECTION);
    }

    private enum Channel {
        PHASE,
        DEFLECTION
    }

    private double[][] aligned(double from, double to, int points, Channel channel) {
        Require.atLeast("number of points", points, 2);
        Require.finite("start of the axis (nm)", from);
        if (!(to > from)) {
            throw new InvalidValueException("end of the axis (nm)", to, "larger than " + from);
        }
        double[][] rows = new double[spectra.size()][points];
        for (int s = 0; s < rows.length; s++) {
            Arrays.fill(rows[s], Double.NaN);
            LayerFit fit = spectra.get(s).layer().fit().orElse(null);
            PhaseResult phase = spectra.get(s).phase().orElse(null);
            if (fit == null || (channel == Channel.PHASE && phase == null)) {
                continue;
            }
            double contact = fit.contactNanometres().value();
            double[] z = approaches.get(s).zNanometres();
            double[] values = phase != null && channel == Channel.PHASE
                    ? phase.phaseDegrees()
                    : approaches.get(s).deflectionNanometres();
            int i = 0;
            for (int k = 0; k < points; k++) {
                double at = contact + from + (to - from) * k / (points - 1);
                while (i < z.length - 2 && z[i + 1] < at) {
                    i++;
                }
                if (at < z[0] || at > z[z.length - 1] || !(z[i + 1] > z[i])) {
                    continue;
                }
                double share = (at - z[i]) / (z[i + 1] - z[i]);
                double value = values[i] + share * (values[i + 1] - values[i]);
                rows[s][k] = channel == Channel.PHASE ? value : value - fit.baselineNanometres(at);
            }
        }
        return rows;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperandoResult that
                && spectra.equals(that.spectra)
                && approaches.equals(that.approaches)
                && Arrays.equals(grownNanometres, that.grownNanometres)
                && Objects.equals(onset, that.onset)
                && Objects.equals(rate, that.rate)
                && Objects.equals(growth, that.growth);
    }

    @Override
    public int hashCode() {
        return 31 * spectra.hashCode() + Arrays.hashCode(grownNanometres);
    }

    @Override
    public String toString() {
        return "OperandoResult[" + spectra.size() + " spectra, onset " + onset + " V]";
    }
}
