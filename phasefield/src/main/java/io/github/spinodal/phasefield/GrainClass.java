package io.github.spinodal.phasefield;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.thermo.FreeEnergyModel;
import java.io.Serializable;
import java.util.Objects;

/**
 * What grains of one kind have in common: free energy, kinetics and the resistance of the film that covers them.
 *
 * @param model free energy of the host
 * @param kinetics insertion kinetics
 * @param filmResistanceVoltSecond voltage lost across the film per unit rate of filling (V s), zero or positive: the
 *     resistance of the film over all grains of the electrode times the electrode's plateau capacity
 */
public record GrainClass(FreeEnergyModel model, Kinetics kinetics, double filmResistanceVoltSecond)
        implements Serializable {
    /**
     * Checks the members.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the film resistance is negative or not finite
     */
    public GrainClass {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(kinetics, "kinetics");
        Require.nonNegative("film resistance (V s)", filmResistanceVoltSecond);
    }

    /**
     * A class without a film.
     *
     * @param model free energy of the host
     * @param kinetics insertion kinetics
     * @return the class
     */
    public static GrainClass of(FreeEnergyModel model, Kinetics kinetics) {
        return new GrainClass(model, kinetics, 0);
    }

    /**
     * The same grains under a resistive film.
     *
     * @param voltSecond voltage lost across the film per unit rate of filling (V s), zero or positive
     * @return the class
     * @throws io.github.spinodal.core.InvalidValueException if the value is negative or not finite
     */
    public GrainClass withFilmResistance(double voltSecond) {
        return new GrainClass(model, kinetics, voltSecond);
    }

    double kT() {
        return PhysicalConstants.thermalEnergy(model.temperatureKelvin());
    }

    /** Film resistance in kT per unit rate of filling (s). */
    double reducedFilmResistance() {
        return filmResistanceVoltSecond / PhysicalConstants.thermalVoltage(model.temperatureKelvin());
    }

    /** Whether the rate has the form r_f x - r_b/x. */
    boolean isClosedForm() {
        return kinetics.isSymmetric() && filmResistanceVoltSecond == 0;
    }
}
