package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.SourceLocation;
import java.util.List;

/** Builds maps, with the errors of values turned into errors of the file. */
final class BareMap {
    /** Most pixels that a map of a file may have. */
    static final long MOST_PIXELS = 1L << 25;

    private static final double ASSUMED_PIXEL = 1e-9;

    private BareMap() {}

    /** The number of pixels, if it is a sane one. */
    static int pixels(SourceLocation place, long nx, long ny) {
        if (nx < 1 || ny < 1 || nx > MOST_PIXELS || ny > MOST_PIXELS || nx * ny > MOST_PIXELS) {
            throw new DataFormatException(
                    place, "a map of " + nx + " x " + ny + " pixels; valid are 1 to " + MOST_PIXELS + " pixels");
        }
        return (int) (nx * ny);
    }

    /** A map of known size; NaN is a missing pixel. */
    static ScanMap of(
            BinarySource source,
            String quantity,
            String unit,
            int nx,
            int ny,
            double pixelWidth,
            double pixelHeight,
            double[] values) {
        try {
            return ScanMap.ofValuesWithNaN(quantity, unit, nx, ny, pixelWidth, pixelHeight, values)
                    .withMetadata("file", source.name());
        } catch (InvalidInputException e) {
            throw new DataFormatException(
                    SourceLocation.of(source.name()), "the map \"" + quantity + "\": " + e.getMessage(), e);
        }
    }

    /** A map of bare numbers, whose size and meaning come from the options. */
    static ScanMap ofNumbers(
            BinarySource source, int nx, int ny, double[] values, MapReadOptions options, List<Notice> notices) {
        double pixel = options.pixelMetre();
        if (Double.isNaN(pixel)) {
            pixel = ASSUMED_PIXEL;
            notices.add(new Notice(
                    SourceLocation.of(source.name()), "the file does not say how large a pixel is; 1 nm was assumed"));
        }
        return of(source, options.quantity(), options.unit(), nx, ny, pixel, pixel, values);
    }
}
