package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.statistics.RandomEffects;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A layer over an area: a force curve at every pixel. What varies from spot to spot is kept apart from the noise of the single
 * curve by random effects (DerSimonian and Laird 1986). Immutable.
 */
public final class LayerMap implements Serializable {
    private static final long serialVersionUID = 1L;

    private final @Nullable ScanMap thickness;
    private final LayerVerdict[] verdicts;
    private final @Nullable RandomEffects spread;
    private final double scaleUncertainty;

    private LayerMap(
            @Nullable ScanMap thickness,
            LayerVerdict[] verdicts,
            @Nullable RandomEffects spread,
            double scaleUncertainty) {
        this.thickness = thickness;
        this.verdicts = verdicts;
        this.spread = spread;
        this.scaleUncertainty = scaleUncertainty;
    }

    /**
     * Analyses a map.
     *
     * @param analysis how each curve is analysed
     * @param curves gives the curve of a pixel, row after row; called once for each, from several threads
     * @param nx number of columns, at least 1
     * @param ny number of rows, at least 1
     * @param pixelWidthMetre distance of two columns (m), positive
     * @param pixelHeightMetre distance of two rows (m), positive
     * @param threads number of threads, at least 1; the result does not depend on it
     * @return the map
     * @throws InvalidValueException if a size is not positive, or a curve has no approach
     */
    public static LayerMap analyse(
            LayerAnalysis analysis,
            IntFunction<ForceCurve> curves,
            int nx,
            int ny,
            double pixelWidthMetre,
            double pixelHeightMetre,
            int threads) {
        Require.atLeast("number of columns of the map", nx, 1);
        Require.atLeast("number of rows of the map", ny, 1);
        Require.atLeast("number of threads", threads, 1);
        int n = Math.multiplyExact(nx, ny);
        LayerVerdict[] verdicts = new LayerVerdict[n];
        double[] thickness = new double[n];
        double[] uncertainty = new double[n];
        double[] scale = new double[n];
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            ForkJoinTask<?> task =
                    pool.submit(() -> IntStream.range(0, n).parallel().forEach(i -> {
                        LayerResult result = analysis.analyse(curves.apply(i));
                        verdicts[i] = result.verdict();
                        Optional<LayerResult.Thickness> found = result.thickness();
                        thickness[i] = found.map(t -> t.fittedSlope().value())
                                .orElse(result.verdict() == LayerVerdict.CLEAN ? 0 : Double.NaN);
                        uncertainty[i] = found.map(t -> Math.hypot(
                                        t.budget().statistical(), t.budget().window()))
                                .orElse(0.0);
                        scale[i] = found.map(t -> t.budget().zCalibration()
                                        / t.fittedSlope().value())
                                .orElse(0.0);
                    }));
            task.join();
        } finally {
            pool.shutdown();
        }
        int[] layered = IntStream.range(0, n)
                .filter(i -> verdicts[i] == LayerVerdict.LAYER)
                .toArray();
        RandomEffects spread = layered.length < 2
                ? null
                : RandomEffects.of(
                        Arrays.stream(layered).mapToDouble(i -> thickness[i]).toArray(),
                        Arrays.stream(layered)
                                .mapToDouble(i -> Math.max(uncertainty[i], 1e-6))
                                .toArray());
        double[] metres = Arrays.stream(thickness).map(h -> h * 1e-9).toArray();
        boolean someTold = Arrays.stream(verdicts).anyMatch(v -> v != LayerVerdict.UNCERTAIN);
        ScanMap map = someTold
                ? ScanMap.ofValuesWithNaN("layer thickness", "m", nx, ny, pixelWidthMetre, pixelHeightMetre, metres)
                : null;
        return new LayerMap(map, verdicts, spread, Arrays.stream(scale).max().orElse(0));
    }

    /**
     * Thickness at every pixel.
     *
     * @return map in m, 0 where clean, missing where the curve cannot tell; empty if no curve can tell
     */
    public Optional<ScanMap> thickness() {
        return Optional.ofNullable(thickness);
    }

    /**
     * Number of pixels with a verdict.
     *
     * @param verdict the verdict
     * @return how many pixels have it
     */
    public long count(LayerVerdict verdict) {
        return Arrays.stream(verdicts).filter(v -> v == verdict).count();
    }

    /**
     * Verdict of a pixel.
     *
     * @param pixel index, row after row
     * @return its verdict
     */
    public LayerVerdict verdict(int pixel) {
        return verdicts[pixel];
    }

    /**
     * Mean thickness and spread between spots.
     *
     * @return mean, its standard error, and standard deviation between spots (nm); empty with fewer than two layered pixels
     */
    public Optional<RandomEffects> betweenSpots() {
        return Optional.ofNullable(spread);
    }

    /**
     * Relative uncertainty that all pixels share, from the calibration of Z.
     *
     * @return relative standard uncertainty
     */
    public double sharedRelativeUncertainty() {
        return scaleUncertainty;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerMap that
                && Objects.equals(thickness, that.thickness)
                && Arrays.equals(verdicts, that.verdicts)
                && Objects.equals(spread, that.spread)
                && Double.compare(scaleUncertainty, that.scaleUncertainty) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(thickness) + Arrays.hashCode(verdicts);
    }

    @Override
    public String toString() {
        return "LayerMap[" + verdicts.length + " pixels, " + count(LayerVerdict.LAYER) + " with a layer, " + spread
                + "]";
    }
}
