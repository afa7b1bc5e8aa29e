package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.phasefield.oscillation.SyntheticPlateau.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.logging.Logger;
import java.util.stream.IntStream;
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
    private static final int CURVES = Integer.getInteger("spinodal.protocol.curves", 150);

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
        check(recorded(cells), new Tolerance(0.98, 1, 0.93));
    }

    /** What is hard: curves at the ends of the ranges, damaged or unevenly sampled, and jumps that noise hides. */
    @Test
    void cornersAreMeasuredNearlyAsWell() {
        Map<String, SyntheticPlateau> cells = new LinkedHashMap<>();
        cells.put(
                "corner: sine, 5 periods drifting by 30 %, 2 mV in 0.1 mV",
                SyntheticPlateau.sine(400, 5, 2, 0.1).withPeriodDrift(0.3));
        cells.put(
                "corner: sine, 10 periods drifting by 30 %, 2 mV in 0.5 mV",
                SyntheticPlateau.sine(500, 10, 2, 0.5).withPeriodDrift(0.3));
        cells.put(
                "corner: sine, 25 periods drifting by 30 %, 5 mV in 0.1 mV",
                SyntheticPlateau.sine(600, 25, 5, 0.1).withPeriodDrift(0.3));
        cells.put(
                "corner: sine, 60 periods drifting by 30 %, 0.6 mV in 0.2 mV",
                SyntheticPlateau.sine(900, 60, 0.6, 0.2).withPeriodDrift(0.3));
        cells.put("corner: sine, 40 periods, 1 mV in 1 mV", SyntheticPlateau.sine(600, 40, 1, 1));
        cells.put("corner: sine, 80 periods, 0.3 mV in 0.1 mV", SyntheticPlateau.sine(900, 80, 0.3, 0.1));
        cells.put(
                "corner: sine, 25 periods, 1.5 mV in 0.3 mV, steps of 1 mV",
                SyntheticPlateau.sine(600, 25, 1.5, 0.3).withResolution(1));
        cells.put("corner: sawtooth, 20 periods, 0.3 mV in 0.3 mV", sawtooth(500, 20, 0.3, 0.3));
        cells.put("corner: sawtooth, 20 periods, 1 mV in 0.5 mV", sawtooth(500, 20, 1, 0.5));
        SyntheticPlateau rising = SyntheticPlateau.sine(500, 20.3, 1, 0.6).withShape(Shape.SHORT_RISE);
        cells.put("corner: rising for a tenth, 20.3 periods, 1 mV in 0.6 mV", rising);
        cells.put(
                "corner: rising for a tenth, 20.3 periods, 2.5 mV in 0.3 mV",
                rising.withAmplitude(2.5).withNoise(0.3));
        SyntheticPlateau correlated =
                SyntheticPlateau.sine(600, 20, 2.5, 0.5).withCorrelation(0.5).withResolution(1);
        cells.put(DAMAGED + "corner: sine, 20 periods, 2.5 mV in 0.5 mV of AR(1) 0.5, steps of 1 mV", correlated);
        Map<String, Cell> all = recorded(cells);
        SyntheticPlateau sine = SyntheticPlateau.sine(490, 20, 2.5, 0.5);
        SyntheticPlateau fine = SyntheticPlateau.sine(700, 20, 2.5, 0.5);
        String thinned = "corner: sine, 20 periods, 2.5 mV in 0.5 mV, sampled four times more coarsely from 60 % on";
        all.put(thinned, new Cell(sine, seed -> thinned(fine.curve(seed))));
        SyntheticPlateau red = fine.withCorrelation(0.8);
        all.put(thinned + ", AR(1) 0.8", new Cell(sine.withCorrelation(0.8), seed -> thinned(red.curve(seed))));
        check(all, new Tolerance(0.85, 1.25, 0.89));
    }

    /**
     * A plateau and what is recorded of it.
     *
     * @param plateau the truth, with as many samples as are recorded
     * @param recorded the curve of a seed
     */
    private record Cell(SyntheticPlateau plateau, LongFunction<GalvanostaticCurve> recorded) {}

    /**
     * What is asked of a cell.
     *
     * @param found least share found
     * @param errors errors over their limits
     * @param coverage least coverage of the intervals
     */
    private record Tolerance(double found, double errors, double coverage) {}

    private static void check(Map<String, Cell> cells, Tolerance tolerance) {
        cells.keySet().removeIf(name -> !name.contains(CELLS));
        StringBuilder report = new StringBuilder();
        boolean good = true;
        for (Map.Entry<String, Cell> cell : cells.entrySet()) {
            SyntheticPlateau plateau = cell.getValue().plateau();
            OscillationProtocol p =
                    OscillationProtocol.run(plateau, cell.getValue().recorded(), CURVES, 100_000);
            report.append('\n').append(cell.getKey()).append(": ").append(p.describe(plateau));
            double margin = tolerance.errors() * (1 + 3 / Math.sqrt(2.0 * CURVES));
            // A coverage is known to sqrt(0.05 * 0.95/n); intervals too wide are no better than those too narrow.
            double slack = 3 * Math.sqrt(0.0475 / CURVES);
            double least = tolerance.coverage() - slack;
            double most = 1.9 - tolerance.coverage() + slack;
            good &= p.found() > tolerance.found()
                    && p.amplitudeError() < margin * OscillationProtocol.amplitudeLimit(plateau)
                    && covers(p.periodCoverage(), least, most)
                    && covers(p.amplitudeCoverage(), least, most)
                    && p.periodError() < margin * OscillationProtocol.periodLimit(plateau);
        }
        assertTrue(good, report::toString);
        report(report);
    }

    private static boolean covers(double coverage, double least, double most) {
        return coverage > least && coverage < most;
    }

    private static GalvanostaticCurve thinned(GalvanostaticCurve curve) {
        double[] charge = curve.chargeCoulomb();
        double[] voltage = curve.voltageVolt();
        int[] kept = IntStream.range(0, charge.length)
                .filter(i -> charge[i] < 0.6 || i % 4 == 3)
                .toArray();
        return GalvanostaticCurve.of(
                curve.direction(),
                1e-5,
                Arrays.stream(kept).mapToDouble(i -> charge[i]).toArray(),
                Arrays.stream(kept).mapToDouble(i -> voltage[i]).toArray());
    }

    private static SyntheticPlateau sawtooth(int samples, double periods, double amplitude, double noise) {
        return SyntheticPlateau.sine(samples, periods, amplitude, noise).withShape(Shape.SAWTOOTH);
    }

    private static Map<String, Cell> recorded(Map<String, SyntheticPlateau> plateaus) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        plateaus.forEach((name, plateau) -> cells.put(name, new Cell(plateau, recorded(name, plateau))));
        return cells;
    }

    private static LongFunction<GalvanostaticCurve> recorded(String name, SyntheticPlateau plateau) {
        return name.startsWith(DAMAGED) ? seed -> DamagedRecord.of(plateau.curve(seed), seed) : plateau::curve;
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
