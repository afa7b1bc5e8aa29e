package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.table.Dimension;
import io.github.spinodal.core.table.MeasurementUnit;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The work function of a Kelvin probe's tip, from a reference of known work function, and with it the work functions of
 * samples: V_CPD = (phi_tip - phi_sample) / q (study, supplementary section 7), so that phi_tip = phi_reference + q V_CPD
 * of the reference.
 *
 * @param tipElectronVolt work function of the tip (eV)
 * @param polarity the sign convention of the instrument
 */
public record WorkFunctionCalibration(Measured tipElectronVolt, Polarity polarity) implements Serializable {
    /** Work function that the study assigns to sputtered gold (eV). */
    public static final double STUDY_GOLD_ELECTRON_VOLT = 5.2;

    /** Which sign the instrument gives the contact potential difference. */
    public enum Polarity {
        /** V_CPD = (phi_tip - phi_sample) / q, as in the study: a larger work function has a smaller potential. */
        TIP_MINUS_SAMPLE,
        /** V_CPD = (phi_sample - phi_tip) / q, as where the bias is applied to the tip. */
        SAMPLE_MINUS_TIP;

        double sign() {
            return this == TIP_MINUS_SAMPLE ? 1 : -1;
        }
    }

    /**
     * Calibrates a tip in the study's sign convention.
     *
     * @param referenceElectronVolt work function of the reference (eV), such as 5.2 eV for gold
     * @param referencePotentialVolt contact potential difference measured on the reference (V)
     * @return the calibration
     */
    public static WorkFunctionCalibration of(Measured referenceElectronVolt, Measured referencePotentialVolt) {
        return of(referenceElectronVolt, referencePotentialVolt, Polarity.TIP_MINUS_SAMPLE);
    }

    /**
     * Calibrates a tip.
     *
     * @param referenceElectronVolt work function of the reference (eV), positive
     * @param referencePotentialVolt contact potential difference measured on the reference (V)
     * @param polarity the sign convention of the instrument
     * @return the calibration
     * @throws InvalidValueException if the work function of the reference is not positive
     */
    public static WorkFunctionCalibration of(
            Measured referenceElectronVolt, Measured referencePotentialVolt, Polarity polarity) {
        Require.positive("work function of the reference (eV)", referenceElectronVolt.value());
        double tip = referenceElectronVolt.value() + polarity.sign() * referencePotentialVolt.value();
        double uncertainty =
                Math.hypot(referenceElectronVolt.standardUncertainty(), referencePotentialVolt.standardUncertainty());
        return new WorkFunctionCalibration(Measured.of(tip, uncertainty), polarity);
    }

    /**
     * The work function of every pixel.
     *
     * @param contactPotential a map of contact potential differences, in a unit of voltage
     * @return the map of work functions (eV)
     * @throws InvalidValueException if the unit of the map is no voltage
     */
    public ScanMap workFunctionMap(ScanMap contactPotential) {
        MeasurementUnit unit = MeasurementUnit.find(contactPotential.unit())
                .filter(u -> u.dimension().equals(Dimension.VOLTAGE))
                .orElseThrow(() -> new InvalidValueException(
                        "unit of the contact potential map", "\"" + contactPotential.unit() + "\"", "V or mV"));
        return contactPotential.map(
                "work function", "eV", v -> tipElectronVolt.value() - polarity.sign() * unit.toSi(v));
    }

    /**
     * The mean work function of a map. Its uncertainty combines the calibration of the tip with the spread of the pixels
     * over the effective number of independent ones; differences between two maps of one tip must leave the calibration out.
     *
     * @param contactPotential a map of contact potential differences, in a unit of voltage, at least 4 by 4 pixels
     * @return the mean and its parts
     * @throws InvalidValueException if the unit of the map is no voltage, or the map is too small or constant
     */
    public WorkFunction measure(ScanMap contactPotential) {
        ScanMap map = workFunctionMap(contactPotential);
        double[] values = map.presentValues();
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / Math.max(1, values.length - 1);
        double effective = SpatialCorrelation.of(map).effectiveSize();
        return new WorkFunction(
                mean,
                Math.sqrt(variance),
                Math.sqrt(variance / effective),
                tipElectronVolt.standardUncertainty(),
                effective);
    }
}
