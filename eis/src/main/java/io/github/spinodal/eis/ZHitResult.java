package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/** Outcome of {@link ZHit}. */
public final class ZHitResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ImpedanceSpectrum spectrum;
    private final double[] modulus;

    ZHitResult(ImpedanceSpectrum spectrum, double[] modulus) {
        this.spectrum = spectrum;
        this.modulus = modulus;
    }

    /**
     * The modulus that the phase implies.
     *
     * @return a copy, |Z| (ohm), in the order of the spectrum
     */
    public double[] reconstructedModulusOhm() {
        return modulus.clone();
    }

    /**
     * Measured over reconstructed modulus, minus one.
     *
     * @return one value for each frequency, 0.01 for one per cent
     */
    public double[] relativeResiduals() {
        double[] residuals = new double[modulus.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = spectrum.modulus(i) / modulus[i] - 1;
        }
        return residuals;
    }

    /**
     * The largest residual.
     *
     * @return absolute value, 0.01 for one per cent
     */
    public double maximumResidual() {
        return Arrays.stream(relativeResiduals()).map(Math::abs).max().orElse(0);
    }

    /**
     * The spectrum with the reconstructed modulus and the measured phase.
     *
     * @return a spectrum without slow drift of the modulus
     */
    public ImpedanceSpectrum reconstructed() {
        double[] re = new double[modulus.length];
        double[] im = new double[modulus.length];
        for (int i = 0; i < re.length; i++) {
            re[i] = modulus[i] * Math.cos(spectrum.phase(i));
            im[i] = modulus[i] * Math.sin(spectrum.phase(i));
        }
        return ImpedanceSpectrum.of(spectrum.frequenciesHz(), re, im);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZHitResult that
                && spectrum.equals(that.spectrum)
                && Arrays.equals(modulus, that.modulus);
    }

    @Override
    public int hashCode() {
        return 31 * spectrum.hashCode() + Arrays.hashCode(modulus);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Z-HIT: largest residual of |Z| %.3g %%", 100 * maximumResidual());
    }
}
