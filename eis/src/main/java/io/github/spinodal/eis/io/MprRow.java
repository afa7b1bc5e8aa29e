package io.github.spinodal.eis.io;

import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a row of an {@code .mpr} file keeps its values, from the numbers of its columns.
 *
 * @param frequency offset of the frequency (32-bit number, Hz)
 * @param real offset of the real part (32-bit number, ohm)
 * @param imaginary offset of the negated imaginary part (32-bit number, ohm)
 * @param cycle offset of the cycle number (64-bit number), or -1
 * @param leastSize number of bytes that a row must have at least
 */
record MprRow(int frequency, int real, int imaginary, int cycle, int leastSize) {
    private static final int FREQUENCY = 32;
    private static final int REAL = 37;
    private static final int NEGATED_IMAGINARY = 38;
    private static final int CYCLE = 24;

    /** Flags that share one byte, wherever the first of them stands. */
    private static final Set<Integer> FLAGS = Set.of(1, 2, 3, 21, 31, 65);

    private static final Set<Integer> TWO_BYTES = Set.of(39, 131);
    private static final Set<Integer> EIGHT_BYTES =
            Set.of(4, 7, 11, 13, 23, 24, 74, 123, 124, 125, 126, 178, 179, 182, 211);

    /** The columns of four bytes that come between the ones needed in impedance files. */
    private static final Set<Integer> FOUR_BYTES = Set.of(
            5, 6, 8, 9, 16, 17, 18, 19, 20, 26, 27, 32, 33, 34, 35, 36, 37, 38, 69, 70, 75, 76, 77, 78, 96, 98, 99, 100,
            101, 163, 168, 169, 172, 173, 174, 185, 212, 213, 215, 217, 219, 241, 271, 272, 273, 274, 275, 276, 277,
            278, 279, 280, 281, 282, 283, 284, 285, 286, 287, 288, 289, 290, 291, 292, 293, 294, 295, 296);

    static MprRow of(int[] identifiers, SourceLocation place) {
        int[] found = {-1, -1, -1, -1};
        int offset = 0;
        boolean flagged = false;
        for (int identifier : identifiers) {
            int size = size(identifier);
            if (FLAGS.contains(identifier)) {
                size = flagged ? 0 : 1;
                flagged = true;
            }
            if (size < 0) {
                break;
            }
            switch (identifier) {
                case FREQUENCY -> found[0] = offset;
                case REAL -> found[1] = offset;
                case NEGATED_IMAGINARY -> found[2] = offset;
                case CYCLE -> found[3] = offset;
                default -> {}
            }
            offset += size;
        }
        requireAll(found, identifiers, place);
        return new MprRow(found[0], found[1], found[2], found[3], offset);
    }

    private static int size(int identifier) {
        if (TWO_BYTES.contains(identifier)) {
            return 2;
        }
        if (EIGHT_BYTES.contains(identifier)) {
            return 8;
        }
        return FOUR_BYTES.contains(identifier) ? 4 : -1;
    }

    private static void requireAll(int[] found, int[] identifiers, SourceLocation place) {
        List<String> missing = new ArrayList<>();
        String[] names = {"frequency", "real part", "imaginary part"};
        for (int i = 0; i < names.length; i++) {
            if (found[i] < 0) {
                missing.add(names[i]);
            }
        }
        if (!missing.isEmpty()) {
            throw new DataFormatException(
                    place,
                    "no column for: " + String.join(", ", missing)
                            + " (or behind a column of unknown size); the columns are "
                            + java.util.Arrays.toString(identifiers));
        }
    }
}
