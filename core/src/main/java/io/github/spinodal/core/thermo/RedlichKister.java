package io.github.spinodal.core.thermo;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import java.util.Arrays;

/**
 * The Redlich-Kister expansion of any order: F_ex = c (1 - c) sum_k L_k (1 - 2c)^k (Redlich and Kister, Ind. Eng. Chem.
 * 40, 345, 1948, with the empty site as first component).
 *
 * <p>L_0 alone is the regular solution with Omega = L_0; L_0 and L_1 are the sub-regular solution. A coefficient of odd k
 * favours the filled side where it is positive. Immutable.
 */
public final class RedlichKister implements ExcessModel {
    private static final long serialVersionUID = 1L;

    private final double[] coefficientsJoule;
    private final double temperatureKelvin;

    private RedlichKister(double[] coefficientsJoule, double temperatureKelvin) {
        this.coefficientsJoule = coefficientsJoule;
        this.temperatureKelvin = temperatureKelvin;
    }

    /**
     * An expansion from coefficients in joule.
     *
     * @param coefficientsJoule L_0, L_1, ... (J per site), at least one, finite; copied
     * @param temperatureKelvin absolute temperature (K), positive
     * @return the model
     * @throws io.github.spinodal.core.InvalidValueException if there is no coefficient or a number is invalid
     */
    public static RedlichKister of(double[] coefficientsJoule, double temperatureKelvin) {
        Require.atLeast("number of coefficients L", coefficientsJoule.length, 1);
        return new RedlichKister(
                Require.finiteCopy("coefficients L (J)", coefficientsJoule),
                Require.positive("temperature (K)", temperatureKelvin));
    }

    /**
     * An expansion from coefficients in units of the thermal energy.
     *
     * @param coefficientsOverKT L_0/k_B T, L_1/k_B T, ..., at least one, finite
     * @param temperatureKelvin absolute temperature (K), positive
     * @return the model
     * @throws io.github.spinodal.core.InvalidValueException if there is no coefficient or a number is invalid
     */
    public static RedlichKister ofOverKT(double[] coefficientsOverKT, double temperatureKelvin) {
        double thermalEnergy = PhysicalConstants.thermalEnergy(temperatureKelvin);
        double[] coefficients = Require.finiteCopy("coefficients L/kT", coefficientsOverKT);
        for (int k = 0; k < coefficients.length; k++) {
            coefficients[k] *= thermalEnergy;
        }
        return of(coefficients, temperatureKelvin);
    }

    /**
     * The sub-regular solution by the interaction at either end: F_ex = c (1 - c) [Omega_empty (1 - c) + Omega_full c].
     *
     * @param interactionWhenEmptyJoule Omega as c goes to 0 (J per site), finite
     * @param interactionWhenFullJoule Omega as c goes to 1 (J per site), finite
     * @param temperatureKelvin absolute temperature (K), positive
     * @return the model
     * @throws io.github.spinodal.core.InvalidValueException if a number is invalid
     */
    public static RedlichKister subRegular(
            double interactionWhenEmptyJoule, double interactionWhenFullJoule, double temperatureKelvin) {
        return of(
                new double[] {
                    (interactionWhenEmptyJoule + interactionWhenFullJoule) / 2,
                    (interactionWhenEmptyJoule - interactionWhenFullJoule) / 2
                },
                temperatureKelvin);
    }

    /**
     * The coefficients.
     *
     * @return L_0, L_1, ... (J per site), a copy
     */
    public double[] coefficientsJoule() {
        return coefficientsJoule.clone();
    }

    @Override
    public double temperatureKelvin() {
        return temperatureKelvin;
    }

    @Override
    public double excessFreeEnergy(double c, double oneMinusC) {
        return c * oneMinusC * series(oneMinusC - c, 0);
    }

    @Override
    public double excessChemicalPotential(double c) {
        Require.within("filling c", c, 0, 1);
        double s = 1 - 2 * c;
        return s * series(s, 0) - 2 * c * (1 - c) * series(s, 1);
    }

    @Override
    public double excessChemicalPotentialSlope(double c) {
        Require.within("filling c", c, 0, 1);
        double s = 1 - 2 * c;
        return -2 * series(s, 0) - 4 * s * series(s, 1) + 4 * c * (1 - c) * series(s, 2);
    }

    @Override
    public RedlichKister atTemperature(double otherTemperatureKelvin) {
        return of(coefficientsJoule, otherTemperatureKelvin);
    }

    /** The derivative of a given order, 0 to 2, of sum_k L_k s^k. */
    private double series(double s, int derivative) {
        double sum = 0;
        for (int k = coefficientsJoule.length - 1; k >= derivative; k--) {
            double factor = derivative == 0 ? 1 : derivative == 1 ? k : k * (k - 1.0);
            sum = sum * s + factor * coefficientsJoule[k];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedlichKister that
                && temperatureKelvin == that.temperatureKelvin
                && Arrays.equals(coefficientsJoule, that.coefficientsJoule);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(coefficientsJoule) + Double.hashCode(temperatureKelvin);
    }

    @Override
    public String toString() {
        return "RedlichKister[L (J) = " + Arrays.toString(coefficientsJoule) + ", T = " + temperatureKelvin + " K]";
    }
}
