package io.github.spinodal.eis.io;

import java.util.Locale;
import java.util.OptionalDouble;

/** Factors that turn the units of file headers into hertz, ohm and radian. */
final class ImpedanceUnits {
    private ImpedanceUnits() {}

    /** Hertz per unit; an empty unit counts as hertz. */
    static OptionalDouble hertz(String unit) {
        return prefixed(unit, "hz", "1/s", "s-1", "s^-1");
    }

    /** Ohm per unit; an empty unit counts as ohm. */
    static OptionalDouble ohm(String unit) {
        return prefixed(unit.replace('\u03a9', '\u2126').replace("\u2126", "ohm"), "ohm", "ohms");
    }

    /** Radian per unit; an empty unit counts as degree, as instruments have it. */
    static OptionalDouble radian(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "", "deg", "degree", "degrees", "\u00b0", "\u00ba", "\ufffd" -> OptionalDouble.of(Math.PI / 180);
            case "rad", "radian", "radians" -> OptionalDouble.of(1);
            default -> OptionalDouble.empty();
        };
    }

    /** Radian per second per unit; an empty unit counts as rad/s. */
    static OptionalDouble radianPerSecond(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "", "rad/s", "rads-1", "rads^-1", "1/s", "s-1", "s^-1" -> OptionalDouble.of(1);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble prefixed(String unit, String... symbols) {
        if (unit.isEmpty()) {
            return OptionalDouble.of(1);
        }
        String lower = unit.toLowerCase(Locale.ROOT);
        for (String symbol : symbols) {
            if (lower.equals(symbol)) {
                return OptionalDouble.of(1);
            }
            if (lower.endsWith(symbol) && lower.length() == symbol.length() + 1) {
                return prefix(unit.charAt(0));
            }
        }
        return OptionalDouble.empty();
    }

    private static OptionalDouble prefix(char letter) {
        return switch (letter) {
            case '\u00b5', '\u03bc', 'u' -> OptionalDouble.of(1e-6);
            case 'm' -> OptionalDouble.of(1e-3);
            case 'k', 'K' -> OptionalDouble.of(1e3);
            case 'M' -> OptionalDouble.of(1e6);
            case 'G' -> OptionalDouble.of(1e9);
            default -> OptionalDouble.empty();
        };
    }
}
