package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reproduces the voltage oscillations of the study with the many-grain simulation: calibration of the bare film at 0.1 C,
 * everything else as predictions with verdicts.
 */
public final class StudyReproduction {
    private static final double SLOW = 0.25;
    private static final double[] EXCHANGES = {0, 0.0003, 0.001};
    private static final int CYCLES = 3;

    /** Six branches one after another for each seed. */
    private static final int LARGEST_CYCLED = 2000;

    private static final double NARROW_RATES = 0.05;
    private static final String SETS_OMEGA = "sets Omega";
    /** Exchange makes a simulation many times slower, so it is tried on fewer grains. */
    private static final int LARGEST_LATTICE = 400;

    private final StudyRun run;

    private StudyReproduction(StudyRun run) {
        this.run = run;
    }

    /**
     * Runs everything.
     *
     * @param settings sizes
     * @param progress told in words what is going on; may ignore it
     * @return rows and curves
     */
    public static StudyResult run(StudySettings settings, Consumer<String> progress) {
        return new StudyReproduction(new StudyRun(settings, progress)).run();
    }

    private StudyResult run() {
        StudySettings settings = run.settings;
        FilmOscillation bare = Calibration.ofRate(FilmPreset.bare(), settings, run.progress());
        FilmOscillation charge = charge(bare);
        calibrated(
                "oscillation.bare",
                "bare film, Omega of the literature",
                bare,
                charge,
                "a prediction: only the period was calibrated");
        FilmOscillation narrow = narrow();
        FilmOscillation free = Calibration.ofRateAndInteraction(bare.film(), settings, run.progress());
        calibrated("oscillation.bare_free", "bare film, Omega free", free, charge(free), SETS_OMEGA);
        NegativeControl.run(run, free);
        FilmOscillation slow = slow(free);
        cycles(free);
        List<FilmOscillation> redistribution = redistribution(free);
        List<GrowthVariant> growth = GrowthScan.run(run, free, redistribution);
        FilmOscillation uniform = uniform(free);
        ConvergenceRows.run(run, "oscillation.convergence", "bare film, Omega free", free);
        ConvergenceRows.run(run, "oscillation.convergence_uniform", "bare film, uniform shifts", uniform);
        CoatingScenarios scenarios = new CoatingScenarios(run, free.film().omegaOverKT());
        List<FilmOscillation> coated = scenarios.azo60(free, "symmetric");
        scenarios.otherFilms(free);
        FilmOscillation bazant =
                Calibration.ofRate(free.film().withKinetics(Kinetics.bazant()), settings, run.progress());
        calibrated(
                "oscillation.bare_bazant",
                "bare film, Bazant's law",
                bazant,
                null,
                "a prediction: Omega as under the symmetric law");
        scenarios.azo60(bazant, "bazant");
        ImpedanceComparison.run(run, free);
        return new StudyResult(
                settings, run.rows(), bare, charge, narrow, free, uniform, slow, coated, redistribution, growth);
    }

    private FilmOscillation charge(FilmOscillation film) {
        return FilmSimulation.measure(
                film.film(), 1, Direction.CHARGE, run.settings.withSeeds(StudyRun.SCENARIO_SEEDS));
    }

    /** The literature's interaction with rates that differ less: what spreads the rates lowers the amplitude. */
    private FilmOscillation narrow() {
        FilmPreset start = FilmPreset.bare();
        FilmOscillation narrow = Calibration.ofRate(
                start.withSpreads(NARROW_RATES, start.shiftSpreadOverKT()), run.settings, run.progress());
        String id = "oscillation.bare_narrow";
        String what = "bare film, Omega of the literature, spread of ln k 0.05";
        calibrated(id, what, narrow, charge(narrow), "a prediction: only the period was calibrated");
        FilmOscillation slow =
                FilmSimulation.measure(narrow.film(), SLOW, run.settings.withSeeds(StudyRun.SCENARIO_SEEDS));
        exponents(id, what, slow, narrow);
        return narrow;
    }

    /** The film whose shifts are uniform, calibrated on period and amplitude once more. */
    private FilmOscillation uniform(FilmOscillation free) {
        FilmPreset start = free.film()
                .withSpreads(free.film().rateLogSpread(), GrowthScan.UNIFORM_SPREAD)
                .withShiftShape(ShiftShape.UNIFORM);
        FilmOscillation uniform = Calibration.ofRateAndInteraction(start, run.settings, run.progress());
        calibrated(
                "oscillation.bare_uniform",
                "bare film, shifts uniform over 0.4 kT, Omega free",
                uniform,
                null,
                SETS_OMEGA);
        run.add(
                StudyRow.compared(
                        "oscillation.bare_uniform.growth",
                        "bare film, shifts uniform over 0.4 kT, Omega free: growth of the amplitude from the first to the last fifth",
                        uniform.growth(),
                        "",
                        "oscillation during the whole plateau",
                        StudyRun.SECTION,
                        uniform.growthOrNaN() < 2,
                        uniform.growth() == null
                                ? uniform.missing()
                                : "the tilt that 0.4 kT of shifts gives the plateau is 10 mV; the study subtracts an average line"));
        return uniform;
    }

