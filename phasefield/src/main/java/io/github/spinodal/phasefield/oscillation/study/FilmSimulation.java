package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.electrode.StudyFilms;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.EventRecorder;
import io.github.spinodal.phasefield.ExchangeGraph;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.GrainEvent;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.ThermalNoise;
import io.github.spinodal.phasefield.VoltageRecorder;
import io.github.spinodal.phasefield.oscillation.Oscillation;
import io.github.spinodal.phasefield.oscillation.OscillationAnalysis;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Simulates a film and measures its oscillation. */
public final class FilmSimulation {
    /** Plateau potential against lithium (V). */
    public static final double EQUILIBRIUM_VOLT = 1.55;

    /** A simulation holds no noise of another origin. */
    static final OscillationAnalysis ANALYSIS =
            OscillationAnalysis.withDefaults().withoutSmoothNoise();

    private static final double EMPTY = 0.005;
    private static final double FULL = 0.98;
    private static final double SAMPLING = 3e-4;
    private static final double FAR = 1e-4;
    /** Outside the plateau a step could otherwise be as long as a period. */
    private static final double STRETCH_SAMPLES = 1000;

    /** Time step of thermal noise times the rate constant: a grain relaxes several times as fast as its rate constant. */
    private static final double NOISE_STEP = 0.02;

    private static final double REST_SECONDS = 1e6;
    /** Parts of the plateau that growth compares, each about six periods long. */
    private static final double[] EARLY = {0.05, 0.25};

    private static final double[] LATE = {0.75, 0.95};

    private FilmSimulation() {}

    /**
     * Charge of the plateau of the study's lighter film: 210 ug of lithium titanate at 175 mAh/g.
     *
     * @return charge (C)
     */
    public static double plateauCoulomb() {
        return StudyFilms.lightest().plateauCharge().inCoulombs();
    }

    /**
     * One simulated branch.
     *
     * @param film the film
     * @param rateFactor current over that of 0.1 C, positive
     * @param direction discharge fills the grains, charge empties them
     * @param settings sizes
     * @param seed seed of the grains
     * @return voltage against charge
     */
    public static GalvanostaticCurve curve(
            FilmPreset film, double rateFactor, Direction direction, StudySettings settings, long seed) {
        VoltageRecorder recorder = VoltageRecorder.atLeastApart(SAMPLING);
        boolean discharge = direction == Direction.DISCHARGE;
        ProtocolStep step = step(direction, rateFactor, FULL);
        simulation(film, Protocol.of(step), discharge ? EMPTY : 1 - EMPTY, settings, seed)
                .run(recorder);
        return recorder.curve(0);
    }

    /**
     * One simulated branch at 0.1 C with thermal noise.
     *
     * @param film the film
     * @param sites lithium sites per grain
     * @param direction discharge or charge
     * @param settings sizes
     * @param seed seed of the grains and of the noise
     * @return voltage against charge
     */
    static GalvanostaticCurve noisy(
            FilmPreset film, double sites, Direction direction, StudySettings settings, long seed) {
        VoltageRecorder recorder = VoltageRecorder.atLeastApart(SAMPLING);
        double start = direction == Direction.DISCHARGE ? EMPTY : 1 - EMPTY;
        simulation(film, Protocol.of(step(direction, 1, FULL)), start, settings, seed)
                .withNoise(new ThermalNoise(sites, NOISE_STEP / film.ratePerSecond(), seed))
                .run(recorder);
        return recorder.curve(0);
    }

