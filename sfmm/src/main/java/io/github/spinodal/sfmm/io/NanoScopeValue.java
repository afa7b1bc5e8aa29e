package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.io.DecimalMark;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value in the notation of NanoScope headers: {@code V [soft scale] (hard scale V/LSB) hard value unit}.
 *
 * @param softScale name of the sensitivity that converts the hard unit, or null
 * @param hardScale hard unit per least significant bit, where given
 * @param hardScaleUnit the unit of the hard scale, such as V/LSB, empty where there is none
 * @param hardValue the value in the hard unit, where there is one
 * @param unit the hard unit, empty where there is none
 */
record NanoScopeValue(
        @Nullable String softScale,
        OptionalDouble hardScale,
        String hardScaleUnit,
        OptionalDouble hardValue,
        String unit) {
    private static final Pattern VALUE = Pattern.compile(
            "^(?:V\\s+)?(?:\\[([^\\]]{0,80})\\]\\s*)?(?:\\(([^)]{0,80})\\)\\s*)?(\\S{0,40})\\s*(.{0,40})$");
    private static final Pattern TEXT = Pattern.compile("^S\\s+\\[([^\\]]{0,80})\\]\\s*\"([^\"]{0,80})\".*$");
    private static final Pattern PLAIN_TEXT = Pattern.compile("^(?:S\\s+)?\"?([^\"\\[]{1,80})\"?$");

    static NanoScopeValue of(String text) {
        Matcher matcher = VALUE.matcher(text.trim());
        if (!matcher.matches()) {
            return new NanoScopeValue(null, OptionalDouble.empty(), "", OptionalDouble.empty(), "");
        }
        OptionalDouble scale = OptionalDouble.empty();
        String scaleUnit = "";
        if (matcher.group(2) != null) {
            String[] parts = matcher.group(2).trim().split("\\s+", 2);
            scale = number(parts[0]);
            scaleUnit = parts.length > 1 ? parts[1].trim() : "";
        }
        return new NanoScopeValue(
                matcher.group(1),
                scale,
                scaleUnit,
                number(matcher.group(3)),
                matcher.group(4).trim());
    }

    /** The name that users see of a value such as {@code S [DeflectionError] "Deflection Error"}. */
    static String externalName(String text) {
        Matcher matcher = TEXT.matcher(text.trim());
        if (matcher.matches()) {
            return matcher.group(2).isBlank()
                    ? matcher.group(1).trim()
                    : matcher.group(2).trim();
        }
        Matcher plain = PLAIN_TEXT.matcher(text.trim());
        return plain.matches() ? plain.group(1).trim() : text.trim();
    }

    private static OptionalDouble number(String text) {
        OptionalDouble point = DecimalMark.POINT.tryParse(text);
        return point.isPresent() ? point : DecimalMark.COMMA.tryParse(text);
    }
}
