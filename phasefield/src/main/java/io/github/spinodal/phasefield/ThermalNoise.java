package io.github.spinodal.phasefield;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * Thermal noise of grains with a finite number of sites, in detailed balance: at a held potential the stationary density
 * of a grain is exp(-N_s (G(c) - u c)/kT).
 *
 * <p>dc = (f + dD/dc) dt + sqrt(2 D) dW with D = f/(N_s A), which is sqrt(r_f r_b)/N_s sinh(A/2)/(A/2) for the symmetric
 * laws; drift and noise are projected along the mobilities so that the sum of w dc is I dt. Grains have sites in
 * proportion to their weights. The time step is fixed; the draws depend on seed, grain identity and number of the time
 * step alone.
 *
 * @param meanSitesPerGrain mean number of lithium sites of a grain, positive
 * @param timeStepSeconds fixed time step (s), positive; well below the shortest relaxation time of a grain
 * @param seed seed of the noise
 */
public record ThermalNoise(double meanSitesPerGrain, double timeStepSeconds, long seed) implements Serializable {
    /**
     * Checks the values.
     *
     * @throws io.github.spinodal.core.InvalidValueException if sites or time step are not positive and finite
     */
    public ThermalNoise {
        Require.positive("mean number of sites per grain", meanSitesPerGrain);
        Require.positive("time step (s)", timeStepSeconds);
    }
}
