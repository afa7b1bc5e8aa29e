package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.table.Dimension;
import io.github.spinodal.core.table.MeasurementUnit;
import java.io.Serializable;

/**
 * Mean and spread of angles, for which 359 and 1 degree are neighbours (Fisher, Statistical Analysis of Circular Data, 1993,
 * 2.3).
 *
 * @param meanRadian mean direction (rad), in (-pi, pi]
 * @param resultantLength length of the mean unit vector, 0 (no direction) to 1 (all alike)
 * @param count number of angles
 */
public record CircularStatistics(double meanRadian, double resultantLength, int count) implements Serializable {
    /**
     * Statistics of angles.
     *
     * @param radians angles (rad), at least one, finite
     * @return their statistics
     * @throws InvalidValueException if there is none, or one is not finite
     */
    public static CircularStatistics of(double[] radians) {
        Require.atLeast("number of angles", radians.length, 1);
        double cosine = 0;
        double sine = 0;
        for (int i = 0; i < radians.length; i++) {
            Require.finite("angle (rad)[" + i + "]", radians[i]);
            cosine += Math.cos(radians[i]);
            sine += Math.sin(radians[i]);
        }
        double length = Math.min(1, Math.hypot(cosine, sine) / radians.length);
        return new CircularStatistics(Math.atan2(sine, cosine), length, radians.length);
    }

    /**
     * Statistics of a map of phases.
     *
     * @param phase the map, in deg or rad, at least one pixel present
     * @return the statistics of the pixels present
     * @throws InvalidValueException if the unit of the map is no angle, or no pixel is present
     */
    public static CircularStatistics of(ScanMap phase) {
        MeasurementUnit unit = MeasurementUnit.find(phase.unit())
                .filter(u -> u.dimension().equals(Dimension.ANGLE))
                .orElseThrow(() ->
                        new InvalidValueException("unit of the phase map", "\"" + phase.unit() + "\"", "deg or rad"));
        double[] radians = phase.presentValues();
        for (int i = 0; i < radians.length; i++) {
            radians[i] = unit.toSi(radians[i]);
        }
        return of(radians);
    }

    /**
     * Mean direction.
     *
     * @return angle (degree), in (-180, 180]
     */
    public double meanDegrees() {
        return Math.toDegrees(meanRadian);
    }

    /**
     * Circular variance.
     *
     * @return one minus the resultant length, 0 to 1
     */
    public double variance() {
        return 1 - resultantLength;
    }

    /**
     * Circular standard deviation, sqrt(-2 ln R).
     *
     * @return angle (rad), infinite where the angles have no mean direction
     */
    public double standardDeviationRadian() {
        return Math.sqrt(Math.max(0, -2 * Math.log(resultantLength)));
    }
}
