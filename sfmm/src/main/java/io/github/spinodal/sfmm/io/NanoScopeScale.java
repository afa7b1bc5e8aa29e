package io.github.spinodal.sfmm.io;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The factor from least significant bits to a physical unit.
 *
 * @param factor unit per least significant bit
 * @param unit the unit
 * @param sensitivity unit per hard unit, 1 where there is no sensitivity
 * @param assumed whether the header named no unit of the sensitivity, so that nm/V was assumed
 */
record NanoScopeScale(double factor, String unit, double sensitivity, boolean assumed) {
    /** Metre per hard unit (m/V), or NaN where the channel is no length. */
    double metrePerHardUnit() {
        RecordedChannel one = RecordedChannel.of("", unit, new double[] {sensitivity});
        return one.unit().equals("m") ? one.value(0) : Double.NaN;
    }

    /**
     * The scale of a channel of a force curve: the hard scale in parentheses times the sensitivity, and not the hard value
     * divided by 65536, which is too small by six to ten times.
     */
    static NanoScopeScale ofCurve(NanoScopeHeader header, NanoScopeHeader.Section section) {
        NanoScopeValue scale = NanoScopeValue.of(section.text("z scale"));
        OptionalDouble perBit = scale.hardScale();
        if (perBit.isEmpty()) {
            throw header.error(
                    "the line \"Z scale\" of a channel gives no hard scale per bit: " + section.text("z scale"));
        }
        return converted(header, scale, perBit.getAsDouble());
    }

    /** The scale of an image: the hard value spread over the range of the samples, or the printed scale where it is absent. */
    static NanoScopeScale ofImage(NanoScopeHeader header, NanoScopeHeader.Section section, int statedBytes) {
        NanoScopeValue scale = NanoScopeValue.of(section.text("z scale"));
        double perBit = scale.hardValue().isPresent()
                ? scale.hardValue().getAsDouble() / Math.pow(2, 8.0 * statedBytes)
                : scale.hardScale().orElse(Double.NaN);
        if (Double.isNaN(perBit)) {
            throw header.error("the line \"Z scale\" of an image gives no range: " + section.text("z scale"));
        }
        return converted(header, scale, perBit);
    }

    private static NanoScopeScale converted(NanoScopeHeader header, NanoScopeValue scale, double perBit) {
        String hardUnit = scale.unit().isEmpty() ? scale.hardScaleUnit().replace("/LSB", "") : scale.unit();
        if (scale.softScale() == null) {
            return checked(header, perBit, hardUnit, 1, false);
        }
        NanoScopeValue soft = header.softScale(scale.softScale());
        double sensitivity = soft.hardValue().orElse(Double.NaN);
        String softUnit = soft.unit();
        if (softUnit.contains("/")) {
            return checked(
                    header, perBit * sensitivity, softUnit.substring(0, softUnit.indexOf('/')), sensitivity, false);
        }
        boolean length = isDeflection(scale.softScale()) && sensitivity != 1;
        return checked(header, perBit * sensitivity, length ? "nm" : hardUnit, sensitivity, length);
    }

    private static boolean isDeflection(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return key.contains("defl");
    }

    private static NanoScopeScale checked(
            NanoScopeHeader header, double factor, String unit, double sensitivity, boolean assumed) {
        if (!(Math.abs(factor) > 0 && Math.abs(factor) < Double.POSITIVE_INFINITY)) {
            throw header.error("a scale of the header must be a finite number other than 0, but is " + factor);
        }
        return new NanoScopeScale(factor, unit, sensitivity, assumed);
    }
}
