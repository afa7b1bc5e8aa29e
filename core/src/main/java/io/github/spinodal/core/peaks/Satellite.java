package io.github.spinodal.core.peaks;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/** A second line that always accompanies the first one, of the same shape and width. */
public interface Satellite extends Serializable {
    /**
     * Height relative to the main line.
     *
     * @return ratio, positive
     */
    double ratio();

    /**
     * Where the satellite lies.
     *
     * @param centre centre of the main line
     * @return centre of the satellite
     */
    double position(double centre);

    /**
     * How the satellite follows.
     *
     * @param centre centre of the main line
     * @return derivative of {@link #position}
     */
    double positionSlope(double centre);

    /**
     * A line at a fixed distance, as the spin-orbit partner in photoemission.
     *
     * @param distance centre of the satellite minus that of the main line, finite, in the unit of x
     * @param ratio height, and so area, relative to the main line, positive
     * @return the satellite
     * @throws io.github.spinodal.core.InvalidValueException if a value is invalid
     */
    static Satellite atDistance(double distance, double ratio) {
        return new Satellites.Distance(Require.finite("distance", distance), Require.positive("ratio", ratio));
    }

    /**
     * The K alpha 2 line of copper on a 2 theta axis in degrees: sin(theta_2) = sin(theta_1) lambda_2/lambda_1 with lambda_1
     * = 0.1540593 nm and lambda_2 = 0.1544427 nm (Hoelzer et al., Phys. Rev. A 56, 1997, 4554), half as high.
     *
     * @return the satellite
     */
    static Satellite copperKAlpha2() {
        return new Satellites.Wavelength(0.1544427 / 0.1540593, 0.5);
    }
}
