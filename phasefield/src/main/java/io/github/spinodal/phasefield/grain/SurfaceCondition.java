package io.github.spinodal.phasefield.grain;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/** What the surface of a grain asks of the filling next to it. */
public sealed interface SurfaceCondition extends Serializable {
    /** The surface prefers neither phase: the filling has no slope there. */
    record Neutral() implements SurfaceCondition {}

    /**
     * The surface energy depends linearly on the filling, which fixes the slope of the filling at the surface (Cahn, J.
     * Chem. Phys. 66, 3667, 1977): kappa dc/dn = -dgamma/dc, n outward.
     *
     * @param perMetre dc/dn (1/m), finite; positive where lithium wets the surface
     */
    record ContactSlope(double perMetre) implements SurfaceCondition {
        /**
         * Checks the slope.
         *
         * @throws io.github.spinodal.core.InvalidValueException if it is not finite
         */
        public ContactSlope {
            Require.finite("slope of the filling at the surface (1/m)", perMetre);
        }
    }

    /**
     * A layer of sites just beyond the grain, one cell away, keeps a filling of its own: complete wetting (as in Cogswell
     * and Bazant, Nano Lett. 13, 3036, 2013).
     *
     * @param filling filling of the layer, in [0, 1]
     */
    record FilledLayer(double filling) implements SurfaceCondition {
        /**
         * Checks the filling.
         *
         * @throws io.github.spinodal.core.InvalidValueException if it is outside [0, 1]
         */
        public FilledLayer {
            Require.within("filling of the surface layer", filling, 0, 1);
        }
    }

    /**
     * A surface without preference.
     *
     * @return the condition
     */
    static SurfaceCondition neutral() {
        return new Neutral();
    }

    /**
     * A surface whose energy falls with the filling.
     *
     * @param energySlopeJoulePerSquareMetre dgamma/dc (J/m2), finite; negative where lithium wets the surface
     * @param gradientCoefficientJoulePerMetre gradient energy coefficient kappa (J/m), positive
     * @return the condition
     * @throws io.github.spinodal.core.InvalidValueException if a number is invalid
     */
    static SurfaceCondition ofSurfaceEnergy(
            double energySlopeJoulePerSquareMetre, double gradientCoefficientJoulePerMetre) {
        Require.finite("slope of the surface energy (J/m2)", energySlopeJoulePerSquareMetre);
        Require.positive("gradient energy coefficient (J/m)", gradientCoefficientJoulePerMetre);
        return new ContactSlope(-energySlopeJoulePerSquareMetre / gradientCoefficientJoulePerMetre);
    }
}
