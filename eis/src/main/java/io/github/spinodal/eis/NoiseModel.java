package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.io.Serializable;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Gaussian noise for synthetic spectra: independent in real and imaginary part, with sigma^2 = a^2 + b^2 |Z|^2. The same seed
 * gives the same noise.
 *
 * @param structure the standard deviation
 * @param seed seed of the noise
 */
public record NoiseModel(ErrorStructure structure, long seed) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * Noise proportional to the modulus.
     *
     * @param relative standard deviation over |Z|, positive, 0.005 for half a per cent
     * @param seed seed of the noise
     * @return the model
     * @throws io.github.spinodal.core.InvalidValueException if the share is not positive
     */
    public static NoiseModel proportional(double relative, long seed) {
        return new NoiseModel(new ErrorStructure(0, relative), seed);
    }

    /**
     * Noise of one size.
     *
     * @param ohm standard deviation (ohm), positive
     * @param seed seed of the noise
     * @return the model
     * @throws io.github.spinodal.core.InvalidValueException if it is not positive
     */
    public static NoiseModel constant(double ohm, long seed) {
        return new NoiseModel(new ErrorStructure(ohm, 0), seed);
    }

    /**
     * Adds the noise to a spectrum and notes its standard deviations there.
     *
     * @param clean the spectrum without noise
     * @return the noisy spectrum, with standard deviations
     */
    public ImpedanceSpectrum addTo(ImpedanceSpectrum clean) {
        SplittableRandom random = new SplittableRandom(seed);
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double[] re = clean.realOhm();
        double[] im = clean.imaginaryOhm();
        double[] sigma = new double[re.length];
        for (int i = 0; i < re.length; i++) {
            sigma[i] = structure.standardDeviationOhm(clean.modulus(i));
            re[i] += sigma[i] * normal.inverseCumulativeProbability(open(random));
            im[i] += sigma[i] * normal.inverseCumulativeProbability(open(random));
        }
        return ImpedanceSpectrum.of(clean.frequenciesHz(), re, im).withStandardDeviations(sigma);
    }

    /** Uniform in the open interval (0, 1). */
    private static double open(SplittableRandom random) {
        return (random.nextLong() >>> 12) * 0x1p-52 + 0x1p-53;
    }
}
