package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.Notice;
import java.nio.ByteOrder;
import java.util.List;

/** A block of samples of a NanoScope file: where it is, and how wide its samples are. */
final class NanoScopeBlock {
    private static final int PROBED = 4096;
    private static final double CLEARLY_SMOOTHER = 16;

    private final BinarySource source;
    private final int offset;
    private final int width;
    private final int samples;

    private NanoScopeBlock(BinarySource source, int offset, int width, int samples) {
        this.source = source;
        this.offset = offset;
        this.width = width;
        this.samples = samples;
    }

    /**
     * The block of a section. Its offset and length are checked against the file, its width against the version, and its
     * alignment against the smoothness of the samples: a block that sits a few bytes late shows as noise.
     */
    static NanoScopeBlock of(
            BinarySource source,
            NanoScopeHeader header,
            NanoScopeHeader.Section section,
            long unit,
            List<Notice> notices) {
        long offset = section.count("data offset");
        long length = section.count("data length");
        source.require("the data block of \"" + section.name() + "\"", offset, length);
        if (unit <= 0 || length == 0) {
            throw header.error("a data block of \"" + section.name() + "\" is empty");
        }
        int width = width(header, section, unit, length);
        NanoScopeBlock block = new NanoScopeBlock(source, (int) offset, width, (int) (length / width));
        return block.aligned(length, notices);
    }

    private static int width(NanoScopeHeader header, NanoScopeHeader.Section section, long unit, long length) {
        long stated = section.has("bytes/pixel") ? section.count("bytes/pixel") : 2;
        long expected = header.version() >= NanoScopeHeader.FOUR_BYTE_VERSION && stated == 2 ? 4 : stated;
        for (long width : new long[] {expected, stated}) {
            if ((width == 2 || width == 4) && length % (unit * width) == 0) {
                return (int) width;
            }
        }
        throw header.error("a data block of " + length + " bytes does not hold whole sets of " + unit + " samples of "
                + expected + " bytes");
    }

    private NanoScopeBlock aligned(long length, List<Notice> notices) {
        double[] roughness = new double[width];
        int best = 0;
        for (int shift = 0; shift < width; shift++) {
            boolean inside = offset + shift + length <= source.size();
            roughness[shift] =
                    inside ? new NanoScopeBlock(source, offset + shift, width, samples).roughness() : Double.MAX_VALUE;
            best = roughness[shift] < roughness[best] ? shift : best;
        }
        if (best == 0 || !(roughness[best] * CLEARLY_SMOOTHER < roughness[0])) {
            return this;
        }
        notices.add(new Notice(
                source.at(offset),
                "the samples start " + best
                        + " bytes later than the header says, as their smoothness shows; read from there"));
        return new NanoScopeBlock(source, offset + best, width, samples);
    }

    /** Mean step between neighbours, plus one bit so that a flat block is no rougher than itself. */
    private double roughness() {
        int n = Math.min(samples, PROBED);
        double sum = 0;
        for (int i = 0; i < n - 1; i++) {
            sum += Math.abs((double) sample(i + 1) - sample(i));
        }
        return sum / Math.max(n - 1, 1) + 1;
    }

    int width() {
        return width;
    }

    int samples() {
        return samples;
    }

    /** A sample in least significant bits. */
    int sample(int i) {
        long place = offset + (long) i * width;
        return width == 2 ? source.int16(place, ByteOrder.LITTLE_ENDIAN) : source.int32(place, ByteOrder.LITTLE_ENDIAN);
    }

    /** A sample in least significant bits, NaN where the instrument recorded none. */
    double value(int i) {
        int sample = sample(i);
        boolean missing = width == 2 ? sample == Short.MIN_VALUE : sample == Integer.MIN_VALUE;
        return missing ? Double.NaN : sample;
    }
}
