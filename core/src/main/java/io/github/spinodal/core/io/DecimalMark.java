package io.github.spinodal.core.io;

import java.util.OptionalDouble;

/**
 * How a file writes the decimal mark, and the strict parsing of numbers under that convention.
 *
 * <p>Accepted are an optional sign (the typographic minus too), digits with at most one decimal mark, and an optional
 * exponent of any number of digits after {@code e}, {@code E}, {@code d} or {@code D} ({@code 1.5E-003}). Refused is all that
 * {@link Double#parseDouble} takes beyond this: {@code 1f}, hexadecimal floats, {@code NaN}, {@code Infinity}; and a number
 * too large for a double.
 */
public enum DecimalMark {
    /** {@code 3.14}. */
    POINT('.'),
    /** {@code 3,14}. */
    COMMA(',');

    private static final int LONGEST_NUMBER = 400;

    private final char mark;

    DecimalMark(char mark) {
        this.mark = mark;
    }

    /**
     * The character.
     *
     * @return the decimal mark
     */
    public char character() {
        return mark;
    }

    /**
     * Parses a number where the text is one.
     *
     * @param text the text; blanks around it are ignored
     * @return the finite value, or nothing where the text is no number under this convention
     */
    public OptionalDouble tryParse(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (to == from || to - from > LONGEST_NUMBER) {
            return OptionalDouble.empty();
        }
        char[] plain = new char[to - from];
        return write(text, from, plain) ? finite(Double.parseDouble(new String(plain))) : OptionalDouble.empty();
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Writes the number in Java's own notation and says whether it follows the grammar. */
    private boolean write(String text, int from, char[] plain) {
        int digits = 0;
        boolean marked = false;
        boolean exponent = false;
        for (int i = 0; i < plain.length; i++) {
            char c = text.charAt(from + i);
            plain[i] = c;
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '+' || c == '-' || c == '\u2212') {
                if (i > 0 && plain[i - 1] != 'e') {
                    return false;
                }
                plain[i] = c == '+' ? '+' : '-';
            } else if (c == mark) {
                if (marked || exponent) {
                    return false;
                }
                marked = true;
                plain[i] = '.';
            } else if (c == 'e' || c == 'E' || c == 'd' || c == 'D') {
                if (exponent || digits == 0) {
                    return false;
                }
                exponent = true;
                digits = 0;
                plain[i] = 'e';
            } else {
                return false;
            }
        }
        return digits > 0;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }

    /**
     * Parses a number.
     *
     * @param text the text; blanks around it are ignored
     * @param location where it stands
     * @param what what it is, for the message
     * @return the finite value
     * @throws DataFormatException if the text is no number under this convention
     */
    public double parse(String text, SourceLocation location, String what) {
        OptionalDouble value = tryParse(text);
        if (value.isEmpty()) {
            throw new DataFormatException(
                    location,
                    what + " must be a number with a decimal " + name().toLowerCase(java.util.Locale.ROOT)
                            + ", but was " + Excerpt.of(text));
        }
        return value.getAsDouble();
    }
}