    private void calibrated(
            String id, String what, FilmOscillation film, @Nullable FilmOscillation charge, String amplitudeRemark) {
        StudyRow.Agreement agreement = Math.abs(film.periodOrNaN() * Calibration.PLATEAU_CAPACITY - 0.67) <= 0.07
                ? StudyRow.Agreement.CALIBRATED
                : StudyRow.Agreement.DISAGREES;
        run.add(new StudyRow(
                id + ".period",
                what + ": period at 0.1 C",
                StudyRun.times(film.periodShare(), Calibration.PLATEAU_CAPACITY),
                "uAh/cm2",
                "0.67",
                StudyRun.SECTION,
                film.periodShare() == null ? StudyRow.Agreement.NOT_DERIVABLE : agreement,
                film.periodShare() == null
                        ? film.missing()
                        : "sets the rate constant, as closely as the scatter between draws of the grains allows; plateau of "
                                + StudyRun.text(Calibration.PLATEAU_CAPACITY) + " uAh/cm2"));
        run.add(StudyRow.prediction(
                id + ".period_of_total",
                what + ": period over the total capacity",
                StudyRun.times(film.periodShare(), 100 * Calibration.PLATEAU_CAPACITY / Calibration.TOTAL_CAPACITY),
                "%",
                "the study divides 0.67 by 29.0: 2.31 %",
                "",
                film));
        run.add(StudyRow.prediction(
                id + ".period_of_plateau",
                what + ": period over the plateau's capacity",
                StudyRun.times(film.periodShare(), 100),
                "%",
                "0.67 over 19.5-21.4 uAh/cm2: 3.14-3.44 %",
                "",
                film));
        StudyRow.Agreement amplitude =
                film.amplitudeVolt() == null ? StudyRow.Agreement.NOT_DERIVABLE : StudyRow.Agreement.DISAGREES;
        if (Calibration.meetsAmplitude(film)) {
            amplitude = amplitudeRemark.equals(SETS_OMEGA) ? StudyRow.Agreement.CALIBRATED : StudyRow.Agreement.AGREES;
        }
        run.add(new StudyRow(
                id + ".amplitude",
                what + ": amplitude over the middle 70 % of the plateau, 2 sqrt(2) rms",
                StudyRun.times(film.amplitudeVolt(), 1000),
                "mV",
                "2.52",
                StudyRun.SECTION,
                amplitude,
                film.amplitudeVolt() == null ? film.missing() : amplitudeRemark));
        run.add(StudyRow.compared(
                id + ".bump_height",
                what + ": median height of single bumps",
                StudyRun.times(film.bumpVolt(), 1000),
                "mV",
                "2.52",
                StudyRun.SECTION,
                film.bumpVolt() != null && Math.abs(film.bumpVolt().value() - Calibration.AMPLITUDE_VOLT) <= 0.4e-3,
                film.bumpVolt() == null ? film.missing() : "the other definition of amplitude"));
        run.add(StudyRow.prediction(
                id + ".omega", what + ": Omega/kT", Measured.exact(film.film().omegaOverKT()), "", "preset", ""));
        run.add(StudyRow.prediction(
                id + ".filling_rate_over_rate",
                what + ": rate of filling over rate constant",
                Measured.exact(film.film().fillingRateOverRate()),
                "",
                "calibration on the period",
                ""));
        if (charge != null) {
            run.add(StudyRow.prediction(
                    id + ".gap",
                    what + ": gap between charge and discharge plateau",
                    gapMillivolt(charge.plateauVolt(), film.plateauVolt()),
                    "mV",
                    "simulation",
                    charge.plateauVolt() == null || film.plateauVolt() == null
                            ? "no plateau on one of the branches"
                            : "the half cell alone: no lithium electrode, no ohmic drop"));
        }
    }

    private static @Nullable Measured gapMillivolt(@Nullable Measured charge, @Nullable Measured discharge) {
        return charge == null || discharge == null
                ? null
                : charge.minus(discharge).times(1000);
    }

