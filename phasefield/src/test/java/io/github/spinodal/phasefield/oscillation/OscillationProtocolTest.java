package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.phasefield.oscillation.SyntheticPlateau.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The accuracy protocol on curves of known truth. The full one repeats each cell 5000 times:
 * {@code -Dspinodal.protocol.curves=5000}, and {@code -Dspinodal.protocol.cells=sawtooth} only some of the cells.
 */
@Tag("slow")
class OscillationProtocolTest {
    /** Only cells whose name holds this text are run. */
    private static final String CELLS = System.getProperty("spinodal.protocol.cells", "");

    private static final String DAMAGED = "spikes, pauses, gaps: ";
    private static final int CURVES = Integer.getInteger("spinodal.protocol.curves", 300);

    @Test
    void errorsStayWithinTheCramerRaoBoundAndIntervalsCover() {
        Map<String, SyntheticPlateau> cells = new LinkedHashMap<>();
        cells.put("sine, 5 periods, 0.3 mV in 0.1 mV", SyntheticPlateau.sine(400, 5, 0.3, 0.1));
        cells.put("sine, 20 periods, 0.3 mV in 0.1 mV", SyntheticPlateau.sine(500, 20, 0.3, 0.1));
        cells.put("sine, 40 periods, 5 mV in 1 mV", SyntheticPlateau.sine(600, 40, 5, 1));
        cells.put("sine, 20 periods, 2.5 mV in 0.5 mV", SyntheticPlateau.sine(500, 20, 2.5, 0.5));
        cells.put("sine, 80 periods, 1 mV in 0.5 mV", SyntheticPlateau.sine(900, 80, 1, 0.5));
        cells.put(
                "sine, 30 periods, 2 mV in 0.5 mV of AR(1) 0.8",
                SyntheticPlateau.sine(600, 30, 2, 0.5).withCorrelation(0.8));
        cells.put(
                "sine, 25 periods drifting by 30 %, 2 mV in 0.5 mV",
                SyntheticPlateau.sine(600, 25, 2, 0.5).withPeriodDrift(0.3));
        cells.put("sawtooth, 16 periods, 2.5 mV in 0.5 mV", sawtooth(500, 16, 2.5, 0.5));
        cells.put("sawtooth, 40 periods, 2.5 mV in 0.5 mV", sawtooth(900, 40, 2.5, 0.5));
        cells.put("sawtooth, 5 periods, 2.5 mV in 0.5 mV", sawtooth(400, 5, 2.5, 0.5));
        cells.put("sawtooth, 80 periods, 1 mV in 0.3 mV", sawtooth(900, 80, 1, 0.3));
        cells.put("sawtooth, 5 periods, 5 mV in 0.1 mV", sawtooth(400, 5, 5, 0.1));
        cells.put("sawtooth, 16 periods, 5 mV in 0.1 mV", sawtooth(500, 16, 5, 0.1));
        cells.put("sawtooth, 40 periods, 5 mV in 0.1 mV", sawtooth(900, 40, 5, 0.1));
        cells.put(
                "sawtooth, 25 periods drifting by 30 %, 2.5 mV in 0.5 mV",
                sawtooth(600, 25, 2.5, 0.5).withPeriodDrift(0.3));
        cells.put("sine, 5 periods, 5 mV in 1 mV", SyntheticPlateau.sine(400, 5, 5, 1));
        cells.put(
                "sine, 5 periods drifting by 30 %, 2 mV in 0.5 mV",
                SyntheticPlateau.sine(400, 5, 2, 0.5).withPeriodDrift(0.3));
        cells.put("sine, 20 periods, 0.3 mV in 0.3 mV", SyntheticPlateau.sine(500, 20, 0.3, 0.3));
        cells.put(DAMAGED + "sine, 20 periods, 2.5 mV in 0.5 mV", SyntheticPlateau.sine(600, 20, 2.5, 0.5));
        cells.keySet().removeIf(name -> !name.contains(CELLS));
        StringBuilder report = new StringBuilder();
        boolean good = true;
        for (Map.Entry<String, SyntheticPlateau> cell : cells.entrySet()) {
            SyntheticPlateau plateau = cell.getValue();
            OscillationProtocol p = OscillationProtocol.run(plateau, recorded(cell.getKey(), plateau), CURVES, 100_000);
            report.append('\n').append(cell.getKey()).append(": ").append(p.describe(plateau));
            double margin = 1 + 3 / Math.sqrt(2.0 * CURVES);
            // A coverage is known to sqrt(0.05 * 0.95/n); the limits are 93 and 97 %.
            double slack = 3 * Math.sqrt(0.0475 / CURVES);
            good &= p.found() > 0.98
                    && p.periodError() < margin * OscillationProtocol.periodLimit(plateau)
                    && p.amplitudeError() < margin * OscillationProtocol.amplitudeLimit(plateau)
                    && covers(p.periodCoverage(), slack)
                    && covers(p.amplitudeCoverage(), slack);
        }
        assertTrue(good, report::toString);
        report(report);
    }

    private static SyntheticPlateau sawtooth(int samples, double periods, double amplitude, double noise) {
        return SyntheticPlateau.sine(samples, periods, amplitude, noise).withShape(Shape.SAWTOOTH);
    }

    private static LongFunction<GalvanostaticCurve> recorded(String name, SyntheticPlateau plateau) {
        return name.startsWith(DAMAGED) ? seed -> DamagedRecord.of(plateau.curve(seed), seed) : plateau::curve;
    }

    private static boolean covers(double coverage, double slack) {
        return coverage > 0.93 - slack && coverage < 0.97 + slack;
    }

    @Test
    void falseAlarmsKeepTheirRate() {
        Map<String, SyntheticPlateau> cells = new LinkedHashMap<>();
        SyntheticPlateau noise = SyntheticPlateau.sine(400, 20, 0, 0.5);
        cells.put("white noise", noise);
        cells.put("AR(1) 0.5", noise.withCorrelation(0.5));
        cells.put("AR(1) 0.8", noise.withCorrelation(0.8));
        cells.put("AR(1) 0.95", noise.withCorrelation(0.95));
        SyntheticPlateau coarse = noise.withCorrelation(0.5).withResolution(1);
        cells.put("AR(1) 0.5 in steps of 1 mV", coarse);
        cells.put(DAMAGED + "AR(1) 0.5 in steps of 1 mV", coarse);
        cells.keySet().removeIf(name -> !name.contains(CELLS));
        StringBuilder report = new StringBuilder();
        boolean good = true;
        for (Map.Entry<String, SyntheticPlateau> cell : cells.entrySet()) {
            SyntheticPlateau plateau = cell.getValue();
            double found = OscillationProtocol.run(plateau, recorded(cell.getKey(), plateau), CURVES, 500_000)
                    .found();
            good &= found <= 0.015 + 3 * Math.sqrt(0.01 / CURVES);
            report.append('\n').append(cell.getKey()).append(": false alarms ").append(found);
        }
        assertTrue(good, report::toString);
        report(report);
    }

    /** The figures go to the test's report file. */
    private static void report(StringBuilder text) {
        Logger.getLogger(OscillationProtocolTest.class.getName()).info(text::toString);
    }
}
