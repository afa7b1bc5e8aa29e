package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * What a retract says about adhesion. Forces and energies need the spring constant of the curve, whose uncertainty is not
 * part of theirs.
 *
 * @param pullOff how the tip leaves
 * @param pullOffNanometres Z at which the deflection is deepest (nm), the start of the jump if there is one
 * @param adhesionNanometres deepest deflection below the baseline (nm), positive for attraction
 * @param adhesionNewton adhesion force (N), empty without a spring constant
 * @param adhesionJoule work of detachment (J): the force below the baseline, integrated over the travel of the piezo; empty
 *     without a spring constant
 * @param hysteresisJoule work that is lost between approach and retract (J): the area between them over the Z both visit;
 *     empty without a spring constant or an approach
 * @param noiseNanometres standard deviation of the deflection about the baseline (nm)
 */
public record RetractResult(
        PullOff pullOff,
        double pullOffNanometres,
        Measured adhesionNanometres,
        Optional<Measured> adhesionNewton,
        Optional<Measured> adhesionJoule,
        Optional<Measured> hysteresisJoule,
        double noiseNanometres)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s pull-off at Z = %.4g nm, adhesion %s nm%s%s%s",
                pullOff,
                pullOffNanometres,
                adhesionNanometres,
                adhesionNewton
                        .map(f -> String.format(Locale.ROOT, " = %s nN", f.times(1e9)))
                        .orElse(""),
                adhesionJoule
                        .map(w -> String.format(Locale.ROOT, ", detachment %s aJ", w.times(1e18)))
                        .orElse(""),
                hysteresisJoule
                        .map(w -> String.format(Locale.ROOT, ", hysteresis %s aJ", w.times(1e18)))
                        .orElse(""));
    }
}
