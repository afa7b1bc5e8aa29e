package io.github.spinodal.sfmm.simulation;

import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Random;

/**
 * Noise of the deflection: white noise plus a first-order autoregressive (AR(1)) part.
 *
 * @param whiteNanometres standard deviation of the white part (nm), zero or positive
 * @param colouredNanometres standard deviation of the autoregressive part (nm), zero or positive
 * @param correlationSamples integrated autocorrelation time (1 + phi)/(1 - phi) of the autoregressive part in samples, at
 *     least 1
 */
public record CurveNoise(double whiteNanometres, double colouredNanometres, double correlationSamples)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Checks the parts. */
    public CurveNoise {
        Require.nonNegative("white noise (nm)", whiteNanometres);
        Require.nonNegative("coloured noise (nm)", colouredNanometres);
        Require.within("correlation time (samples)", correlationSamples, 1, 1e9);
    }

    /**
     * White noise only.
     *
     * @param nanometres standard deviation (nm), zero or positive
     * @return the noise
     */
    public static CurveNoise white(double nanometres) {
        return new CurveNoise(nanometres, 0, 1);
    }

    /**
     * Autoregressive noise only.
     *
     * @param nanometres standard deviation (nm), zero or positive
     * @param correlationSamples integrated autocorrelation time in samples, at least 1
     * @return the noise
     */
    public static CurveNoise coloured(double nanometres, double correlationSamples) {
        return new CurveNoise(0, nanometres, correlationSamples);
    }

    /**
     * The coefficient of the autoregressive part.
     *
     * @return phi in [0, 1)
     */
    public double autoregression() {
        return (correlationSamples - 1) / (correlationSamples + 1);
    }

    double[] draw(int count, Random random) {
        double phi = autoregression();
        double innovation = colouredNanometres * Math.sqrt(1 - phi * phi);
        double state = colouredNanometres * random.nextGaussian();
        double[] noise = new double[count];
        for (int i = 0; i < count; i++) {
            noise[i] = state + whiteNanometres * random.nextGaussian();
            state = phi * state + innovation * random.nextGaussian();
        }
        return noise;
    }
}
