package io.github.spinodal.phasefield.impedance;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * Rate constant k of the symmetric law dc/dt = 2 k sqrt(c (1 - c)) sinh(A/2), and what an impedance measurement makes of
 * it: R_ct = kT/(e I_0) with the exchange current I_0 = Q k sqrt(c (1 - c)) and Q the plateau capacity.
 *
 * @param perSecond rate constant k (1/s), positive
 * @param temperatureKelvin temperature (K), positive
 */
public record RateConstant(double perSecond, double temperatureKelvin) implements Serializable {
    /**
     * Checks the values.
     *
     * @throws io.github.spinodal.core.InvalidValueException if a value is not positive and finite
     */
    public RateConstant {
        Require.positive("rate constant (1/s)", perSecond);
        Require.positive("temperature (K)", temperatureKelvin);
    }

    /**
     * The rate constant behind a charge-transfer resistance at 298.15 K.
     *
     * @param chargeTransferResistanceOhm charge-transfer resistance R_ct of the electrode (ohm), positive
     * @param plateauCapacityCoulomb plateau capacity Q (C), positive
     * @param filling filling c at which it was measured, in (0, 1)
     * @return the rate constant
     * @throws io.github.spinodal.core.InvalidValueException if a value is outside its range
     */
    public static RateConstant fromChargeTransferResistance(
            double chargeTransferResistanceOhm, double plateauCapacityCoulomb, double filling) {
        return fromChargeTransferResistance(
                chargeTransferResistanceOhm, plateauCapacityCoulomb, filling, PhysicalConstants.ROOM_TEMPERATURE);
    }

    /**
     * The rate constant behind a charge-transfer resistance.
     *
     * @param chargeTransferResistanceOhm charge-transfer resistance R_ct of the electrode (ohm), positive
     * @param plateauCapacityCoulomb plateau capacity Q (C), positive
     * @param filling filling c at which it was measured, in (0, 1)
     * @param temperatureKelvin temperature (K), positive
     * @return the rate constant
     * @throws io.github.spinodal.core.InvalidValueException if a value is outside its range
     */
    public static RateConstant fromChargeTransferResistance(
            double chargeTransferResistanceOhm,
            double plateauCapacityCoulomb,
            double filling,
            double temperatureKelvin) {
        Require.positive("charge-transfer resistance (ohm)", chargeTransferResistanceOhm);
        double exchangeCurrent = PhysicalConstants.thermalVoltage(temperatureKelvin) / chargeTransferResistanceOhm;
        return fromExchangeCurrent(exchangeCurrent, plateauCapacityCoulomb, filling, temperatureKelvin);
    }

    /**
     * The rate constant behind an exchange current.
     *
     * @param exchangeCurrentAmpere exchange current I_0 of the electrode (A), positive
     * @param plateauCapacityCoulomb plateau capacity Q (C), positive
     * @param filling filling c, in (0, 1)
     * @param temperatureKelvin temperature (K), positive
     * @return the rate constant
     * @throws io.github.spinodal.core.InvalidValueException if a value is outside its range
     */
    public static RateConstant fromExchangeCurrent(
            double exchangeCurrentAmpere, double plateauCapacityCoulomb, double filling, double temperatureKelvin) {
        Require.positive("exchange current (A)", exchangeCurrentAmpere);
        Require.positive("plateau capacity (C)", plateauCapacityCoulomb);
        return new RateConstant(
                exchangeCurrentAmpere / (plateauCapacityCoulomb * exchangeFactor(filling)), temperatureKelvin);
    }

    private static double exchangeFactor(double filling) {
        Require.inside("filling", filling, 0, 1);
        return Math.sqrt(filling * (1 - filling));
    }

    /**
     * Exchange current of an electrode of identical grains.
     *
     * @param plateauCapacityCoulomb plateau capacity Q (C), positive
     * @param filling filling c, in (0, 1)
     * @return I_0 (A)
     * @throws io.github.spinodal.core.InvalidValueException if a value is outside its range
     */
    public double exchangeCurrent(double plateauCapacityCoulomb, double filling) {
        Require.positive("plateau capacity (C)", plateauCapacityCoulomb);
        return plateauCapacityCoulomb * perSecond * exchangeFactor(filling);
    }

    /**
     * Charge-transfer resistance of an electrode of identical grains.
     *
     * @param plateauCapacityCoulomb plateau capacity Q (C), positive
     * @param filling filling c, in (0, 1)
     * @return R_ct (ohm)
     * @throws io.github.spinodal.core.InvalidValueException if a value is outside its range
     */
    public double chargeTransferResistance(double plateauCapacityCoulomb, double filling) {
        return PhysicalConstants.thermalVoltage(temperatureKelvin) / exchangeCurrent(plateauCapacityCoulomb, filling);
    }
}
