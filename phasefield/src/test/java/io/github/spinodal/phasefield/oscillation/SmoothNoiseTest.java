package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Waves of no preferred period are no oscillation. */
class SmoothNoiseTest {
    private static final int CURVES = Integer.getInteger("spinodal.protocol.curves", 20);

    @Test
    void theVerdictSaysThatThereAreWavesUnlessSmoothNoiseIsRuledOut() {
        OscillationAnalysis analysis = OscillationAnalysis.withDefaults().withWindowOfCharge(0, 1);
        OscillationResult result = analysis.analyze(SmoothNoiseKind.SQUARED_EXPONENTIAL.curve(1, 0.1));
        assertEquals(OscillationVerdict.NO_PREFERRED_PERIOD, result.verdict(), result::toString);
        assertTrue(result.oscillation().isEmpty());
        assertTrue(result.probability() > 0.01, result::toString);
        // Noise of 1 mV rms has an amplitude of 2.8 mV, and an oscillation may be as large.
        assertTrue(result.amplitudeLimitVolt() > 2.5e-3, result::toString);
        OscillationResult trusting =
                analysis.withoutSmoothNoise().analyze(SmoothNoiseKind.SQUARED_EXPONENTIAL.curve(1, 0.1));
        assertEquals(OscillationVerdict.OSCILLATION, trusting.verdict(), trusting::toString);
    }

    /** More curves with {@code -Dspinodal.protocol.curves=200}. */
    @Tag("slow")
    @Test
    void falseAlarmsOfSmoothNoiseKeepTheirRate() {
        StringBuilder report = new StringBuilder();
        boolean good = true;
        int found = 0;
        int total = 0;
        for (SmoothNoiseKind kind : SmoothNoiseKind.values()) {
            for (double white : new double[] {0.001, 0.1, 0.5}) {
                Map<OscillationVerdict, Long> verdicts = verdicts(kind, white);
                report.append('\n')
                        .append(kind)
                        .append(", ")
                        .append(white)
                        .append(" mV: ")
                        .append(verdicts);
                long here = verdicts.getOrDefault(OscillationVerdict.OSCILLATION, 0L);
                found += (int) here;
                total += CURVES;
                // One in a hundred expected; the wide margin is for the cell, the narrow one below for all.
                good &= here <= 0.015 * CURVES + 4 * Math.sqrt(0.01 * CURVES);
            }
        }
        report.append("\nall: ").append(found).append(" of ").append(total);
        assertTrue(good && found <= 0.015 * total + 3 * Math.sqrt(0.01 * total), report::toString);
        Logger.getLogger(SmoothNoiseTest.class.getName()).info(report::toString);
    }

    private static Map<OscillationVerdict, Long> verdicts(SmoothNoiseKind kind, double whiteMillivolt) {
        OscillationAnalysis analysis = OscillationAnalysis.withDefaults().withWindowOfCharge(0, 1);
        return LongStream.range(0, CURVES)
                .parallel()
                .mapToObj(seed ->
                        analysis.analyze(kind.curve(seed, whiteMillivolt)).verdict())
                .collect(Collectors.groupingBy(verdict -> verdict, TreeMap::new, Collectors.counting()));
    }
}
