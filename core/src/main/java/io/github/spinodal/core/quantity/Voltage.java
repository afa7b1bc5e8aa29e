package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * An electric potential difference.
 *
 * @param inVolts the voltage (V), finite
 */
public record Voltage(double inVolts) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public Voltage {
        Require.finite("voltage (V)", inVolts);
    }

    /**
     * A voltage from volts.
     *
     * @param volts the voltage (V), finite
     * @return the voltage
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static Voltage ofVolts(double volts) {
        return new Voltage(volts);
    }

    /**
     * A voltage from millivolts.
     *
     * @param millivolts the voltage (mV), finite
     * @return the voltage
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static Voltage ofMillivolts(double millivolts) {
        return new Voltage(millivolts * 1e-3);
    }

    /**
     * A voltage from microvolts.
     *
     * @param microvolts the voltage (uV), finite
     * @return the voltage
     * @throws io.github.spinodal.core.InvalidValueException if the number is not finite
     */
    public static Voltage ofMicrovolts(double microvolts) {
        return new Voltage(microvolts * 1e-6);
    }

    /**
     * The voltage in millivolts.
     *
     * @return the voltage (mV)
     */
    public double inMillivolts() {
        return inVolts / 1e-3;
    }

    /**
     * The voltage in microvolts.
     *
     * @return the voltage (uV)
     */
    public double inMicrovolts() {
        return inVolts / 1e-6;
    }
}
