package io.github.spinodal.eis.io;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import java.nio.ByteOrder;

/**
 * Zahner's binary {@code .ism} files, big-endian throughout: a 6-byte version word, a 6-byte index of the last point, then as
 * 64-bit numbers all frequencies (Hz), moduli (ohm), phases (rad) and times, then 16-bit significances and texts.
 */
final class ZahnerIsm implements BinaryFormat {
    private static final int HEADER = 12;
    private static final int COLUMNS = 4;
    private static final int MOST_POINTS = 1_000_000;
    private static final double HIGHEST_FREQUENCY = 1e9;

    @Override
    public boolean recognises(BinarySource source) {
        if (source.size() < HEADER + 2 * Double.BYTES || source.int16(0, ByteOrder.BIG_ENDIAN) != 0) {
            return false;
        }
        double first = source.float64(HEADER, ByteOrder.BIG_ENDIAN);
        double second = source.float64(HEADER + Double.BYTES, ByteOrder.BIG_ENDIAN);
        return isFrequency(first) && isFrequency(second);
    }

    private static boolean isFrequency(double value) {
        return value > 1e-9 && value < HIGHEST_FREQUENCY;
    }

    @Override
    public ReadResult<ImpedanceSpectrum> read(BinarySource source) {
        long points = sixByteInteger(source, 6) + 1;
        if (points < 2 || points > MOST_POINTS) {
            throw new DataFormatException(
                    source.at(6),
                    "the number of points of a Zahner file must be 2 to " + MOST_POINTS + ", but was " + points);
        }
        int n = (int) points;
        source.require("a Zahner file of " + n + " points", HEADER, (long) COLUMNS * Double.BYTES * n);
        SweepBuilder sweeps = new SweepBuilder(source.name(), "Zahner ISM");
        for (int i = 0; i < n; i++) {
            double modulus = value(source, n, 1, i, "modulus (ohm)", 1e15);
            double phase = value(source, n, 2, i, "phase (rad)", 2 * Math.PI);
            double frequency = value(source, n, 0, i, "frequency (Hz)", HIGHEST_FREQUENCY);
            sweeps.add(i + 1L, frequency, modulus * Math.cos(phase), modulus * Math.sin(phase), 0);
        }
        return sweeps.build();
    }

    private static long sixByteInteger(BinarySource source, int offset) {
        long high = source.int16(offset, ByteOrder.BIG_ENDIAN);
        long low = source.int32(offset + 2, ByteOrder.BIG_ENDIAN) & 0xFFFF_FFFFL;
        return high << 32 | low;
    }

    private static double value(BinarySource source, int n, int column, int i, String what, double largest) {
        long offset = HEADER + (long) Double.BYTES * ((long) column * n + i);
        double value = source.float64(offset, ByteOrder.BIG_ENDIAN);
        if (!(Math.abs(value) <= largest)) {
            throw new DataFormatException(
                    source.at(offset),
                    what + " of point " + (i + 1) + " must lie within +-" + largest + ", but was " + value);
        }
        return value;
    }
}
