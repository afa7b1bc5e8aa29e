package io.github.spinodal.core.peaks;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.structure.Spacing;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * X-ray diffraction lines of copper radiation: found, fitted each in its neighbourhood as a K alpha 1/K alpha 2 pair on a
 * straight line, and turned into lattice spacings and crystallite sizes. Indexing, the lattice constant and its corrections
 * for zero shift and sample displacement are in {@link io.github.spinodal.core.structure}.
 */
public final class DiffractionPeaks implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Half length of the fitted neighbourhood in widths of the line. */
    private static final double REACH = 3.5;

    private final double smallestWidthDegrees;
    private final double largestWidthDegrees;
    private final PeakShape shape;

    private DiffractionPeaks(double smallestWidthDegrees, double largestWidthDegrees, PeakShape shape) {
        this.smallestWidthDegrees = smallestWidthDegrees;
        this.largestWidthDegrees = largestWidthDegrees;
        this.shape = shape;
    }

    /**
     * Looks for lines of pseudo-Voigt shape.
     *
     * @param smallestDegrees smallest full width at half maximum (degree 2 theta), positive
     * @param largestDegrees largest full width at half maximum (degree 2 theta), not below the smallest
     * @return the configuration
     * @throws InvalidValueException if a width is invalid
     */
    public static DiffractionPeaks withWidths(double smallestDegrees, double largestDegrees) {
        PeakFinder.between(smallestDegrees, largestDegrees);
        return new DiffractionPeaks(smallestDegrees, largestDegrees, PeakShape.pseudoVoigt());
    }

    /**
     * Sets the shape of the lines.
     *
     * @param other shape
     * @return a changed copy
     */
    public DiffractionPeaks withShape(PeakShape other) {
        return new DiffractionPeaks(smallestWidthDegrees, largestWidthDegrees, other);
    }

    /**
     * One line.
     *
     * @param twoThetaDegrees position of K alpha 1 (degree)
     * @param spacingNanometres lattice spacing by Bragg's law (nm)
     * @param widthDegrees full width at half maximum of K alpha 1 (degree 2 theta)
     * @param height height of K alpha 1 above the background, in the unit of the pattern
     * @param significance height over its standard error when the line was found
     */
    public record Line(
            Measured twoThetaDegrees,
            Measured spacingNanometres,
            Measured widthDegrees,
            Measured height,
            double significance)
            implements Serializable {}

    /**
     * Finds and fits the lines of a pattern of counts; the noise is taken from the pattern's standard deviations, or as the
     * square root of the counts. A line counts if the fit confirms it: its height must be above three standard errors and
     * its centre within the width at which it was found, which hills of the background do not pass.
     *
     * @param pattern intensity over 2 theta (degree) in (0, 180)
     * @param threshold height over standard error from which on a line counts, positive
     * @return the lines in ascending order
     * @throws InvalidValueException if the axis is not within (0, 180) degrees or an argument is invalid
     */
    public List<Line> find(Spectrum pattern, double threshold) {
        Spectrum rising = pattern.rising();
        double[] x = rising.x();
        double[] y = rising.intensity();
        Require.inside("first 2 theta (degree)", x[0], 0, 180);
        Require.inside("last 2 theta (degree)", x[x.length - 1], 0, 180);
        double[] sigma = rising.standardDeviations().orElseGet(() -> poisson(y));
        List<FoundPeak> found = PeakFinder.between(smallestWidthDegrees, largestWidthDegrees)
                .withThreshold(threshold)
                .find(x, y, sigma);
        List<Line> lines = new ArrayList<>();
        for (FoundPeak peak : found) {
            Line line = fit(x, y, sigma, peak, found);
            double away = Math.abs(line.twoThetaDegrees().value() - peak.centre());
            Measured height = line.height();
            if (height.value() > 3 * height.standardUncertainty() && away < peak.width()) {
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    /** Counting statistics; an empty channel has the uncertainty of one count. */
    private static double[] poisson(double[] counts) {
        double[] sigma = new double[counts.length];
        for (int i = 0; i < sigma.length; i++) {
            sigma[i] = Math.sqrt(Math.max(Require.nonNegative("counts[" + i + "]", counts[i]), 1));
        }
        return sigma;
    }

    private Line fit(double[] x, double[] y, double[] sigma, FoundPeak peak, List<FoundPeak> all) {
        double low = peak.centre() - REACH * peak.width();
        double high = peak.centre() + REACH * peak.width();
        for (FoundPeak other : all) {
            // the neighbourhood ends halfway to the neighbours
            double middle = 0.5 * (other.centre() + peak.centre());
            low = other.centre() < peak.centre() ? Math.max(low, middle) : low;
            high = other.centre() > peak.centre() ? Math.min(high, middle) : high;
        }
        int from = 0;
        int to = x.length;
        while (x[from] < low) {
            from++;
        }
        while (x[to - 1] > high) {
            to--;
        }
        PeakFit fit = PeakFitter.of(shape)
                .withBackground(PeakBackground.polynomial(1, peak.centre()))
                .withSatellite(Satellite.copperKAlpha2())
                .fit(
                        java.util.Arrays.copyOfRange(x, from, to),
                        java.util.Arrays.copyOfRange(y, from, to),
                        java.util.Arrays.copyOfRange(sigma, from, to),
                        1);
        FittedPeak line = fit.peaks().get(0);
        Measured spacing = Spacing.braggNanometres(line.centre(), Spacing.COPPER_K_ALPHA_1);
        return new Line(line.centre(), spacing, line.width(), line.height(), peak.significance());
    }

    /**
     * Crystallite size by Scherrer's formula K lambda/(beta cos theta) with K = 0.9 (Patterson, Phys. Rev. 56, 1939, 978),
     * the instrumental width being taken off in quadrature (Gaussian profiles).
     *
     * @param line a fitted line
     * @param instrumentalDegrees full width at half maximum of the instrument (degree 2 theta), not negative
     * @return crystallite size (nm)
     * @throws InvalidValueException if the line is not wider than the instrument
     */
    public static Measured scherrerNanometres(Line line, Measured instrumentalDegrees) {
        Require.nonNegative("instrumental width (degree)", instrumentalDegrees.value());
        double total = line.widthDegrees().value();
        double instrument = instrumentalDegrees.value();
        if (!(total > instrument)) {
            throw new InvalidValueException("width of the line (degree)", total, "above that of the instrument");
        }
        double net = Math.sqrt(total * total - instrument * instrument);
        Length wavelength = Spacing.COPPER_K_ALPHA_1;
        double cosine = Math.cos(Math.toRadians(line.twoThetaDegrees().value() / 2));
        double size = 0.9 * wavelength.inNanometres() / (Math.toRadians(net) * cosine);
        double uncertainty = Math.hypot(
                        total * line.widthDegrees().standardUncertainty(),
                        instrument * instrumentalDegrees.standardUncertainty())
                / (net * net);
        return new Measured(size, size * uncertainty);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DiffractionPeaks that
                && Double.compare(smallestWidthDegrees, that.smallestWidthDegrees) == 0
                && Double.compare(largestWidthDegrees, that.largestWidthDegrees) == 0
                && Objects.equals(shape, that.shape);
    }

    @Override
    public int hashCode() {
        return Objects.hash(smallestWidthDegrees, largestWidthDegrees, shape);
    }

    @Override
    public String toString() {
        return "DiffractionPeaks[smallestWidthDegrees " + smallestWidthDegrees + ", largestWidthDegrees "
                + largestWidthDegrees + ", shape " + shape + "]";
    }
}
