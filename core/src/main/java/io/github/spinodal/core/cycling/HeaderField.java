package io.github.spinodal.core.cycling;

import io.github.spinodal.core.table.MeasurementUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column header taken apart, in the dialects {@code Name(unit)}, {@code Name[unit]}, {@code Name / unit}, {@code name_unit}
 * and {@code Amps}.
 *
 * @param name the name in lower case, with everything but letters and digits turned into single blanks
 * @param unit the unit's symbol as {@link MeasurementUnit} knows it, or empty where the header has none
 */
record HeaderField(String name, String unit) {
    private static final int LONGEST = 200;
    private static final Pattern BRACKETED = Pattern.compile("([^()\\[\\]]*)[(\\[]([^()\\[\\]]*)[)\\]]");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("second", "s"),
            Map.entry("Sec.", "s"),
            Map.entry("Sec", "s"),
            Map.entry("volt", "V"),
            Map.entry("ampere", "A"),
            Map.entry("ah", "Ah"),
            Map.entry("hour", "h"),
            Map.entry("mA.h", "mA h"),
            Map.entry("A.h", "A h"));
    private static final Map<String, String> NAMES_WITH_UNIT =
            Map.of("amps", "A", "volts", "V", "amp hr", "Ah", "ah cyc charge", "Ah", "ah cyc discharge", "Ah");

    static HeaderField parse(String text) {
        String field = text.strip();
        field = field.startsWith("~") ? field.substring(1) : field;
        if (field.length() > LONGEST) {
            return new HeaderField("", "");
        }
        Matcher bracketed = BRACKETED.matcher(field);
        if (bracketed.matches()) {
            return new HeaderField(normalised(bracketed.group(1)), symbol(bracketed.group(2)));
        }
        int slash = field.lastIndexOf('/');
        if (slash > 0) {
            return new HeaderField(normalised(field.substring(0, slash)), symbol(field.substring(slash + 1)));
        }
        int underscore = field.lastIndexOf('_');
        if (underscore > 0 && known(symbol(field.substring(underscore + 1))).isPresent()) {
            return new HeaderField(normalised(field.substring(0, underscore)), symbol(field.substring(underscore + 1)));
        }
        String name = normalised(field);
        return new HeaderField(name, NAMES_WITH_UNIT.getOrDefault(name, ""));
    }

    private static String normalised(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static String symbol(String unit) {
        String stripped = unit.strip();
        return WORDS.getOrDefault(stripped, stripped);
    }

    private static Optional<MeasurementUnit> known(String symbol) {
        return MeasurementUnit.find(symbol);
    }

    Optional<MeasurementUnit> measurementUnit() {
        return known(unit);
    }

    /** Whether the unit describes a time of day such as {@code h:min:s.ms}. */
    boolean isClock() {
        return unit.indexOf(':') >= 0;
    }
}