    /**
     * The discharges of several cycles at 0.1 C, one after another. The grains start each as the charge before left them.
     *
     * @param film the film
     * @param cycles number of cycles, at least 1
     * @param settings sizes
     * @param seed seed of the grains
     * @return voltage against charge of each discharge
     */
    public static List<GalvanostaticCurve> cycles(FilmPreset film, int cycles, StudySettings settings, long seed) {
        Protocol protocol = Protocol.of(step(Direction.DISCHARGE, 1, FULL), step(Direction.CHARGE, 1, FULL))
                .repeated(cycles);
        VoltageRecorder recorder = VoltageRecorder.atLeastApart(SAMPLING);
        simulation(film, protocol, EMPTY, settings, seed).run(recorder);
        List<GalvanostaticCurve> curves = new ArrayList<>();
        for (int cycle = 0; cycle < cycles; cycle++) {
            curves.add(recorder.curve(2 * cycle));
        }
        return curves;
    }

    /**
     * The stretches of a branch at 0.1 C outside the plateau, sampled finely.
     *
     * @param before voltage against charge from the beginning to where the first grain changes phase; null if none does
     * @param after the same from where the last one does to the end; null if none does
     */
    record BesideThePlateau(
            @Nullable GalvanostaticCurve before, @Nullable GalvanostaticCurve after) {}

    /**
     * Simulates them. A run with the steps that the plateau needs finds where the phase change begins and ends; what lies
     * outside is run again in many short steps.
     *
     * @param film the film
     * @param direction discharge or charge
     * @param settings sizes
     * @param seed seed of the grains
     * @return the stretches
     */
    static BesideThePlateau besideThePlateau(FilmPreset film, Direction direction, StudySettings settings, long seed) {
        EventRecorder events = EventRecorder.all();
        boolean discharge = direction == Direction.DISCHARGE;
        double start = discharge ? FAR : 1 - FAR;
        simulation(film, Protocol.of(step(direction, 1, 1 - FAR)), start, settings, seed)
                .run(events);
        DoubleSummaryStatistics fillings =
                events.events().stream().mapToDouble(GrainEvent::filling).summaryStatistics();
        if (fillings.getCount() == 0) {
            return new BesideThePlateau(null, null);
        }
        double first = discharge ? fillings.getMin() : 1 - fillings.getMax();
        double last = discharge ? fillings.getMax() : 1 - fillings.getMin();
        double[] switched = simulation(film, Protocol.of(step(direction, 1, last)), start, settings, seed)
                .run()
                .fillings();
        VoltageRecorder before = VoltageRecorder.everyStep();
        simulation(film, Protocol.of(step(direction, 1, first)), start, settings, seed)
                .withMaximumFillingStep((first - FAR) / STRETCH_SAMPLES)
                .run(before);
        VoltageRecorder after = VoltageRecorder.everyStep();
        simulation(film, Protocol.of(step(direction, 1, 1 - FAR)), start, settings, seed)
                .withInitialFillings(switched)
                .withMaximumFillingStep((1 - FAR - last) / STRETCH_SAMPLES)
                .run(after);
        return new BesideThePlateau(before.curve(0), after.curve(0));
    }

    /**
     * The fillings of the grains after a discharge at 0.1 C and a long rest.
     *
     * @param film the film
     * @param filling mean filling, in (0, 1)
     * @param settings sizes
     * @param seed seed of the grains
     * @return filling of each grain
     */
    static double[] rested(FilmPreset film, double filling, StudySettings settings, long seed) {
        return simulation(
                        film,
                        Protocol.of(step(Direction.DISCHARGE, 1, filling), ProtocolStep.rest(REST_SECONDS)),
                        EMPTY,
                        settings,
                        seed)
                .run()
                .fillings();
    }

    private static ProtocolStep step(Direction direction, double rateFactor, double to) {
        double rate = FilmPreset.PLATEAU_RATE_PER_HOUR * rateFactor;
        return direction == Direction.DISCHARGE
                ? ProtocolStep.discharge(rate, EndCondition.filling(to))
                : ProtocolStep.charge(rate, EndCondition.filling(1 - to));
    }

