package io.github.spinodal.core.thermo;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.ChemicalPotential;
import io.github.spinodal.core.quantity.Voltage;
import java.io.Serializable;

/**
 * Two phases in equilibrium, the common tangent between them, and the spinodal points inside.
 *
 * @param lowFilling filling of the phase poor in lithium, in (0, 1)
 * @param highFilling filling of the phase rich in lithium, in (0, 1)
 * @param highComplement one minus the filling of the rich phase, with all its digits
 * @param lowSpinodal filling at which a filling host becomes unstable
 * @param highSpinodal filling at which an emptying host becomes unstable
 * @param equilibriumPotentialJoule chemical potential of the two phases (J per site)
 * @param lowSpinodalPotentialJoule chemical potential at the low spinodal point (J per site), above the equilibrium
 * @param highSpinodalPotentialJoule chemical potential at the high spinodal point (J per site), below the equilibrium
 * @param barrierJoule highest free energy of a homogeneous host above the common tangent (J per site)
 */
public record MiscibilityGap(
        double lowFilling,
        double highFilling,
        double highComplement,
        double lowSpinodal,
        double highSpinodal,
        double equilibriumPotentialJoule,
        double lowSpinodalPotentialJoule,
        double highSpinodalPotentialJoule,
        double barrierJoule)
        implements Serializable {
    /**
     * Checks the order of the fillings.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the spinodal does not lie inside the binodal
     */
    public MiscibilityGap {
        Require.inside("low binodal filling", lowFilling, 0, 1);
        Require.within("high binodal filling", highFilling, lowFilling, 1);
        Require.within("low spinodal filling", lowSpinodal, lowFilling, highFilling);
        Require.within("high spinodal filling", highSpinodal, lowSpinodal, highFilling);
    }

    /**
     * Chemical potential at which the phases coexist.
     *
     * @return the potential
     */
    public ChemicalPotential equilibriumPotential() {
        return ChemicalPotential.ofJoules(equilibriumPotentialJoule);
    }

    /**
     * Difference of the plateaus of charge and discharge of an electrode of many grains at vanishing current: each grain
     * waits for its spinodal.
     *
     * @return (mu at the low minus mu at the high spinodal point)/e
     */
    public Voltage voltageGap() {
        return volts(lowSpinodalPotentialJoule - highSpinodalPotentialJoule);
    }

    /**
     * How far below the plateau the voltage falls before an empty host gives way.
     *
     * @return (mu at the low spinodal point minus mu in equilibrium)/e, positive
     */
    public Voltage lithiationOvershoot() {
        return volts(lowSpinodalPotentialJoule - equilibriumPotentialJoule);
    }

    /**
     * How far above the plateau the voltage rises before a full host gives way.
     *
     * @return (mu in equilibrium minus mu at the high spinodal point)/e, positive
     */
    public Voltage delithiationOvershoot() {
        return volts(equilibriumPotentialJoule - highSpinodalPotentialJoule);
    }

    /**
     * Share of the sites that belong to the rich phase at a mean filling, by the lever rule.
     *
     * @param meanFilling mean filling, within the gap
     * @return share of the rich phase, in [0, 1]
     * @throws io.github.spinodal.core.InvalidValueException if the filling is outside the gap
     */
    public double richShare(double meanFilling) {
        Require.within("mean filling", meanFilling, lowFilling, highFilling);
        return (meanFilling - lowFilling) / (highFilling - lowFilling);
    }

    private static Voltage volts(double joule) {
        return Voltage.ofVolts(joule / PhysicalConstants.ELEMENTARY_CHARGE);
    }
}