    /** Amplitude and period of later cycles; the model has no ageing, so only the memory of the grains can change them. */
    private void cycles(FilmOscillation film) {
        run.say("cycles");
        StudySettings settings = run.settings.withAtMost(LARGEST_CYCLED);
        List<OscillationResult[]> cycles = Seeds.map(settings.seeds(), settings.threads(), seed -> {
            List<GalvanostaticCurve> curves = FilmSimulation.cycles(film.film(), CYCLES, settings, seed);
            return new OscillationResult[] {
                FilmSimulation.ANALYSIS.analyze(curves.get(0)), FilmSimulation.ANALYSIS.analyze(curves.get(CYCLES - 1))
            };
        });
        List<Double> amplitudes = new ArrayList<>();
        List<Double> periods = new ArrayList<>();
        for (OscillationResult[] cycle : cycles) {
            if (cycle[0].oscillation().isPresent() && cycle[1].oscillation().isPresent()) {
                amplitudes.add(
                        cycle[1].detrendedAmplitudeVolt(0.15, 0.85) / cycle[0].detrendedAmplitudeVolt(0.15, 0.85));
                periods.add(cycle[1].oscillation().get().periodCoulomb().value()
                        / cycle[0].oscillation().get().periodCoulomb().value());
            }
        }
        Measured amplitude = FilmSimulation.mean(amplitudes);
        Measured period = FilmSimulation.mean(periods);
        String missing = "fewer than two seeds oscillate on both discharges";
        run.add(new StudyRow(
                "oscillation.cycle3.amplitude",
                "amplitude of the third discharge over that of the first",
                amplitude,
                "",
                "slightly increased after the first cycle",
                "section 2.5, Figure 5d",
                amplitude != null && amplitude.value() > 1 + 2 * amplitude.standardUncertainty()
                        ? StudyRow.Agreement.AGREES
                        : StudyRow.Agreement.NOT_DERIVABLE,
                amplitude == null
                        ? missing
                        : "the study prints no number, and the grains of the model do not age: a change can only come from the"
                                + " state the charge before leaves"));
        run.add(StudyRow.compared(
                "oscillation.cycle3.period",
                "period of the third discharge over that of the first",
                period,
                "",
                "almost identical",
                "section 2.5, Figure 5d",
                period != null && Math.abs(period.value() - 1) < 0.1,
                period == null ? missing : ""));
    }

    private FilmOscillation slow(FilmOscillation film) {
        FilmOscillation slow = FilmSimulation.measure(film.film(), SLOW, run.settings);
        run.add(StudyRow.compared(
                "oscillation.slow.period",
                "bare film: period at 0.025 C, nothing tuned again",
                StudyRun.times(slow.periodShare(), Calibration.PLATEAU_CAPACITY),
                "uAh/cm2",
                "shorter than at 0.1 C",
                "section 2.5, Figure 6c",
                slow.periodOrNaN() < film.periodOrNaN(),
                slow.missing()));
        run.add(StudyRow.prediction(
                "oscillation.slow.amplitude",
                "bare film: amplitude at 0.025 C",
                StudyRun.times(slow.amplitudeVolt(), 1000),
                "mV",
                "simulation",
                "",
                slow));
        exponents("oscillation", "bare film", slow, film);
        return slow;
    }

    private void exponents(String id, String what, FilmOscillation slow, FilmOscillation film) {
        run.add(StudyRow.prediction(
                id + ".exponent.period",
                what + ": exponent of the period in the current, 0.025 C to 0.1 C",
                exponent(slow.periodShare(), film.periodShare()),
                "",
                "simulation, error from seeds",
                "",
                slow.missing().isEmpty() ? film : slow));
        run.add(StudyRow.prediction(
                id + ".exponent.amplitude",
                what + ": exponent of the amplitude in the current, 0.025 C to 0.1 C",
                exponent(slow.amplitudeVolt(), film.amplitudeVolt()),
                "",
                "simulation, error from seeds",
                "",
                slow.missing().isEmpty() ? film : slow));
    }

    /** Exponent in the current; null where one of the two currents shows no oscillation. */
    static @Nullable Measured exponent(@Nullable Measured low, @Nullable Measured high) {
        if (low == null || high == null || !(low.value() > 0) || !(high.value() > 0)) {
            return null;
        }
        return high.dividedBy(low).apply(Math::log, x -> 1 / x).dividedBy(Math.log(1 / SLOW));
    }

    private List<FilmOscillation> redistribution(FilmOscillation bare) {
        StudySettings lattice = run.settings.withAtMost(LARGEST_LATTICE).withSeeds(StudyRun.SCENARIO_SEEDS);
        List<FilmOscillation> list = new ArrayList<>();
        for (double exchange : EXCHANGES) {
            run.say("redistribution between neighbours, " + exchange + " k");
            FilmPreset film = bare.film().withExchange(exchange);
            FilmOscillation now = FilmSimulation.measure(film, 1, lattice);
            list.add(now);
            run.add(StudyRow.prediction(
                    "oscillation.redistribution." + StudyRun.text(exchange),
                    "amplitude with direct exchange of " + StudyRun.text(exchange)
                            + " k between neighbours on a square lattice",
                    StudyRun.times(now.amplitudeVolt(), 1000),
                    "mV",
                    "simulation; the study's Figure 6d is a sketch",
                    now.vanished() ? "can make the oscillation vanish" : StudyRun.describe(now),
                    now));
        }
        return list;
    }
}