    private static Simulation simulation(
            FilmPreset film, Protocol protocol, double initialFilling, StudySettings settings, long seed) {
        int grains = settings.grains();
        int rows = (int) Math.round(Math.sqrt(grains));
        boolean lattice = film.exchangeOverRate() > 0;
        GrainEnsemble ensemble = film.ensemble(lattice ? rows * rows : grains, seed);
        Electrode electrode = Electrode.of(ensemble, plateauCoulomb(), EQUILIBRIUM_VOLT);
        Simulation simulation = Simulation.of(electrode, protocol)
                .withInitialFilling(initialFilling)
                .withRelativeTolerance(settings.relativeTolerance());
        if (lattice) {
            simulation = simulation.withExchange(
                    ExchangeGraph.squareLattice(rows, rows, film.exchangeOverRate() * film.ratePerSecond()));
        }
        return simulation;
    }

    /**
     * The discharge of several seeds, measured.
     *
     * @param film the film
     * @param rateFactor current over that of 0.1 C, positive
     * @param settings sizes
     * @return the averages
     */
    public static FilmOscillation measure(FilmPreset film, double rateFactor, StudySettings settings) {
        return measure(film, rateFactor, Direction.DISCHARGE, settings);
    }

    /**
     * A branch of several seeds, measured.
     *
     * @param film the film
     * @param rateFactor current over that of 0.1 C, positive
     * @param direction discharge or charge
     * @param settings sizes
     * @return the averages
     */
    public static FilmOscillation measure(
            FilmPreset film, double rateFactor, Direction direction, StudySettings settings) {
        return measure(film, rateFactor, settings, seed -> curve(film, rateFactor, direction, settings, seed));
    }

    /** Curves of several seeds, measured. */
    static FilmOscillation measure(
            FilmPreset film, double rateFactor, StudySettings settings, LongFunction<GalvanostaticCurve> curves) {
        List<Analysed> runs = Seeds.map(settings.seeds(), settings.threads(), seed -> Analysed.of(curves.apply(seed)));
        List<Double> period = new ArrayList<>();
        List<Double> amplitude = new ArrayList<>();
        List<Double> bump = new ArrayList<>();
        List<Double> growth = new ArrayList<>();
        List<Double> plateau = new ArrayList<>();
        for (Analysed run : runs) {
            OscillationResult result = run.result();
            result.plateau().ifPresent(p -> plateau.add(p.voltageVolt() - EQUILIBRIUM_VOLT));
            addIfThereIs(amplitude, result.detrendedAmplitudeVolt(0.15, 0.85));
            Optional<Oscillation> found = result.oscillation();
            if (found.isPresent()) {
                Oscillation o = found.get();
                period.add(o.periodCoulomb().value() / plateauCoulomb());
                addIfThereIs(bump, o.bumps().medianHeightVolt());
                addIfThereIs(
                        growth,
                        result.detrendedAmplitudeVolt(LATE[0], LATE[1])
                                / result.detrendedAmplitudeVolt(EARLY[0], EARLY[1]));
            }
        }
        return new FilmOscillation(
                film,
                rateFactor,
                mean(period),
                mean(amplitude),
                mean(bump),
                mean(growth),
                period.size() / (double) runs.size(),
                mean(plateau),
                runs.get(0).curve(),
                runs.get(0).result());
    }

    /** A plateau may have no sample in a part of it, and an oscillation of microvolts no bump above the threshold. */
    private static void addIfThereIs(List<Double> values, double value) {
        if (!Double.isNaN(value)) {
            values.add(value);
        }
    }

    private record Analysed(GalvanostaticCurve curve, OscillationResult result) {
        static Analysed of(GalvanostaticCurve curve) {
            return new Analysed(curve, ANALYSIS.analyze(curve));
        }
    }

    /** Mean with its standard error; null if there are too few values to have one. */
    static @Nullable Measured mean(List<Double> values) {
        int count = values.size();
        if (count < 2) {
            return null;
        }
        double mean = 0;
        for (double value : values) {
            mean += value / count;
        }
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        return Measured.of(mean, Math.sqrt(square / (count - 1) / count));
    }
}
