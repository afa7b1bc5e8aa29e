package io.github.spinodal.core.table;

import io.github.spinodal.core.PhysicalConstants;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes unit symbols apart. Prefixes are powers of ten kept as exact integers, on either side of the fraction bar. */
final class UnitParser {
    private static final int LONGEST_SYMBOL = 40;
    private static final int LARGEST_POWER = 6;

    /** A unit without its prefix: SI value = number * numerator * 10^decade. */
    private record Base(Dimension dimension, double numerator, double denominator, int decade, boolean prefixable) {}

    private static final Map<String, Base> BASES = bases();
    private static final Map<String, Integer> PREFIXES = Map.ofEntries(
            Map.entry("f", -15),
            Map.entry("p", -12),
            Map.entry("n", -9),
            Map.entry("u", -6),
            Map.entry("m", -3),
            Map.entry("c", -2),
            Map.entry("k", 3),
            Map.entry("M", 6),
            Map.entry("G", 9),
            Map.entry("T", 12));

    private final Map<String, Integer> powers = new LinkedHashMap<>();

    private UnitParser() {}

    private static Map<String, Base> bases() {
        Map<String, Base> table = new HashMap<>();
        table.put("m", prefixable(Dimension.LENGTH, 1, 0));
        table.put("g", prefixable(Dimension.MASS, 1, -3));
        table.put("s", prefixable(Dimension.TIME, 1, 0));
        table.put("sec", plain(Dimension.TIME, 1, 1));
        table.put("min", plain(Dimension.TIME, 60, 1));
        table.put("h", plain(Dimension.TIME, 3600, 1));
        table.put("hr", plain(Dimension.TIME, 3600, 1));
        table.put("d", plain(Dimension.TIME, 86400, 1));
        table.put("Hz", prefixable(Dimension.FREQUENCY, 1, 0));
        table.put("A", prefixable(Dimension.CURRENT, 1, 0));
        table.put("C", prefixable(Dimension.CHARGE, 1, 0));
        table.put("Ah", prefixable(Dimension.CHARGE, 3600, 0));
        table.put("V", prefixable(Dimension.VOLTAGE, 1, 0));
        table.put("ohm", prefixable(Dimension.RESISTANCE, 1, 0));
        table.put("Ohm", prefixable(Dimension.RESISTANCE, 1, 0));
        table.put("S", prefixable(Dimension.RESISTANCE.power(-1), 1, 0));
        table.put("F", prefixable(Dimension.CHARGE.times(Dimension.VOLTAGE.power(-1)), 1, 0));
        table.put("H", prefixable(Dimension.RESISTANCE.times(Dimension.TIME), 1, 0));
        table.put("W", prefixable(Dimension.POWER, 1, 0));
        table.put("J", prefixable(Dimension.ENERGY, 1, 0));
        table.put("Wh", prefixable(Dimension.ENERGY, 3600, 0));
        table.put("eV", prefixable(Dimension.ENERGY, PhysicalConstants.ELEMENTARY_CHARGE, 0));
        table.put("N", prefixable(Dimension.FORCE, 1, 0));
        table.put("Pa", prefixable(Dimension.FORCE.times(Dimension.AREA.power(-1)), 1, 0));
        table.put("K", prefixable(Dimension.TEMPERATURE, 1, 0));
        table.put("mol", prefixable(Dimension.AMOUNT, 1, 0));
        table.put("rad", prefixable(Dimension.ANGLE, 1, 0));
        table.put("deg", plain(Dimension.ANGLE, Math.PI, 180));
        table.put("1", plain(Dimension.NUMBER, 1, 1));
        table.put("%", plain(Dimension.NUMBER, 1, 100));
        return table;
    }

    private static Base prefixable(Dimension dimension, double numerator, int decade) {
        return new Base(dimension, numerator, 1, decade, true);
    }

    private static Base plain(Dimension dimension, double numerator, double denominator) {
        return new Base(dimension, numerator, denominator, 0, false);
    }

