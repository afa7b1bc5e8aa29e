package io.github.spinodal.core.thermo;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Voltage;

/**
 * A model made from a table of open-circuit voltages: mu = -e (V - V_EQ), of which the logarithmic part is taken away and
 * the rest interpolated.
 *
 * <p>The excess chemical potential is a twice continuously differentiable cubic spline on the closed interval [0, 1],
 * continued beyond the table with a curvature that fades to zero; its integral is the excess free energy, zero at c = 0.
 * The table need not be monotone: only a voltage that rises somewhere describes a host that separates, so a measured
 * plateau gives a model without a barrier. Near c = 0 and 1 the rows must be closer to one another than to the end of
 * the interval: a flat table hides a logarithm in its excess, which a spline over wide steps there follows in waves.
 * Immutable.
 */
public final class TabulatedModel implements ExcessModel {
    private static final long serialVersionUID = 1L;

    private static final int SMALLEST_TABLE = 4;

    private final CubicSpline excess;
    private final double temperatureKelvin;

    private TabulatedModel(CubicSpline excess, double temperatureKelvin) {
        this.excess = excess;
        this.temperatureKelvin = temperatureKelvin;
    }

    /**
     * A model through a voltage table.
     *
     * @param fillings fillings c, strictly rising or strictly falling, in (0, 1), at least four
     * @param voltsOpenCircuit open-circuit voltages (V), as many as fillings, finite
     * @param equilibrium the voltage V_EQ at which mu is zero
     * @param temperatureKelvin temperature at which the table holds (K), positive
     * @return the model
     * @throws InvalidValueException if the columns differ in length, are too short, unsorted, hold a duplicate or an
     *     invalid number
     */
    public static TabulatedModel ofOpenCircuitVoltage(
            double[] fillings, double[] voltsOpenCircuit, Voltage equilibrium, double temperatureKelvin) {
        Require.sameLength("fillings", fillings.length, "open-circuit voltages (V)", voltsOpenCircuit.length);
        double[] potential = Require.finiteCopy("open-circuit voltage (V)", voltsOpenCircuit);
        for (int i = 0; i < potential.length; i++) {
            potential[i] = -PhysicalConstants.ELEMENTARY_CHARGE * (potential[i] - equilibrium.inVolts());
        }
        return ofChemicalPotential(fillings, potential, temperatureKelvin);
    }

    /**
     * A model through a table of chemical potentials.
     *
     * @param fillings fillings c, strictly rising or strictly falling, in (0, 1), at least four
     * @param chemicalPotentialJoule chemical potentials (J per site), as many as fillings, finite
     * @param temperatureKelvin temperature at which the table holds (K), positive
     * @return the model
     * @throws InvalidValueException if the columns differ in length, are too short, unsorted, hold a duplicate or an
     *     invalid number
     */
    public static TabulatedModel ofChemicalPotential(
            double[] fillings, double[] chemicalPotentialJoule, double temperatureKelvin) {
        double thermalEnergy = PhysicalConstants.thermalEnergy(temperatureKelvin);
        int n = fillings.length;
        Require.atLeast("number of rows of the table", n, SMALLEST_TABLE);
        Require.sameLength("fillings", n, "chemical potentials (J)", chemicalPotentialJoule.length);
        boolean falling = fillings[0] > fillings[1];
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            int row = falling ? n - 1 - i : i;
            x[i] = Require.inside("filling[" + row + "]", fillings[row], 0, 1);
            if (i > 0 && !(x[i] > x[i - 1])) {
                throw new InvalidValueException(
                        "filling[" + row + "]",
                        x[i],
                        "different from its neighbour " + x[i - 1] + " and in one order with the rest");
            }
            y[i] = Require.finite("chemical potential[" + row + "] (J)", chemicalPotentialJoule[row])
                    - thermalEnergy * Fillings.logit(x[i], 1 - x[i]);
        }
        return new TabulatedModel(CubicSpline.through(x, y), temperatureKelvin);
    }

    @Override
    public double temperatureKelvin() {
        return temperatureKelvin;
    }

    @Override
    public double excessFreeEnergy(double c, double oneMinusC) {
        return excess.integralFromZero(Require.within("filling c", c, 0, 1));
    }

    @Override
    public double excessChemicalPotential(double c) {
        return excess.value(Require.within("filling c", c, 0, 1));
    }

    @Override
    public double excessChemicalPotentialSlope(double c) {
        return excess.slope(Require.within("filling c", c, 0, 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TabulatedModel that
                && temperatureKelvin == that.temperatureKelvin
                && excess.equals(that.excess);
    }

    @Override
    public int hashCode() {
        return 31 * excess.hashCode() + Double.hashCode(temperatureKelvin);
    }

    @Override
    public String toString() {
        return "TabulatedModel[mu_ex(0.5) = " + excess.value(0.5) + " J, T = " + temperatureKelvin + " K]";
    }
}
