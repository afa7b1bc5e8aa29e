package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.electrode.StudyFilms;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.ExchangeGraph;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.VoltageRecorder;
import io.github.spinodal.phasefield.oscillation.Oscillation;
import io.github.spinodal.phasefield.oscillation.OscillationAnalysis;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import io.github.spinodal.phasefield.oscillation.Plateau;
import java.util.Optional;

/** Simulates a film and measures its oscillation. */
public final class FilmSimulation {
    /** Plateau potential against lithium (V). */
    public static final double EQUILIBRIUM_VOLT = 1.55;

    private static final double EMPTY = 0.005;
    private static final double FULL = 0.98;
    private static final double SAMPLING = 3e-4;
    private static final double EARLY = 0.1;
    private static final double LATE = 0.9;

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
        int grains = settings.grains();
        int rows = (int) Math.round(Math.sqrt(grains));
        boolean lattice = film.exchangeOverRate() > 0;
        GrainEnsemble ensemble = film.ensemble(lattice ? rows * rows : grains, seed);
        Electrode electrode = Electrode.of(ensemble, plateauCoulomb(), EQUILIBRIUM_VOLT);
        double rate = FilmPreset.PLATEAU_RATE_PER_HOUR * rateFactor;
        boolean discharge = direction == Direction.DISCHARGE;
        ProtocolStep step = discharge
                ? ProtocolStep.discharge(rate, EndCondition.filling(FULL))
                : ProtocolStep.charge(rate, EndCondition.filling(1 - FULL));
        Simulation simulation = Simulation.of(electrode, Protocol.of(step))
                .withInitialFilling(discharge ? EMPTY : 1 - EMPTY)
                .withRelativeTolerance(settings.relativeTolerance())
                .withThreads(settings.threads());
        if (lattice) {
            simulation = simulation.withExchange(
                    ExchangeGraph.squareLattice(rows, rows, film.exchangeOverRate() * film.ratePerSecond()));
        }
        VoltageRecorder recorder = VoltageRecorder.atLeastApart(SAMPLING);
        simulation.run(recorder);
        return recorder.curve(0);
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
        int seeds = settings.seeds();
        double[] period = new double[seeds];
        double[] amplitude = new double[seeds];
        double[] bump = new double[seeds];
        double[] growth = new double[seeds];
        int oscillating = 0;
        double plateauVolt = 0;
        GalvanostaticCurve first = curve(film, rateFactor, direction, settings, 1);
        OscillationResult firstResult = OscillationAnalysis.withDefaults().analyze(first);
        for (int s = 0; s < seeds; s++) {
            GalvanostaticCurve curve = s == 0 ? first : curve(film, rateFactor, direction, settings, s + 1L);
            OscillationResult result =
                    s == 0 ? firstResult : OscillationAnalysis.withDefaults().analyze(curve);
            plateauVolt += result.plateau().map(Plateau::voltageVolt).orElse(EQUILIBRIUM_VOLT) / seeds;
            double detrended = result.detrendedAmplitudeVolt(0.15, 0.85);
            amplitude[s] = Double.isNaN(detrended) ? 0 : detrended;
            Optional<Oscillation> found = result.oscillation();
            growth[s] = 1;
            if (found.isPresent()) {
                Oscillation o = found.get();
                period[oscillating] = o.periodCoulomb().value() / plateauCoulomb();
                bump[oscillating] = o.bumps().medianHeightVolt();
                growth[oscillating] = local(o, LATE) / Math.max(1e-9, local(o, EARLY));
                oscillating++;
            }
        }
        return new FilmOscillation(
                film,
                rateFactor,
                mean(period, oscillating),
                mean(amplitude, seeds),
                mean(bump, oscillating),
                oscillating == 0 ? Measured.exact(1) : mean(growth, oscillating),
                oscillating / (double) seeds,
                plateauVolt - EQUILIBRIUM_VOLT,
                first,
                firstResult);
    }

    private static double local(Oscillation oscillation, double share) {
        int places = oscillation.local().size();
        return oscillation
                .local()
                .get((int) Math.round(share * (places - 1)))
                .amplitudeVolt()
                .value();
    }

    private static Measured mean(double[] values, int count) {
        if (count == 0) {
            return Measured.exact(0);
        }
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += values[i] / count;
        }
        double square = 0;
        for (int i = 0; i < count; i++) {
            square += (values[i] - mean) * (values[i] - mean);
        }
        return Measured.of(mean, count < 2 ? 0 : Math.sqrt(square / (count - 1) / count));
    }
}
