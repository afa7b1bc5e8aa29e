package io.github.spinodal.core.quantity;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * An absolute temperature.
 *
 * @param inKelvins the temperature (K), positive and finite
 */
public record Temperature(double inKelvins) implements Serializable {
    private static final double ZERO_CELSIUS = 273.15;

    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public Temperature {
        Require.positive("temperature (K)", inKelvins);
    }

    /**
     * A temperature from kelvins.
     *
     * @param kelvins the temperature (K), positive and finite
     * @return the temperature
     * @throws io.github.spinodal.core.InvalidValueException if the number is not positive and finite
     */
    public static Temperature ofKelvins(double kelvins) {
        return new Temperature(kelvins);
    }

    /**
     * A temperature from degrees Celsius.
     *
     * @param degreesCelsius temperature (degrees Celsius), above -273.15
     * @return the temperature
     * @throws io.github.spinodal.core.InvalidValueException if it is not above absolute zero and finite
     */
    public static Temperature ofDegreesCelsius(double degreesCelsius) {
        Require.inside("temperature (degrees Celsius)", degreesCelsius, -ZERO_CELSIUS, Double.POSITIVE_INFINITY);
        return new Temperature(degreesCelsius + ZERO_CELSIUS);
    }

    /**
     * The temperature in degrees Celsius.
     *
     * @return temperature (degrees Celsius)
     */
    public double inDegreesCelsius() {
        return inKelvins - ZERO_CELSIUS;
    }

    /**
     * Thermal energy k_B T.
     *
     * @return k_B T (J)
     */
    public double thermalEnergyJoules() {
        return PhysicalConstants.thermalEnergy(inKelvins);
    }

    /**
     * Thermal voltage k_B T/e.
     *
     * @return the voltage
     */
    public Voltage thermalVoltage() {
        return Voltage.ofVolts(PhysicalConstants.thermalVoltage(inKelvins));
    }
}
