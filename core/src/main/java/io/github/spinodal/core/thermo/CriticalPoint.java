package io.github.spinodal.core.thermo;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Temperature;
import java.io.Serializable;

/**
 * The top of a miscibility gap: below its temperature the host separates around its filling.
 *
 * @param filling critical filling, in (0, 1)
 * @param temperature critical temperature
 * @param kind whether the point can be reached in equilibrium
 */
public record CriticalPoint(double filling, Temperature temperature, Kind kind) implements Serializable {
    /** Whether a critical point can be reached in equilibrium. */
    public enum Kind {
        /** A homogeneous host is stable there. */
        STABLE,
        /** The point is hidden inside another, wider gap. */
        METASTABLE
    }

    /**
     * Checks the filling.
     *
     * @throws io.github.spinodal.core.InvalidValueException if the filling is outside (0, 1)
     */
    public CriticalPoint {
        Require.inside("critical filling", filling, 0, 1);
    }
}
