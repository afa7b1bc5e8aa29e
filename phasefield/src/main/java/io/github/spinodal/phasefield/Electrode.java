package io.github.spinodal.phasefield;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Objects;

/**
 * Grains at one potential, wired to an instrument.
 *
 * <p>The measured voltage is V = V_EQ - (kT/e) u - R_s I with u the reduced potential of the grains and I the current,
 * positive where lithium enters the grains.
 *
 * @param ensemble the grains
 * @param plateauCapacityCoulomb charge that fills the grains from c = 0 to c = 1 (C), positive: the capacity of the
 *     plateau, not the total capacity of the film
 * @param equilibriumVoltageVolt plateau voltage V_EQ (V), finite
 * @param seriesResistanceOhm resistance in series with all grains (ohm), zero or positive
 */
public record Electrode(
        GrainEnsemble ensemble,
        double plateauCapacityCoulomb,
        double equilibriumVoltageVolt,
        double seriesResistanceOhm)
        implements Serializable {
    /**
     * Checks the parameters.
     *
     * @throws io.github.spinodal.core.InvalidValueException if one is outside its range
     */
    public Electrode {
        Objects.requireNonNull(ensemble, "ensemble");
        Require.positive("plateau capacity (C)", plateauCapacityCoulomb);
        Require.finite("equilibrium voltage (V)", equilibriumVoltageVolt);
        Require.nonNegative("series resistance (ohm)", seriesResistanceOhm);
    }

    /**
     * An electrode without series resistance.
     *
     * @param ensemble the grains
     * @param plateauCapacityCoulomb plateau capacity (C), positive
     * @param equilibriumVoltageVolt plateau voltage V_EQ (V), finite
     * @return the electrode
     * @throws io.github.spinodal.core.InvalidValueException if a parameter is outside its range
     */
    public static Electrode of(GrainEnsemble ensemble, double plateauCapacityCoulomb, double equilibriumVoltageVolt) {
        return new Electrode(ensemble, plateauCapacityCoulomb, equilibriumVoltageVolt, 0);
    }

    /**
     * The same electrode with a series resistance.
     *
     * @param ohm resistance (ohm), zero or positive
     * @return the electrode
     * @throws io.github.spinodal.core.InvalidValueException if the resistance is negative or not finite
     */
    public Electrode withSeriesResistance(double ohm) {
        return new Electrode(ensemble, plateauCapacityCoulomb, equilibriumVoltageVolt, ohm);
    }

    /**
     * Thermal voltage of the grains.
     *
     * @return kT/e (V)
     */
    public double thermalVoltage() {
        return PhysicalConstants.thermalVoltage(ensemble.temperatureKelvin());
    }

    /** Series resistance in kT per unit rate of filling (s). */
    double reducedSeriesResistance() {
        return seriesResistanceOhm * plateauCapacityCoulomb / thermalVoltage();
    }

    /** Measured voltage from the reduced potential of the grains and the rate of filling (1/s). */
    double voltage(double u, double rate) {
        return equilibriumVoltageVolt - thermalVoltage() * u - seriesResistanceOhm * plateauCapacityCoulomb * rate;
    }

    /** Reduced measured potential -e(V - V_EQ)/kT. */
    double reducedPotential(double voltage) {
        return (equilibriumVoltageVolt - voltage) / thermalVoltage();
    }
}
