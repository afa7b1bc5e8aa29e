package io.github.spinodal.examples.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text: every digit for machines, few for people. */
public final class Numbers {
    private static final int READABLE_DIGITS = 4;
    private static final double LARGE = 1e6;
    private static final double SMALL = 1e-3;

    private Numbers() {}

    /**
     * A number with all its digits.
     *
     * @param value the number
     * @return the shortest text that reads back as the same number
     */
    public static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGE
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /**
     * A number for people.
     *
     * @param text a number as text, or a word
     * @return four significant digits and a power of ten where needed; words unchanged
     */
    public static String readable(String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException word) {
            return text;
        }
        if (value == 0 || !Double.isFinite(value)) {
            return Double.isFinite(value) ? "0" : text;
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(READABLE_DIGITS));
        int exponent = rounded.precision() - rounded.scale() - 1;
        double size = Math.abs(value);
        if (size >= SMALL && size < LARGE) {
            return rounded.stripTrailingZeros().toPlainString().replace('-', '\u2212');
        }
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return (mantissa + "\u00b710^" + exponent).replace('-', '\u2212');
    }
}
