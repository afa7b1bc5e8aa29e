package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.EventRecorder;
import io.github.spinodal.phasefield.GrainEvent;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.VoltageRecorder;
import io.github.spinodal.phasefield.oscillation.study.FilmPreset;
import io.github.spinodal.phasefield.oscillation.study.ShiftShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Group sizes from noisy voltage against the event log of the same simulation, for other ensembles than those of the
 * calibration, drawn over the same range: {@code -Dspinodal.groups.ensembles=120} for the figures in the README.
 */
@Tag("slow")
class GroupSizeCoverageTest {
    private static final int ENSEMBLES = Integer.getInteger("spinodal.groups.ensembles", 60);
    private static final int GRAINS = 800;
    private static final double[] NOISE_MILLIVOLT = {0.02, 0.2};

    /** An estimate and the truth of one simulation. */
    private record Trial(GroupSize estimate, double truth, Regularity regularity) {
        double ratio() {
            return truth / estimate.share().value();
        }

        boolean covered() {
            return estimate.share().coverageInterval(0.95).contains(truth);
        }
    }

    @Test
    void theIntervalOfTheCalibratedEstimateHoldsTheTruth() {
        List<List<Trial>> all = IntStream.range(0, ENSEMBLES)
                .parallel()
                .mapToObj(GroupSizeCoverageTest::trials)
                .filter(trials -> !trials.isEmpty())
                .toList();
        StringBuilder report = new StringBuilder(all.size() + " of " + ENSEMBLES + " oscillate");
        for (GroupSizeMethod method : GroupSizeMethod.values()) {
            for (Regularity regularity : Regularity.values()) {
                describe(
                        select(all, method)
                                .filter(t -> t.regularity() == regularity)
                                .toList(),
                        report);
            }
        }
        Logger.getLogger(GroupSizeCoverageTest.class.getName()).info(report::toString);
        List<Trial> calibrated = select(all, GroupSizeMethod.CALIBRATED).toList();
        double covered = calibrated.stream().filter(Trial::covered).count() / (double) calibrated.size();
        double bias = calibrated.stream().mapToDouble(Trial::ratio).average().orElseThrow();
        assertTrue(all.size() >= 0.95 * ENSEMBLES, report::toString);
        double slack = 3 * Math.sqrt(0.0475 / all.size());
        assertTrue(covered > 0.95 - slack, report::toString);
        assertEquals(1, bias, 0.02, report::toString);
    }

    private static Stream<Trial> select(List<List<Trial>> all, GroupSizeMethod method) {
        return all.stream().flatMap(List::stream).filter(t -> t.estimate().method() == method);
    }

    private static void describe(List<Trial> trials, StringBuilder report) {
        if (trials.isEmpty()) {
            return;
        }
        double mean = trials.stream().mapToDouble(Trial::ratio).average().orElseThrow();
        double square = trials.stream()
                .mapToDouble(t -> (t.ratio() - mean) * (t.ratio() - mean))
                .average()
                .orElseThrow();
        report.append(String.format(
                Locale.ROOT,
                "%n%s, %s, %d curves: truth over estimate %.3f, standard deviation %.3f, coverage %.3f",
                trials.get(0).estimate().method(),
                trials.get(0).regularity(),
                trials.size(),
                mean,
                Math.sqrt(square),
                trials.stream().filter(Trial::covered).count() / (double) trials.size()));
    }

    private static List<Trial> trials(int seed) {
        SplittableRandom random = new SplittableRandom(19_000 + seed);
        FilmPreset film = FilmPreset.bare()
                .withOmega(3.3 + 1.2 * random.nextDouble())
                .withFillingRateOverRate(1e-3 * Math.pow(4, random.nextDouble()))
                .withSpreads(0.3, 0.03 * Math.pow(5, random.nextDouble()))
                .withShiftShape(random.nextBoolean() ? ShiftShape.NORMAL : ShiftShape.UNIFORM);
        Electrode electrode = Electrode.of(film.ensemble(GRAINS, 1000 + seed), 1, 1.55);
        VoltageRecorder voltage = VoltageRecorder.atLeastApart(5e-4);
        EventRecorder events = EventRecorder.all();
        Simulation.of(
                        electrode,
                        Protocol.of(
                                ProtocolStep.discharge(FilmPreset.PLATEAU_RATE_PER_HOUR, EndCondition.filling(0.98))))
                .withInitialFilling(0.005)
                .withRelativeTolerance(1e-5)
                .run(voltage, events);
        GalvanostaticCurve clean = voltage.curve(0);
        double[] noisy = clean.voltageVolt();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += NOISE_MILLIVOLT[seed % NOISE_MILLIVOLT.length] * 1e-3 * SyntheticPlateau.gaussian(random);
        }
        OscillationAnalysis analysis = OscillationAnalysis.withDefaults().withoutSmoothNoise();
        OscillationResult exact = analysis.analyze(clean);
        OscillationResult measured = analysis.analyze(
                GalvanostaticCurve.of(clean.direction(), clean.currentAmpere(), clean.chargeCoulomb(), noisy));
        if (exact.oscillation().isEmpty() || measured.oscillation().isEmpty()) {
            return List.of();
        }
        double truth = truth(exact, events.events());
        Regularity regularity = measured.oscillation().get().regularity();
        List<Trial> list = new ArrayList<>();
        for (GroupSizeMethod method : GroupSizeMethod.values()) {
            list.add(new Trial(GroupSize.of(measured, method, 1.5, 1), truth, regularity));
        }
        return list;
    }

    /** Share of the grains that fill past one half in the charge between the bumps of the curve without noise. */
    private static double truth(OscillationResult exact, List<GrainEvent> events) {
        double[] charge = exact.chargeCoulomb();
        double from = charge[0];
        double to = charge[charge.length - 1];
        double start = 0.005;
        long switched = events.stream()
                .filter(e -> e.direction() == GrainEvent.Direction.FILLING)
                .filter(e -> e.filling() - start >= from && e.filling() - start <= to)
                .count();
        double period = exact.oscillation().orElseThrow().periodCoulomb().value();
        return switched * period / (to - from) / GRAINS;
    }
}
