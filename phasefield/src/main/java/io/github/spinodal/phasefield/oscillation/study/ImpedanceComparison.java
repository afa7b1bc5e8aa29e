package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.impedance.EnsembleImpedance;
import io.github.spinodal.phasefield.impedance.RateConstant;

/** The rate constant that the period asks for against the one that the measured impedance gives. */
final class ImpedanceComparison {
    private static final double RESISTANCE_AFTER_100_CYCLES_OHM = 1298;
    /** That of AZO(60). */
    private static final double SMALLEST_RESISTANCE_OHM = 159.7;

    private static final double[] FILMS = {100, 300, 1000};
    private static final String TABLE = "Table S3 (after 100 cycles)";
    /** Films need a Newton iteration for each grain, so they are tried on fewer. */
    private static final int LARGEST_FILM = 1000;

    private ImpedanceComparison() {}

    static void run(StudyRun run, FilmOscillation film) {
        double fromImpedance = RateConstant.fromChargeTransferResistance(
                        RESISTANCE_AFTER_100_CYCLES_OHM, FilmSimulation.plateauCoulomb(), 0.5)
                .perSecond();
        double calibrated = film.film().ratePerSecond();
        run.add(StudyRow.prediction(
                "oscillation.rate_constant.calibrated",
                "rate constant from the period",
                Measured.exact(calibrated),
                "1/s",
                "calibration on the period",
                ""));
        run.add(StudyRow.compared(
                "oscillation.rate_constant.impedance",
                "rate constant from R_ct = 1298 ohm, every grain half filled",
                Measured.exact(fromImpedance),
                "1/s",
                StudyRun.text(calibrated) + " (from the period)",
                TABLE,
                agree(fromImpedance, calibrated),
                "candidates: film resistance, the lithium electrode of the two-electrode cell, the real active area"));
        run.add(StudyRow.prediction(
                "oscillation.rate_constant.ratio",
                "rate constant from the period over that from the impedance",
                Measured.exact(calibrated / fromImpedance),
                "",
                "both",
                "and Table S3 is of cycle 100, while AZO(60) shows no oscillation on its first plateau"));
        double ratio = film.film().fillingRateOverRate() * calibrated / fromImpedance;
        run.say("with the rate constant of the impedance");
        compare(
                run,
                "oscillation.impedance_rate",
                "the rate constant of the impedance",
                run.measure(film.film().withFillingRateOverRate(ratio)));
        double predicted = resistance(run, film.film());
        run.add(StudyRow.compared(
                "oscillation.impedance.resistance",
                "charge-transfer resistance of the calibrated film, half its grains full",
                Measured.exact(predicted),
                "ohm",
                "1298",
                TABLE,
                agree(predicted, RESISTANCE_AFTER_100_CYCLES_OHM),
                "the many-grain impedance at rest: "
                        + StudyRun.text(RESISTANCE_AFTER_100_CYCLES_OHM / predicted)
                        + " times smaller than measured; full and empty grains exchange less than half filled ones, which"
                        + " closes part of the gap"));
        films(run, film);
        double rest = RESISTANCE_AFTER_100_CYCLES_OHM - predicted;
        if (rest > 0) {
            run.say("with the rest of R_ct in films on the grains");
            compare(
                    run,
                    "oscillation.film_resistance",
                    "the rest of R_ct, " + StudyRun.text(rest) + " ohm, in films on the grains",
                    FilmSimulation.measure(film.film().withFilmResistance(rest), 1, small(run)));
            run.add(StudyRow.compared(
                    "oscillation.counter_electrode",
                    "resistance that the lithium electrode would have to hold if the grains had no films",
                    Measured.exact(rest),
                    "ohm",
                    "at most " + StudyRun.text(SMALLEST_RESISTANCE_OHM),
                    TABLE,
                    rest <= SMALLEST_RESISTANCE_OHM,
                    "in series with all grains it would shift the voltage by "
                            + StudyRun.text(1000 * rest * currentAmpere())
                            + " mV and leave the oscillation as it is; but the cell of AZO(60) has a lithium electrode too, and"
                            + " its whole R_ct bounds it, if the lithium of the four cells is alike"));
        }
    }

    /** The resistance of the grains' own films that makes the oscillation vanish. */
    private static void films(StudyRun run, FilmOscillation film) {
        for (double ohm : FILMS) {
            run.say("films of " + ohm + " ohm on the grains");
            FilmOscillation now = FilmSimulation.measure(film.film().withFilmResistance(ohm), 1, small(run));
            run.add(StudyRow.vanishing(
                    "oscillation.azo60.film" + StudyRun.text(ohm),
                    "AZO(60), cycle 1: a resistive film on every grain, " + StudyRun.text(ohm)
                            + " ohm for all in parallel: amplitude",
                    now,
                    "no visible oscillation; higher impedance before cycling",
                    "section 2.5, Figures 6a and 2f",
                    ", since all grains fill as one group"));
        }
    }

    private static StudySettings small(StudyRun run) {
        return run.settings.withAtMost(LARGEST_FILM).withSeeds(StudyRun.SCENARIO_SEEDS);
    }

    /** Within a tenth, as the study's period is known. */
    private static boolean agree(double one, double other) {
        return Math.abs(one / other - 1) <= 0.1;
    }

    private static double currentAmpere() {
        return FilmPreset.PLATEAU_RATE_PER_HOUR / 3600 * FilmSimulation.plateauCoulomb();
    }

    private static double resistance(StudyRun run, FilmPreset film) {
        double[] fillings = FilmSimulation.rested(film, 0.5, run.settings, 1);
        Electrode electrode = Electrode.of(
                film.ensemble(fillings.length, 1), FilmSimulation.plateauCoulomb(), FilmSimulation.EQUILIBRIUM_VOLT);
        return EnsembleImpedance.atRest(electrode, fillings).chargeTransferResistance();
    }

    private static void compare(StudyRun run, String id, String what, FilmOscillation now) {
        double period = now.periodOrNaN() * Calibration.PLATEAU_CAPACITY;
        run.add(StudyRow.compared(
                id + ".period",
                "period with " + what,
                StudyRun.times(now.periodShare(), Calibration.PLATEAU_CAPACITY),
                "uAh/cm2",
                "0.67",
                StudyRun.SECTION,
                now.oscillating() == 1 && Math.abs(period - 0.67) <= 0.07,
                StudyRun.describe(now)));
        run.add(StudyRow.compared(
                id + ".amplitude",
                "amplitude with " + what,
                StudyRun.times(now.amplitudeVolt(), 1000),
                "mV",
                "2.52",
                StudyRun.SECTION,
                now.oscillating() == 1 && Calibration.meetsAmplitude(now),
                StudyRun.describe(now)));
    }
}
