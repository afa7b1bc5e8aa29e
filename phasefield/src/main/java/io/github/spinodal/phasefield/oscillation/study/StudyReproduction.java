package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.impedance.RateConstant;
import io.github.spinodal.phasefield.oscillation.OscillationAnalysis;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import io.github.spinodal.phasefield.oscillation.Plateau;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reproduces the voltage oscillations of the study with the many-grain simulation: calibration of the bare film at 0.1 C,
 * everything else as predictions with verdicts.
 */
public final class StudyReproduction {
    private static final double SLOW = 0.25;
    private static final double RESISTANCE_AFTER_100_CYCLES_OHM = 1298;
    private static final double FLAT = 1.5;
    private static final double[] EXCHANGES = {0, 0.0003, 0.001};
    private static final double[] WETTED = {3.0, 2.6, 2.2};
    /** Exchange makes a simulation many times slower, so it is tried on fewer grains. */
    private static final int LARGEST_LATTICE = 400;

    private static final String SECTION = "section 2.5";

    private final StudySettings settings;
    private final Consumer<String> progress;
    private final List<StudyRow> rows = new ArrayList<>();

    private StudyReproduction(StudySettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Runs everything.
     *
     * @param settings sizes
     * @param progress told in words what is going on; may ignore it
     * @return rows and curves
     */
    public static StudyResult run(StudySettings settings, Consumer<String> progress) {
        return new StudyReproduction(settings, progress).run();
    }

    private StudyResult run() {
        FilmOscillation bare = Calibration.ofRate(FilmPreset.bare(), settings, progress);
        FilmOscillation charge = FilmSimulation.measure(bare.film(), 1, Direction.CHARGE, settings);
        calibrated(
                "oscillation.bare",
                "bare film, Omega of the literature",
                bare,
                charge,
                "a prediction of the period's calibration");
        FilmOscillation free = Calibration.ofRateAndInteraction(bare, settings, progress);
        FilmOscillation freeCharge = FilmSimulation.measure(free.film(), 1, Direction.CHARGE, settings);
        calibrated("oscillation.bare_free", "bare film, Omega free", free, freeCharge, "sets Omega");
        outside(free);
        FilmOscillation slow = slow(free);
        growth(free);
        List<FilmOscillation> coated = coated(free, "symmetric");
        List<FilmOscillation> redistribution = redistribution(free);
        FilmOscillation bazant = Calibration.ofRate(free.film().withKinetics(Kinetics.bazant()), settings, progress);
        calibrated(
                "oscillation.bare_bazant", "bare film, Bazant's law", bazant, null, "Omega as under the symmetric law");
        coated(bazant, "bazant");
        contradiction(free);
        return new StudyResult(settings, rows, bare, charge, free, slow, coated, redistribution);
    }

    private void calibrated(
            String id, String what, FilmOscillation film, @Nullable FilmOscillation charge, String amplitudeRemark) {
        Measured period = film.periodShare().times(Calibration.PLATEAU_CAPACITY);
        rows.add(new StudyRow(
                id + ".period",
                what + ": period at 0.1 C",
                period,
                "uAh/cm2",
                "0.67",
                SECTION,
                Math.abs(period.value() - 0.67) <= 0.07 ? StudyRow.Agreement.CALIBRATED : StudyRow.Agreement.DISAGREES,
                "sets the rate constant; plateau of " + text(Calibration.PLATEAU_CAPACITY) + " uAh/cm2"));
        rows.add(StudyRow.prediction(
                id + ".period_of_total",
                what + ": period over the total capacity",
                film.periodShare().times(100 * Calibration.PLATEAU_CAPACITY / Calibration.TOTAL_CAPACITY),
                "%",
                "the study divides 0.67 by 29.0: 2.31 %",
                ""));
        rows.add(StudyRow.prediction(
                id + ".period_of_plateau",
                what + ": period over the plateau's capacity",
                film.periodShare().times(100),
                "%",
                "0.67 over 19.5-21.4 uAh/cm2: 3.14-3.44 %",
                ""));
        boolean near = Math.abs(film.amplitudeVolt().value() - Calibration.AMPLITUDE_VOLT) <= 0.4e-3;
        rows.add(StudyRow.compared(
                id + ".amplitude",
                what + ": amplitude over the middle 70 % of the plateau, 2 sqrt(2) rms",
                film.amplitudeVolt().times(1000),
                "mV",
                "2.52",
                SECTION,
                near,
                amplitudeRemark));
        rows.add(StudyRow.compared(
                id + ".bump_height",
                what + ": median height of single bumps",
                film.bumpVolt().times(1000),
                "mV",
                "2.52",
                SECTION,
                Math.abs(film.bumpVolt().value() - Calibration.AMPLITUDE_VOLT) <= 0.4e-3,
                "the other definition of amplitude"));
        rows.add(StudyRow.prediction(
                id + ".omega", what + ": Omega/kT", Measured.exact(film.film().omegaOverKT()), "", "preset", ""));
        rows.add(StudyRow.prediction(
                id + ".filling_rate_over_rate",
                what + ": rate of filling over rate constant",
                Measured.exact(film.film().fillingRateOverRate()),
                "",
                "calibration on the period",
                ""));
        if (charge != null) {
            rows.add(StudyRow.prediction(
                    id + ".gap",
                    what + ": gap between charge and discharge plateau",
                    Measured.exact(1000 * (charge.plateauVolt() - film.plateauVolt())),
                    "mV",
                    "simulation",
                    "the half cell alone: no lithium electrode, no ohmic drop"));
        }
    }

    /** The negative control: nothing before and after the plateau. */
    private void outside(FilmOscillation film) {
        GalvanostaticCurve curve = film.curve();
        Plateau plateau = film.analysis().plateau().orElse(null);
        if (plateau == null) {
            return;
        }
        double start = curve.charge(0);
        double end = plateau.fromCoulomb() - 0.3 * (plateau.fromCoulomb() - start);
        OscillationResult before =
                OscillationAnalysis.withDefaults().withPlateau(start, end).analyze(curve);
        boolean none = before.oscillation().isEmpty();
        rows.add(StudyRow.compared(
                "oscillation.outside_plateau",
                "oscillations found before the plateau",
                Measured.exact(none ? 0 : 1),
                "",
                "disappears outside the platforms",
                "section 2.5, Figure S13",
                none,
                before.verdict().text()));
    }

    private FilmOscillation slow(FilmOscillation film) {
        FilmOscillation slow = FilmSimulation.measure(film.film(), SLOW, settings);
        Measured period = slow.periodShare().times(Calibration.PLATEAU_CAPACITY);
        rows.add(StudyRow.compared(
                "oscillation.slow.period",
                "bare film: period at 0.025 C, nothing tuned again",
                period,
                "uAh/cm2",
                "shorter than at 0.1 C",
                "section 2.5, Figure 6c",
                slow.periodShare().value() < film.periodShare().value(),
                ""));
        rows.add(StudyRow.prediction(
                "oscillation.slow.amplitude",
                "bare film: amplitude at 0.025 C",
                slow.amplitudeVolt().times(1000),
                "mV",
                "simulation",
                ""));
        rows.add(StudyRow.prediction(
                "oscillation.exponent.period",
                "exponent of the period in the current, 0.025 C to 0.1 C",
                exponent(slow.periodShare(), film.periodShare()),
                "",
                "simulation, error from seeds",
                ""));
        rows.add(StudyRow.prediction(
                "oscillation.exponent.amplitude",
                "exponent of the amplitude in the current, 0.025 C to 0.1 C",
                exponent(slow.amplitudeVolt(), film.amplitudeVolt()),
                "",
                "simulation, error from seeds",
                ""));
        return slow;
    }

    private static Measured exponent(Measured low, Measured high) {
        if (!(low.value() > 0) || !(high.value() > 0)) {
            return Measured.exact(0);
        }
        return high.dividedBy(low).apply(Math::log, x -> 1 / x).dividedBy(Math.log(1 / SLOW));
    }

    /** Whether any distribution of shifts or rates, or a grain graph, makes the amplitude the same along the plateau. */
    private void growth(FilmOscillation film) {
        FilmPreset base = film.film();
        String[] names = {
            "as calibrated",
            "wide shifts (0.2 kT)",
            "very wide shifts (0.5 kT)",
            "shifts as wide as kT",
            "wide rates (ln k 0.8)",
            "direct exchange on a square lattice (0.001 k)"
        };
        FilmPreset[] films = {
            base,
            base.withSpreads(base.rateLogSpread(), 0.2),
            base.withSpreads(base.rateLogSpread(), 0.5),
            base.withSpreads(base.rateLogSpread(), 1),
            base.withSpreads(0.8, base.shiftSpreadOverKT()),
            base.withExchange(0.001)
        };
        boolean any = false;
        for (int i = 0; i < films.length; i++) {
            progress.accept("growth along the plateau: " + names[i]);
            FilmOscillation now = i == 0 ? film : FilmSimulation.measure(films[i], 1, sizes(films[i]));
            boolean flat = now.oscillating() > 0
                    && !now.vanished()
                    && now.growth().value() < FLAT
                    && now.growth().value() > 1 / FLAT;
            any |= flat;
            rows.add(StudyRow.compared(
                    "oscillation.growth." + i,
                    "growth of the amplitude from one to nine tenths of the plateau, " + names[i],
                    now.growth(),
                    "",
                    "oscillation during the whole plateau",
                    SECTION,
                    flat,
                    String.format(
                            Locale.ROOT,
                            "amplitude %.2f mV, period %.2f %% of the plateau",
                            now.amplitudeVolt().value() * 1000,
                            now.periodShare().value() * 100)));
        }
        rows.add(StudyRow.compared(
                "oscillation.growth.flattened",
                "variants that keep the oscillation and flatten its amplitude",
                Measured.exact(any ? 1 : 0),
                "",
                "oscillation during the whole plateau",
                SECTION,
                any,
                any ? "" : "none of the variants tried: the model's oscillation grows along the plateau"));
    }

    private List<FilmOscillation> coated(FilmOscillation bare, String law) {
        FilmPreset film = bare.film().covered("AZO(60)-LTO", 0.9);
        List<FilmOscillation> list = new ArrayList<>();
        list.add(scenario(film, law, "cycle1", "cycle 1: kinetics as the bare film's"));
        list.add(scenario(
                film.withCoveredRateFactor(FilmPreset.RATE_FACTOR_AFTER_100_CYCLES),
                law,
                "cycle100",
                "cycle 100: rate constants 8.13 times larger"));
        for (double omega : WETTED) {
            list.add(scenario(
                    film.withWettedOmega(omega),
                    law,
                    "wetted" + text(omega),
                    "easier nucleation only: Omega/kT " + text(omega) + " on the covered grains"));
        }
        return list;
    }

    private FilmOscillation scenario(FilmPreset film, String law, String id, String what) {
        progress.accept("AZO(60), " + law + " law, " + what);
        FilmOscillation now = FilmSimulation.measure(film, 1, settings);
        rows.add(StudyRow.compared(
                "oscillation.azo60." + law + "." + id,
                "AZO(60) at 0.1 C, " + law + " law, " + what + ": amplitude",
                now.amplitudeVolt().times(1000),
                "mV",
                "no visible oscillation",
                "section 2.5, Figure 6a",
                now.vanished(),
                now.vanished()
                        ? "can make the oscillation vanish"
                        : String.format(
                                Locale.ROOT,
                                "cannot: period %.2f %% of the plateau",
                                now.periodShare().value() * 100)));
        return now;
    }

    private List<FilmOscillation> redistribution(FilmOscillation bare) {
        StudySettings lattice = settings.withGrains(Math.min(settings.grains(), LARGEST_LATTICE));
        List<FilmOscillation> list = new ArrayList<>();
        for (double exchange : EXCHANGES) {
            progress.accept("redistribution between neighbours, " + exchange + " k");
            FilmPreset film = bare.film().withExchange(exchange);
            FilmOscillation now = FilmSimulation.measure(film, 1, lattice);
            list.add(now);
            rows.add(StudyRow.prediction(
                    "oscillation.redistribution." + text(exchange),
                    "amplitude with direct exchange of " + text(exchange) + " k between neighbours on a square lattice",
                    now.amplitudeVolt().times(1000),
                    "mV",
                    "simulation; the study's Figure 6d is a sketch",
                    now.vanished() ? "can make the oscillation vanish" : "cannot make the oscillation vanish"));
        }
        return list;
    }

    private StudySettings sizes(FilmPreset film) {
        return film.exchangeOverRate() > 0
                ? settings.withGrains(Math.min(settings.grains(), LARGEST_LATTICE))
                : settings;
    }

    /** The rate constant of the charge transfer resistance against the calibrated one. */
    private void contradiction(FilmOscillation film) {
        double fromImpedance = RateConstant.fromChargeTransferResistance(
                        RESISTANCE_AFTER_100_CYCLES_OHM, FilmSimulation.plateauCoulomb(), 0.5)
                .perSecond();
        double calibrated = film.film().ratePerSecond();
        rows.add(StudyRow.prediction(
                "oscillation.rate_constant.calibrated",
                "rate constant from the period",
                Measured.exact(calibrated),
                "1/s",
                "calibration on the period",
                ""));
        rows.add(StudyRow.compared(
                "oscillation.rate_constant.impedance",
                "rate constant from R_ct = 1298 ohm at half filling",
                Measured.exact(fromImpedance),
                "1/s",
                text(calibrated),
                "Table S3 (after 100 cycles) against the period",
                false,
                "candidates: film resistance, the lithium electrode of the two-electrode cell, the real active area"));
        double ratio = film.film().fillingRateOverRate() * calibrated / fromImpedance;
        progress.accept("with the rate constant of the impedance");
        FilmOscillation now = FilmSimulation.measure(film.film().withFillingRateOverRate(ratio), 1, settings);
        rows.add(StudyRow.compared(
                "oscillation.impedance_rate.period",
                "period that the rate constant of the impedance gives",
                now.periodShare().times(Calibration.PLATEAU_CAPACITY),
                "uAh/cm2",
                "0.67",
                SECTION,
                Math.abs(now.periodShare().value() * Calibration.PLATEAU_CAPACITY - 0.67) <= 0.07,
                String.format(
                        Locale.ROOT,
                        "rate of filling over rate constant %.3g; amplitude %.2f mV",
                        ratio,
                        now.amplitudeVolt().value() * 1000)));
        rows.add(StudyRow.prediction(
                "oscillation.rate_constant.ratio",
                "rate constant from the period over that from the impedance",
                Measured.exact(calibrated / fromImpedance),
                "",
                "both",
                "and Table S3 is of cycle 100, while AZO(60) shows no oscillation on its first plateau"));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
