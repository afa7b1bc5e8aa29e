package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.SourceLocation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The self-check of imported NanoScope curves: with a relative trigger, the deflection at the end of the approach above its
 * baseline is the trigger threshold. A wrong scale shows as a ratio of six to ten, a shifted block as one of hundreds.
 */
final class NanoScopeTrigger {
    private static final double TOLERANCE = 0.25;

    private final double thresholdVolt;
    private int checked;
    private int failed;
    private double worst = 1;

    private NanoScopeTrigger(double thresholdVolt) {
        this.thresholdVolt = thresholdVolt;
    }

    static NanoScopeTrigger of(NanoScopeHeader header) {
        NanoScopeHeader.Section force = header.section("ciao force list");
        String mode = header.sections("ciao scan list").stream()
                .map(s -> s.values().getOrDefault("trigger mode", ""))
                .findFirst()
                .orElse("");
        mode = force.values().getOrDefault("trigger mode", mode);
        String threshold = force.values().getOrDefault("trig threshold deflection", "");
        boolean armed = mode.toLowerCase(Locale.ROOT).startsWith("relative");
        double volt = armed ? NanoScopeValue.of(threshold).hardValue().orElse(Double.NaN) : Double.NaN;
        return new NanoScopeTrigger(volt > 0 ? volt : Double.NaN);
    }

    /** Notes the ratio of reached to commanded trigger deflection on the curve. */
    RecordedCurve check(RecordedCurve curve, NanoScopeScale scale) {
        Optional<RecordedChannel> deflection = curve.segments().stream()
                .filter(s -> s.direction() == Direction.APPROACH)
                .findFirst()
                .flatMap(s -> s.channel("Deflection Error"));
        double perVolt = scale.metrePerHardUnit();
        if (Double.isNaN(thresholdVolt) || deflection.isEmpty() || !(perVolt > 0)) {
            return curve;
        }
        double[] values = deflection.get().values();
        double[] baseline = Arrays.copyOf(values, Math.max(1, values.length / 4));
        Arrays.sort(baseline);
        double top = Arrays.stream(values, Math.max(0, values.length - 50), values.length)
                .max()
                .orElse(Double.NaN);
        double ratio = (top - baseline[baseline.length / 2]) / perVolt / thresholdVolt;
        checked++;
        if (!(Math.abs(ratio - 1) <= TOLERANCE)) {
            failed++;
        }
        worst = !(Math.abs(ratio - 1) <= Math.abs(worst - 1)) ? ratio : worst;
        return curve.withMetadata("trigger ratio", String.format(Locale.ROOT, "%.4f", ratio));
    }

    /** Reports curves that miss the trigger. */
    void report(String source, List<Notice> notices) {
        if (failed > 0) {
            notices.add(new Notice(
                    SourceLocation.of(source),
                    String.format(
                            Locale.ROOT,
                            "%d of %d curves do not end at the trigger threshold (worst ratio %.4g): check their scale",
                            failed,
                            checked,
                            worst)));
        }
    }
}
