package io.github.spinodal.core.quantity;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * An electric resistance, zero or positive.
 *
 * @param inOhms the resistance (ohm), zero or positive, and finite
 */
public record Resistance(double inOhms) implements Serializable {
    /**
     * Checks the number.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the number is negative or not finite
     */
    public Resistance {
        Require.nonNegative("resistance (ohm)", inOhms);
    }

    /**
     * A resistance from ohms.
     *
     * @param ohms the resistance (ohm), zero or positive, and finite
     * @return the resistance
     * @throws io.github.spinodal.core.InvalidValueException if the number is negative or not finite
     */
    public static Resistance ofOhms(double ohms) {
        return new Resistance(ohms);
    }

    /**
     * A resistance from kiloohms.
     *
     * @param kiloohms the resistance (kohm), zero or positive, and finite
     * @return the resistance
     * @throws io.github.spinodal.core.InvalidValueException if the number is negative or not finite
     */
    public static Resistance ofKiloohms(double kiloohms) {
        return new Resistance(kiloohms * 1e3);
    }

    /**
     * The resistance in kiloohms.
     *
     * @return the resistance (kohm)
     */
    public double inKiloohms() {
        return inOhms / 1e3;
    }
}
