package io.github.spinodal.sfmm.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import org.junit.jupiter.api.function.Executable;

/** Expectations that the tests of readers share. */
final class Expect {
    private Expect() {}

    /** The reading is refused with a message that holds all fragments. */
    static void refused(Executable reading, String... fragments) {
        String message =
                String.valueOf(assertThrows(DataFormatException.class, reading).getMessage());
        for (String fragment : fragments) {
            assertTrue(message.contains(fragment), () -> "\"" + fragment + "\" is missing in: " + message);
        }
    }

    /** Some notice holds the fragment and, where the line is positive, points to it. */
    static void notice(ReadResult<?> result, long line, String fragment) {
        assertTrue(
                result.notices().stream()
                        .anyMatch(n -> n.message().contains(fragment)
                                && (line <= 0 || n.location().line() == line)),
                () -> "no notice \"" + fragment + "\" among " + result.notices());
    }

    /** Equal but for rounding. */
    static void close(double expected, double actual, double relative) {
        assertEquals(expected, actual, relative * Math.abs(expected));
    }
}
