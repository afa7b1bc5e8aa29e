package io.github.spinodal.core.thermo;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.quantity.Voltage;
import java.io.Serializable;

/**
 * Open-circuit voltage of a homogeneous host against lithium, V = V_EQ - mu/e (Chen et al., study of LTO thin films, Eq.
 * 3).
 *
 * <p>For a host that separates this is the voltage of one homogeneous grain; a large electrode at rest sits on the
 * plateau that {@link PhaseDiagram} computes.
 *
 * @param model free energy of the host
 * @param equilibrium the voltage V_EQ at which mu is zero
 */
public record OpenCircuitVoltage(FreeEnergyModel model, Voltage equilibrium) implements Serializable {
    private static final Voltage LITHIUM_TITANATE = Voltage.ofVolts(1.55);

    /**
     * The voltage of a model.
     *
     * @param model free energy of the host
     * @param equilibrium the voltage V_EQ at which mu is zero
     * @return the open-circuit voltage
     */
    public static OpenCircuitVoltage of(FreeEnergyModel model, Voltage equilibrium) {
        return new OpenCircuitVoltage(model, equilibrium);
    }

    /**
     * The voltage of lithium titanate, with V_EQ = 1.55 V against lithium (study, Eq. 3).
     *
     * @param model free energy of the host
     * @return the open-circuit voltage
     */
    public static OpenCircuitVoltage ofLithiumTitanate(FreeEnergyModel model) {
        return new OpenCircuitVoltage(model, LITHIUM_TITANATE);
    }

    /**
     * The voltage at a filling.
     *
     * @param c filling, in (0, 1)
     * @return the open-circuit voltage
     * @throws io.github.spinodal.core.InvalidValueException if c is outside (0, 1)
     */
    public Voltage at(double c) {
        return at(c, 1 - c);
    }

    /**
     * The voltage at a filling given with its complement.
     *
     * @param c filling, in (0, 1)
     * @param oneMinusC the complement 1 - c, in (0, 1)
     * @return the open-circuit voltage
     * @throws io.github.spinodal.core.InvalidValueException if c or its complement is outside (0, 1)
     */
    public Voltage at(double c, double oneMinusC) {
        return Voltage.ofVolts(
                equilibrium.inVolts() - model.chemicalPotential(c, oneMinusC) / PhysicalConstants.ELEMENTARY_CHARGE);
    }

    /**
     * The voltages at many fillings.
     *
     * @param fillings fillings, each in (0, 1)
     * @return open-circuit voltages (V)
     * @throws io.github.spinodal.core.InvalidValueException if a filling is outside (0, 1)
     */
    public double[] inVolts(double[] fillings) {
        double[] volts = new double[fillings.length];
        model.chemicalPotential(fillings, volts);
        for (int i = 0; i < volts.length; i++) {
            volts[i] = equilibrium.inVolts() - volts[i] / PhysicalConstants.ELEMENTARY_CHARGE;
        }
        return volts;
    }

    /**
     * Change of the voltage with filling.
     *
     * @param c filling, in (0, 1)
     * @return dV/dc (V); positive inside a spinodal
     * @throws io.github.spinodal.core.InvalidValueException if c is outside (0, 1)
     */
    public double slopeVolts(double c) {
        return -model.chemicalPotentialSlope(c) / PhysicalConstants.ELEMENTARY_CHARGE;
    }
}
