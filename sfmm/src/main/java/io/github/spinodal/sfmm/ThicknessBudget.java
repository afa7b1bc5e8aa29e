package io.github.spinodal.sfmm;

import java.io.Serializable;
import java.util.Locale;

/**
 * Where the uncertainty of a thickness comes from. All parts are standard uncertainties (nm).
 *
 * @param statistical noise of the curve, from the joint fit of all parameters
 * @param zCalibration scale of the piezo or the height sensor
 * @param window choice of the stretch taken as solid contact, beyond what noise explains
 * @param drift movement of the sample relative to the tip between onset and solid contact
 * @param onsetDefinition what the assumed force law does to the onset: the change of the thickness when the exponent is
 *     moved from its fitted value half way to that of a paraboloid, 1.5
 */
public record ThicknessBudget(
        double statistical, double zCalibration, double window, double drift, double onsetDefinition)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * All parts together.
     *
     * @return root of the sum of squares (nm)
     */
    public double combined() {
        return Math.sqrt(statistical * statistical
                + zCalibration * zCalibration
                + window * window
                + drift * drift
                + onsetDefinition * onsetDefinition);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "statistical %.3g, Z calibration %.3g, window %.3g, drift %.3g, onset definition %.3g, together %.3g nm",
                statistical,
                zCalibration,
                window,
                drift,
                onsetDefinition,
                combined());
    }
}
