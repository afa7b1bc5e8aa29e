package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainDistribution;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A thin film of the study as the many-grain model sees it: bare grains, and a covered share whose surface is wetted or
 * whose kinetics is faster. Rate constants are given through the ratio of the rate of filling at 0.1 C to the mean rate
 * constant, the only combination the voltage depends on.
 *
 * @param name name of the film as the study prints it
 * @param kinetics rate law
 * @param omegaOverKT interaction Omega/kT of bare grains, above 0
 * @param wettedOmegaOverKT effective interaction Omega/kT of covered grains, above 0
 * @param coverage share of covered grains, in [0, 1]
 * @param coveredRateFactor rate constant of covered grains over that of bare ones, positive
 * @param fillingRateOverRate rate of filling at 0.1 C over the mean rate constant of bare grains, positive
 * @param rateLogSpread standard deviation of ln k, zero or positive
 * @param shiftSpreadOverKT standard deviation of the potential shift over kT, zero or positive
 * @param exchangeOverRate conductance of direct exchange between neighbours over the rate constant, zero or positive
 * @param shiftShape shape of the distribution of the potential shifts
 * @param filmResistanceOhm resistance of the surface films of all grains in parallel (ohm), zero or positive
 */
public record FilmPreset(
        String name,
        Kinetics kinetics,
        double omegaOverKT,
        double wettedOmegaOverKT,
        double coverage,
        double coveredRateFactor,
        double fillingRateOverRate,
        double rateLogSpread,
        double shiftSpreadOverKT,
        double exchangeOverRate,
        ShiftShape shiftShape,
        double filmResistanceOhm)
        implements Serializable {
    /** Interaction of lithium titanate, 1.43e-20 J (Vasileiadis et al., arXiv 1801.06521), over kT at 298.15 K. */
    public static final double LITERATURE_OMEGA_OVER_KT = 1.43e-20 / (1.380649e-23 * 298.15);

    /** Temperature of the films (K). */
    public static final double TEMPERATURE_KELVIN = 298.15;

    /** Plateau charge per hour at 0.1 C of the whole capacity: 0.1 times 260/175 mAh/g (1/h). */
    public static final double PLATEAU_RATE_PER_HOUR = 0.1 * 260 / 175;

    /** Charge transfer resistance of the bare film over that of AZO(60) after 100 cycles, 1298/159.7 (Table S3). */
    public static final double RATE_FACTOR_AFTER_100_CYCLES = 1298 / 159.7;

    /** Checks the parameters. */
    public FilmPreset {
        Require.positive("Omega/kT", omegaOverKT);
        Require.positive("Omega/kT of covered grains", wettedOmegaOverKT);
        Require.within("coverage", coverage, 0, 1);
        Require.positive("rate factor of covered grains", coveredRateFactor);
        Require.positive("rate of filling over rate constant", fillingRateOverRate);
        Require.nonNegative("spread of ln k", rateLogSpread);
        Require.nonNegative("spread of the shift over kT", shiftSpreadOverKT);
        Require.nonNegative("exchange over rate", exchangeOverRate);
        Require.nonNegative("film resistance (ohm)", filmResistanceOhm);
    }

    /**
     * The bare film with the literature's interaction and the rate constant that {@link StudyReproduction} finds.
     *
     * @return the preset
     */
    public static FilmPreset bare() {
        return new FilmPreset(
                "bare LTO",
                Kinetics.symmetric(),
                LITERATURE_OMEGA_OVER_KT,
                LITERATURE_OMEGA_OVER_KT,
                0,
                1,
                3e-3,
                0.3,
                0.05,
                0,
                ShiftShape.NORMAL,
                0);
    }

    /**
     * AZO(30): coating in the recesses between the grains only, taken as a third of the grains.
     *
     * @return the preset
     */
    public static FilmPreset azo30() {
        return bare().covered("AZO(30)-LTO", 0.33);
    }

    /**
     * AZO(60): most of the surface covered, taken as nine tenths of the grains.
     *
     * @return the preset
     */
    public static FilmPreset azo60() {
        return bare().covered("AZO(60)-LTO", 0.9);
    }

    /**
     * AZO(90): a continuous coating.
     *
     * @return the preset
     */
    public static FilmPreset azo90() {
        return bare().covered("AZO(90)-LTO", 1);
    }

    /**
     * The film with a coating on a share of its grains.
     *
     * @param newName name of the film
     * @param share covered share, in [0, 1]
     * @return the changed copy
     */
    public FilmPreset covered(String newName, double share) {
        return changed(draft -> {
            draft.name = newName;
            draft.coverage = share;
        });
    }

    /**
     * The film with another rate of filling over its rate constant.
     *
     * @param ratio rate of filling over mean rate constant, positive
     * @return the changed copy
     */
    public FilmPreset withFillingRateOverRate(double ratio) {
        return changed(draft -> draft.fillingRateOverRate = ratio);
    }

    /**
     * The film with another interaction, the same for bare and covered grains.
     *
     * @param value Omega/kT, positive
     * @return the changed copy
     */
    public FilmPreset withOmega(double value) {
        return changed(draft -> {
            draft.omegaOverKT = value;
            draft.wettedOmegaOverKT = value;
        });
    }

    /**
     * The film with covered grains whose wetted surface lowers their interaction.
     *
     * @param value effective Omega/kT of covered grains, positive
     * @return the changed copy
     */
    public FilmPreset withWettedOmega(double value) {
        return changed(draft -> draft.wettedOmegaOverKT = value);
    }

    /**
     * The film with covered grains of other kinetics.
     *
     * @param factor rate constant of covered grains over that of bare ones, positive
     * @return the changed copy
     */
    public FilmPreset withCoveredRateFactor(double factor) {
        return changed(draft -> draft.coveredRateFactor = factor);
    }

    /**
     * The film with other spreads.
     *
     * @param newRateLogSpread standard deviation of ln k, zero or positive
     * @param newShiftSpreadOverKT standard deviation of the shift over kT, zero or positive
     * @return the changed copy
     */
    public FilmPreset withSpreads(double newRateLogSpread, double newShiftSpreadOverKT) {
        return changed(draft -> {
            draft.rateLogSpread = newRateLogSpread;
            draft.shiftSpreadOverKT = newShiftSpreadOverKT;
        });
    }

    /**
     * The film under another rate law.
     *
     * @param newKinetics the rate law
     * @return the changed copy
     */
    public FilmPreset withKinetics(Kinetics newKinetics) {
        return changed(draft -> draft.kinetics = newKinetics);
    }

    /**
     * The film whose grains exchange lithium directly with their neighbours on a square lattice.
     *
     * @param overRate conductance of each edge over the mean rate constant, zero or positive
     * @return the changed copy
     */
    public FilmPreset withExchange(double overRate) {
        return changed(draft -> draft.exchangeOverRate = overRate);
    }

    /**
     * The film with shifts of another distribution of the same standard deviation.
     *
     * @param shape shape of the distribution
     * @return the changed copy
     */
    public FilmPreset withShiftShape(ShiftShape shape) {
        return changed(draft -> draft.shiftShape = shape);
    }

    /**
     * The film whose grains are each covered by a resistive film.
     *
     * @param ohm resistance of the films of all grains in parallel (ohm), zero or positive
     * @return the changed copy
     */
    public FilmPreset withFilmResistance(double ohm) {
        return changed(draft -> draft.filmResistanceOhm = ohm);
    }

    /**
     * The mean rate constant of bare grains.
     *
     * @return k (1/s)
     */
    public double ratePerSecond() {
        return PLATEAU_RATE_PER_HOUR / 3600 / fillingRateOverRate;
    }

    /**
     * The grains of the film.
     *
     * @param grains number of grains, at least 2
     * @param seed seed of the drawn rates and shifts
     * @return the ensemble
     */
    public GrainEnsemble ensemble(int grains, long seed) {
        int coveredCount = (int) Math.round(coverage * grains);
        if (coveredCount == 0) {
            return part(omegaOverKT, 1, grains, seed);
        }
        if (coveredCount == grains) {
            return part(wettedOmegaOverKT, coveredRateFactor, grains, seed);
        }
        double share = coveredCount / (double) grains;
        return GrainEnsemble.mixture(
                new double[] {1 - share, share},
                part(omegaOverKT, 1, grains - coveredCount, seed),
                part(wettedOmegaOverKT, coveredRateFactor, coveredCount, seed + 1_000_003));
    }

    private GrainEnsemble part(double omega, double rateFactor, int grains, long seed) {
        GrainClass grainClass = GrainClass.of(RegularSolution.ofOmegaOverKT(omega, TEMPERATURE_KELVIN), kinetics)
                .withFilmResistance(filmResistanceOhm * FilmSimulation.plateauCoulomb());
        GrainDistribution distribution = GrainDistribution.ofRate(ratePerSecond() * rateFactor)
                .withRateSpread(rateLogSpread)
                .withShiftSpread(shiftSpreadOverKT);
        GrainEnsemble drawn = GrainEnsemble.drawn(grainClass, distribution, grains, seed);
        return shiftShape == ShiftShape.NORMAL || shiftSpreadOverKT == 0 ? drawn : uniform(grainClass, drawn);
    }

    /** The same grains, each with the shift that has the same rank in a uniform distribution. */
    private GrainEnsemble uniform(GrainClass grainClass, GrainEnsemble normal) {
        NormalDistribution standard = new NormalDistribution(0, shiftSpreadOverKT);
        double width = Math.sqrt(12) * shiftSpreadOverKT;
        double[] weight = new double[normal.size()];
        double[] rate = new double[normal.size()];
        double[] shift = new double[normal.size()];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = 1;
            rate[i] = normal.ratePerSecond(i);
            shift[i] = width * (standard.cumulativeProbability(normal.shiftOverKT(i)) - 0.5);
        }
        return GrainEnsemble.of(grainClass, weight, rate, shift);
    }

    /**
     * Every parameter with its origin.
     *
     * @return the parameters
     */
    public List<PresetParameter> parameters() {
        List<PresetParameter> list = new ArrayList<>();
        list.add(new PresetParameter(
                "Omega/kT", omegaOverKT, "", "literature 1.43e-20 J (3.476 kT), or calibrated on the amplitude"));
        list.add(new PresetParameter(
                "rate of filling at 0.1 C over rate constant",
                fillingRateOverRate,
                "",
                "calibrated on the period of the bare film, 0.67 uAh/cm2 of the plateau's 19.5 uAh/cm2"));
        list.add(new PresetParameter("mean rate constant", ratePerSecond(), "1/s", "from the ratio above and 0.1 C"));
        list.add(new PresetParameter("spread of ln k", rateLogSpread, "", "assumed"));
        list.add(new PresetParameter(
                "spread of the potential shift", shiftSpreadOverKT, "kT", "assumed; small against the barrier"));
        list.add(new PresetParameter(
                "covered share", coverage, "", "assumed after the conductive-AFM maps of Figure S3b"));
        list.add(new PresetParameter(
                "Omega/kT of covered grains", wettedOmegaOverKT, "", "the scenario's: wetting lowers the barrier"));
        list.add(new PresetParameter(
                "rate factor of covered grains", coveredRateFactor, "", "the scenario's: Table S3, R_ct 1298/159.7"));
        list.add(new PresetParameter(
                "direct exchange over rate constant", exchangeOverRate, "", "the scenario's: redistribution"));
        list.add(new PresetParameter(
                "resistance of the grains' films",
                filmResistanceOhm,
                "ohm",
                "the scenario's: Table S3, R_ct 1298 ohm"));
        return List.copyOf(list);
    }

    private FilmPreset changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.preset();
    }

    /** The parameters while one of them is changed. */
    private static final class Draft {
        private String name;
        private Kinetics kinetics;
        private double omegaOverKT;
        private double wettedOmegaOverKT;
        private double coverage;
        private double coveredRateFactor;
        private double fillingRateOverRate;
        private double rateLogSpread;
        private double shiftSpreadOverKT;
        private double exchangeOverRate;
        private ShiftShape shiftShape;
        private double filmResistanceOhm;

        Draft(FilmPreset preset) {
            name = preset.name;
            kinetics = preset.kinetics;
            omegaOverKT = preset.omegaOverKT;
            wettedOmegaOverKT = preset.wettedOmegaOverKT;
            coverage = preset.coverage;
            coveredRateFactor = preset.coveredRateFactor;
            fillingRateOverRate = preset.fillingRateOverRate;
            rateLogSpread = preset.rateLogSpread;
            shiftSpreadOverKT = preset.shiftSpreadOverKT;
            exchangeOverRate = preset.exchangeOverRate;
            shiftShape = preset.shiftShape;
            filmResistanceOhm = preset.filmResistanceOhm;
        }

        FilmPreset preset() {
            return new FilmPreset(
                    name,
                    kinetics,
                    omegaOverKT,
                    wettedOmegaOverKT,
                    coverage,
                    coveredRateFactor,
                    fillingRateOverRate,
                    rateLogSpread,
                    shiftSpreadOverKT,
                    exchangeOverRate,
                    shiftShape,
                    filmResistanceOhm);
        }
    }
}
