package io.github.spinodal.core;

/**
 * The physical constants used throughout, in SI units.
 *
 * <p>Values are those of CODATA 2018 (Tiesinga, Mohr, Newell, Taylor, Rev. Mod. Phys. 93, 025010, 2021). Since the 2019
 * revision of the SI the Boltzmann, elementary-charge and Avogadro constants are exact by definition, and so are the
 * Faraday and gas constants derived from them here.
 */
public final class PhysicalConstants {
    /** Boltzmann constant k_B (J/K), exact. */
    public static final double BOLTZMANN = 1.380649e-23;

    /** Elementary charge e (C), exact. */
    public static final double ELEMENTARY_CHARGE = 1.602176634e-19;

    /** Avogadro constant N_A (1/mol), exact. */
    public static final double AVOGADRO = 6.02214076e23;

    /** Faraday constant F = e N_A (C/mol), exact up to rounding to a double. */
    public static final double FARADAY = ELEMENTARY_CHARGE * AVOGADRO;

    /** Molar gas constant R = k_B N_A (J/(mol K)), exact up to rounding to a double. */
    public static final double GAS = BOLTZMANN * AVOGADRO;

    /** The reference temperature of the study and of thermochemical tables, 25 degrees Celsius (K). */
    public static final double ROOM_TEMPERATURE = 298.15;

    private PhysicalConstants() {}

    /**
     * Thermal energy k_B T.
     *
     * @param temperatureKelvin absolute temperature (K), positive and finite
     * @return k_B T (J)
     * @throws InvalidValueException if the temperature is not positive and finite
     */
    public static double thermalEnergy(double temperatureKelvin) {
        return BOLTZMANN * Require.positive("temperature (K)", temperatureKelvin);
    }

    /**
     * Thermal voltage k_B T/e.
     *
     * @param temperatureKelvin absolute temperature (K), positive and finite
     * @return k_B T/e (V)
     * @throws InvalidValueException if the temperature is not positive and finite
     */
    public static double thermalVoltage(double temperatureKelvin) {
        return thermalEnergy(temperatureKelvin) / ELEMENTARY_CHARGE;
    }
}