    static Optional<MeasurementUnit> parse(String symbol) {
        String text = normalised(symbol);
        if (symbol.length() > LONGEST_SYMBOL || text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text) {
            case "-" -> Optional.of(new MeasurementUnit(symbol.strip(), Dimension.NUMBER, 1, 1, 0));
            case "degC" -> Optional.of(new MeasurementUnit(symbol.strip(), Dimension.TEMPERATURE, 1, 1, 273.15));
            case "rad/s" -> Optional.of(new MeasurementUnit(symbol.strip(), Dimension.FREQUENCY, 1, 2 * Math.PI, 0));
            default -> {
                UnitParser parser = new UnitParser();
                yield parser.collect(text) ? Optional.ofNullable(parser.product(symbol.strip())) : Optional.empty();
            }
        };
    }

    private static String normalised(String symbol) {
        return symbol.strip()
                .replace('\u00b5', 'u')
                .replace('\u03bc', 'u')
                .replace("\u03a9", "ohm")
                .replace("\u2126", "ohm")
                .replace("\u00b0", "deg")
                .replace("\u00b9", "1")
                .replace("\u00b2", "2")
                .replace("\u00b3", "3")
                .replace('\u207b', '-')
                .replace('\u2212', '-')
                .replace('\u00b7', ' ')
                .replace('*', ' ')
                .replace("^", "")
                .replaceAll(" *\\. *| +", " ")
                .replaceAll(" */ *", "/");
    }

    /** Sums the powers of equal symbols, so that {@code mAh/mAh} is a plain number without rounding. */
    private boolean collect(String text) {
        int sign = 1;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '/') {
                if (!factor(text.substring(from, i), sign)) {
                    return false;
                }
                sign = i < text.length() && text.charAt(i) == '/' ? -1 : sign;
                from = i + 1;
            }
        }
        return true;
    }

    private boolean factor(String text, int sign) {
        if (text.equals("1")) {
            return true;
        }
        int end = text.length();
        while (end > 0 && Character.isDigit(text.charAt(end - 1))) {
            end--;
        }
        int digits = end;
        if (end > 0 && digits < text.length() && text.charAt(end - 1) == '-') {
            end--;
        }
        if (end == 0 || text.length() - digits > 1) {
            return false;
        }
        int power = digits == text.length() ? 1 : Integer.parseInt(text.substring(end));
        powers.merge(text.substring(0, end), sign * power, Integer::sum);
        return power != 0 && Math.abs(power) <= LARGEST_POWER;
    }

    private @Nullable MeasurementUnit product(String symbol) {
        Dimension dimension = Dimension.NUMBER;
        double numerator = 1;
        double denominator = 1;
        int decade = 0;
        for (Map.Entry<String, Integer> factor : powers.entrySet()) {
            int prefix = 0;
            Base base = BASES.get(factor.getKey());
            if (base == null) {
                Integer known = PREFIXES.get(factor.getKey().substring(0, 1));
                base = BASES.get(factor.getKey().substring(1));
                if (known == null || base == null || !base.prefixable()) {
                    return null;
                }
                prefix = known;
            }
            int power = factor.getValue();
            dimension = dimension.times(base.dimension().power(power));
            decade += (prefix + base.decade()) * power;
            numerator *= Math.pow(power > 0 ? base.numerator() : base.denominator(), Math.abs(power));
            denominator *= Math.pow(power > 0 ? base.denominator() : base.numerator(), Math.abs(power));
        }
        return scaled(symbol, dimension, numerator, denominator, decade);
    }

    private static MeasurementUnit scaled(
            String symbol, Dimension dimension, double numerator, double denominator, int decade) {
        double above = numerator;
        double below = denominator;
        // 3600e-6 becomes 36/10000: fewer and exact roundings.
        int left = decade;
        while (left < 0 && above % 10 == 0) {
            above /= 10;
            left++;
        }
        while (left > 0 && below % 10 == 0) {
            below /= 10;
            left--;
        }
        double scale = powerOfTen(Math.abs(left));
        return new MeasurementUnit(
                symbol, dimension, left > 0 ? above * scale : above, left < 0 ? below * scale : below, 0);
    }

    /** Exact up to 1e22. */
    private static double powerOfTen(int decade) {
        double power = 1;
        for (int i = 0; i < decade; i++) {
            power *= 10;
        }
        return power;
    }
}
