package io.github.spinodal.core.spectra;

import io.github.spinodal.core.data.Spectrum;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Column names of the form {@code name (unit)}, {@code name [unit]} or without unit. */
final class AxisName {
    private static final int LONGEST = 100;
    private static final Pattern BRACKETED =
            Pattern.compile("([^()\\[\\]]*[^()\\[\\]\\s])\\s*[(\\[]([^()\\[\\]]*)[)\\]]");

    private AxisName() {}

    static Spectrum.Axis parse(String text) {
        String name = text.strip().replace("#", "").strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            return new Spectrum.Axis("x", "");
        }
        Matcher bracketed = BRACKETED.matcher(name);
        return bracketed.matches()
                ? new Spectrum.Axis(bracketed.group(1), bracketed.group(2).strip())
                : new Spectrum.Axis(name, "");
    }
}
