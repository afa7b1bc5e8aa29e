package io.github.spinodal.eis.io;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a column says: the quantity, whether it is stored with its sign turned, and the unit.
 *
 * @param quantity the quantity, or null where the column is none that a spectrum needs
 * @param negated whether the column holds the quantity with the opposite sign
 * @param unit the unit as written, empty where there is none
 */
record ColumnName(@Nullable Quantity quantity, boolean negated, String unit) {
    /** The quantities from which a spectrum can be built. */
    enum Quantity {
        FREQUENCY("frequency freq f frequenz freqhz frequencyhz"),
        ANGULAR_FREQUENCY("omega w \u03c9 angularfrequency angfreq"),
        REAL("re(z) re[z] rez zre zreal z' z'(a) real re real(z) realz realpart z(re) z(real) zr z1"
                + " resistance realimpedance zrealpart"),
        IMAGINARY(
                "im(z) im[z] imz zim zimg zimag z'' z''(b) imaginary imag im imag(z) imagz imaginarypart z(im) z(imag)"
                        + " zi reactance imaginaryimpedance zimaginary imaginary(z)"),
        MODULUS("|z| zmod z modulus mod(z) magnitude mag abs(z) zabs zmag |impedance|"),
        PHASE("phase phase(z) zphz phasez phaseangle arg(z) theta phi \u03b8 \u03c6"),
        CYCLE("cyclenumber cycle loop loopnumber sweep");

        /** The names in lower case without blanks and signs, parted by blanks. */
        private final String names;

        Quantity(String names) {
            this.names = " " + names + " ";
        }

        private static @Nullable Quantity named(String key) {
            for (Quantity quantity : values()) {
                if (quantity.names.contains(" " + key + " ")) {
                    return quantity;
                }
            }
            return null;
        }
    }

    private static final int LONGEST = 60;
    private static final Pattern IGNORED = Pattern.compile("[\\s_.,:]+");
    private static final List<String> NEGATIONS = List.of("-", "minus", "negative", "neg");

    /** Understands a header such as {@code -Im(Z)/Ohm}, {@code Z'' (ohm)} or {@code frequency [kHz]}. */
    static ColumnName of(String header) {
        String text = clean(header);
        if (text.isEmpty() || text.length() > LONGEST) {
            return new ColumnName(null, false, "");
        }
        ColumnName whole = named(text, "");
        if (whole.quantity != null) {
            return whole;
        }
        int open = Math.max(text.lastIndexOf('('), text.lastIndexOf('['));
        if (open > 0 && (text.endsWith(")") || text.endsWith("]"))) {
            ColumnName bracketed = named(text.substring(0, open), text.substring(open + 1, text.length() - 1));
            if (bracketed.quantity != null) {
                return bracketed;
            }
        }
        for (int slash = text.indexOf('/'); slash > 0; slash = text.indexOf('/', slash + 1)) {
            ColumnName divided = named(text.substring(0, slash), text.substring(slash + 1));
            if (divided.quantity != null) {
                return divided;
            }
        }
        return whole;
    }

    private static ColumnName named(String name, String unit) {
        String key = IGNORED.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        Quantity plain = Quantity.named(key);
        if (plain != null) {
            return new ColumnName(plain, false, unit.trim());
        }
        for (String prefix : NEGATIONS) {
            if (key.startsWith(prefix)) {
                Quantity turned = Quantity.named(key.substring(prefix.length()));
                return new ColumnName(turned, turned != null, unit.trim());
            }
        }
        return new ColumnName(null, false, "");
    }

    private static String clean(String header) {
        String text = header.trim();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).trim();
        }
        return text.replace("''", "\"")
                .replace('\u2033', '"')
                .replace('\u201d', '"')
                .replace("\"", "''")
                .replace('\u2032', '\'')
                .replace('\u2019', '\'')
                .replace('\u2212', '-')
                .replace('\u2013', '-');
    }
}
