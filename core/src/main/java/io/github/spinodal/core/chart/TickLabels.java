package io.github.spinodal.core.chart;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers beside an axis: plain where short, with a power of ten where not. */
final class TickLabels {
    private static final MathContext DIGITS = new MathContext(6);
    private static final double LARGE = 1e5;
    private static final double SMALL = 1e-3;

    private TickLabels() {}

    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(value);
        if (size >= SMALL && size < LARGE) {
            return rounded.toPlainString().replace('-', '\u2212');
        }
        int exponent = rounded.precision() - rounded.scale() - 1;
        String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return (mantissa + "e" + exponent).replace('-', '\u2212');
    }
}
