package io.github.spinodal.core.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Text of a value and its uncertainty, rounded together. */
final class MeasuredFormat {
    private static final int UNCERTAINTY_DIGITS = 2;
    private static final int SMALLEST_PLAIN_EXPONENT = -3;
    private static final int LARGEST_PLAIN_EXPONENT = 5;

    private MeasuredFormat() {}

    static String format(double value, double standardUncertainty) {
        if (standardUncertainty == 0) {
            return value + " (exact)";
        }
        BigDecimal uncertainty = BigDecimal.valueOf(standardUncertainty)
                .round(new MathContext(UNCERTAINTY_DIGITS, RoundingMode.HALF_UP));
        // BigDecimal drops trailing zeros of a short number such as 5; the second digit is asked for by its place.
        int decimals = UNCERTAINTY_DIGITS - 1 - exponent(uncertainty);
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        int exponent = exponent(rounded.abs().max(uncertainty));
        boolean plain = exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT;
        if (plain) {
            return text(rounded, decimals) + " ± " + text(uncertainty, decimals);
        }
        int scaledDecimals = decimals + exponent;
        return "(" + text(rounded.scaleByPowerOfTen(-exponent), scaledDecimals) + " ± "
                + text(uncertainty.scaleByPowerOfTen(-exponent), scaledDecimals) + ")e" + exponent;
    }

    private static String text(BigDecimal number, int decimals) {
        return number.setScale(Math.max(decimals, 0), RoundingMode.HALF_UP).toPlainString();
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }
}
