package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.data.GalvanostaticCurve;
import java.util.Arrays;
import java.util.SplittableRandom;

/** What happens to a record on a cycler: spikes, a pause, a gap, single samples lost. */
final class DamagedRecord {
    private static final double LOST = 0.05;
    private static final double HALF_GAP = 0.02;
    private static final double SPIKES = 0.01;
    private static final int PAUSE_SAMPLES = 60;

    private DamagedRecord() {}

    static GalvanostaticCurve of(GalvanostaticCurve curve, long seed) {
        SplittableRandom random = new SplittableRandom(31 * seed + 7);
        int n = curve.size();
        double gap = 0.1 + 0.8 * random.nextDouble();
        int pause = (int) (n * (0.1 + 0.8 * random.nextDouble()));
        double[] charge = new double[n + PAUSE_SAMPLES];
        double[] voltage = new double[n + PAUSE_SAMPLES];
        int kept = 0;
        for (int i = 0; i < n; i++) {
            boolean inside = i > 0 && i < n - 1;
            boolean lost = random.nextDouble() < LOST || Math.abs(i / (n - 1.0) - gap) < HALF_GAP;
            double sign = random.nextDouble() < 0.5 ? -1 : 1;
            double spike = random.nextDouble() < SPIKES ? sign * (0.01 + 0.02 * random.nextDouble()) : 0;
            if (!inside || !lost) {
                charge[kept] = curve.charge(i);
                voltage[kept++] = curve.voltage(i) + spike;
            }
            for (int k = 0; i == pause && k < PAUSE_SAMPLES; k++) {
                charge[kept] = curve.charge(i);
                voltage[kept++] = curve.voltage(i) + 0.01 * (1 - Math.exp(-k / 15.0));
            }
        }
        return GalvanostaticCurve.of(
                curve.direction(), curve.currentAmpere(), Arrays.copyOf(charge, kept), Arrays.copyOf(voltage, kept));
    }
}
