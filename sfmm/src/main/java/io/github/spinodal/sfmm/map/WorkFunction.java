package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * The work function of a surface from a map of contact potentials.
 *
 * @param meanElectronVolt mean over the pixels (eV)
 * @param spreadElectronVolt standard deviation of the pixels (eV): how uneven the surface is
 * @param statisticalElectronVolt standard uncertainty of the mean from that spread (eV)
 * @param calibrationElectronVolt standard uncertainty of the tip's work function (eV), common to all maps of the tip
 * @param effectivePixels number of independent pixels
 */
public record WorkFunction(
        double meanElectronVolt,
        double spreadElectronVolt,
        double statisticalElectronVolt,
        double calibrationElectronVolt,
        double effectivePixels)
        implements Serializable {
    /**
     * The mean with its whole uncertainty.
     *
     * @return work function (eV)
     */
    public Measured total() {
        return Measured.of(meanElectronVolt, Math.hypot(statisticalElectronVolt, calibrationElectronVolt));
    }

    /**
     * The difference to another surface measured with the same tip, in which the calibration cancels.
     *
     * @param other the other surface
     * @return this work function minus the other (eV)
     */
    public Measured minus(WorkFunction other) {
        return Measured.of(
                meanElectronVolt - other.meanElectronVolt,
                Math.hypot(statisticalElectronVolt, other.statisticalElectronVolt));
    }
}
