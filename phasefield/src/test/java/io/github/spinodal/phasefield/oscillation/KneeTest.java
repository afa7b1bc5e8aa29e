package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spinodal.core.data.GalvanostaticCurve;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole discharges whose plateau bends into its steep ends within less than a period, as those of thin films do. */
class KneeTest {
    private static final int SAMPLES = 3600;
    private static final double CAPACITY = 55;
    private static final double FROM = 4;
    private static final double WIDTH = 37.5;

    /** A film of 55 uAh: 3 V, plateau at 1.55 V with a sine of given period (uAh) and amplitude (mV), 0.1 V. */
    private static GalvanostaticCurve discharge(double period, double amplitude, double noise, long seed) {
        Random random = new Random(seed);
        double[] charge = new double[SAMPLES];
        double[] voltage = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            double q = CAPACITY * i / (SAMPLES - 1);
            double share = (q - FROM) / WIDTH;
            double v =
                    1.55 + 1.45 * Math.exp(-q / 0.8) - 0.012 * share - 1.4 / (1 + Math.exp((FROM + WIDTH + 6 - q) / 2));
            if (share > 0 && share < 1) {
                double fade = Math.min(1, Math.min(share, 1 - share) / 0.04);
                v += amplitude / 2000 * fade * Math.sin(2 * Math.PI * (q - FROM) / period + 0.7);
            }
            charge[i] = q * 3.6e-3;
            voltage[i] = v + noise / 1000 * random.nextGaussian();
        }
        return GalvanostaticCurve.of(GalvanostaticCurve.Direction.DISCHARGE, 5.46e-6, charge, voltage);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 5, 0.1",
        "4, 5, 0.4",
        "4, 2.52, 0.1",
        "4, 2.52, 0.4",
        "4, 1, 0.1",
        "1.263, 2.52, 0.1",
        "1.263, 5, 0.1"
    })
    void theEndsOfThePlateauDoNotBendThePhase(double period, double amplitude, double noise) {
        OscillationResult result = OscillationAnalysis.withDefaults().analyze(discharge(period, amplitude, noise, 7));
        Oscillation oscillation = result.oscillation().orElseThrow(() -> new AssertionError(result));
        assertEquals(period, oscillation.periodMicroampereHours().value(), 0.01 * period, result::toString);
        assertEquals(amplitude, oscillation.amplitudeMillivolts().value(), 0.05 * amplitude, result::toString);
        double drift = oscillation.periodDrift().value();
        assertEquals(0, drift, Math.max(0.03, 3 * oscillation.periodDrift().standardUncertainty()), result::toString);
    }
}
