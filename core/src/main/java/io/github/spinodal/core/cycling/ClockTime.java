package io.github.spinodal.core.cycling;

import io.github.spinodal.core.io.DecimalMark;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations written as a clock: {@code 31:02:05}, {@code 00:00:05.100}, {@code 2d 00:00:05}; hours may exceed 24. */
final class ClockTime {
    private static final int LONGEST = 60;
    private static final Pattern CLOCK =
            Pattern.compile("(?:(\\d{1,6})d\\s*)?(\\d{1,9}):(\\d{1,2}):(\\d{1,2}(?:[.,]\\d{0,30})?)");

    private ClockTime() {}

    /** The duration in seconds, where the text is one. */
    static OptionalDouble tryParse(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            return OptionalDouble.empty();
        }
        Matcher clock = CLOCK.matcher(stripped);
        if (!clock.matches()) {
            return OptionalDouble.empty();
        }
        double days = clock.group(1) == null ? 0 : Double.parseDouble(clock.group(1));
        double hours = Double.parseDouble(clock.group(2));
        double minutes = Double.parseDouble(clock.group(3));
        double seconds =
                DecimalMark.POINT.tryParse(clock.group(4).replace(',', '.')).orElse(Double.NaN);
        return minutes < 60 && seconds < 60
                ? OptionalDouble.of(((days * 24 + hours) * 60 + minutes) * 60 + seconds)
                : OptionalDouble.empty();
    }
}
