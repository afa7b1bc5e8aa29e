package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/** Outcome of a {@linkplain LinKk linear Kramers-Kronig test}. */
public final class KkResult implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Drifting residuals below this share of |Z| are no larger than the calibration errors of potentiostats. */
    private static final double RESOLUTION = 5e-3;

    private static final double LEVEL = 1e-4;

    /** Whether the data obey the Kramers-Kronig relations. */
    public enum Verdict {
        /** Nothing but noise is left. */
        CONSISTENT,
        /** Residuals above 0.5 % drift with frequency: the system changed, was not linear, or the data are wrong. */
        VIOLATED
    }

    private final ImpedanceSpectrum spectrum;
    private final double[] real;
    private final double[] imaginary;
    private final int degreesOfFreedom;
    private final double series;
    private final double[] resistances;
    private final double[] timeConstants;
    private final double elastance;
    private final double inductance;

    KkResult(
            ImpedanceSpectrum spectrum,
            double[] real,
            double[] imaginary,
            int degreesOfFreedom,
            double series,
            double[] resistances,
            double[] timeConstants,
            double elastance,
            double inductance) {
        this.spectrum = spectrum;
        this.real = real;
        this.imaginary = imaginary;
        this.degreesOfFreedom = degreesOfFreedom;
        this.series = series;
        this.resistances = resistances;
        this.timeConstants = timeConstants;
        this.elastance = elastance;
        this.inductance = inductance;
    }

    /**
     * The data.
     *
     * @return the spectrum
     */
    public ImpedanceSpectrum spectrum() {
        return spectrum;
    }

    /**
     * Residuals of the real part over |Z|.
     *
     * @return a copy, one for each frequency, 0.01 for one per cent
     */
    public double[] relativeRealResiduals() {
        return real.clone();
    }

    /**
     * Residuals of the imaginary part over |Z|.
     *
     * @return a copy, one for each frequency, 0.01 for one per cent
     */
    public double[] relativeImaginaryResiduals() {
        return imaginary.clone();
    }

    /**
     * The largest residual of either part over |Z|.
     *
     * @return 0.01 for one per cent
     */
    public double maximumResidual() {
        double largest = 0;
        for (int i = 0; i < real.length; i++) {
            largest = Math.max(largest, Math.max(Math.abs(real[i]), Math.abs(imaginary[i])));
        }
        return largest;
    }

    /**
     * Relative noise of the data for consistent data: root of the sum of squared residuals over the degrees of freedom.
     *
     * @return standard deviation of either part over |Z|, 0.01 for one per cent
     */
    public double noise() {
        double sum = 0;
        for (int i = 0; i < real.length; i++) {
            sum += real[i] * real[i] + imaginary[i] * imaginary[i];
        }
        return Math.sqrt(sum / Math.max(1, degreesOfFreedom));
    }

    /**
     * Whether the data obey the Kramers-Kronig relations.
     *
     * @return the verdict; noise of any size is consistent as long as it does not drift
     */
    public Verdict verdict() {
        boolean drifts = drifts(real) || drifts(imaginary);
        return drifts && maximumResidual() > RESOLUTION ? Verdict.VIOLATED : Verdict.CONSISTENT;
    }

    private static boolean drifts(double[] residuals) {
        ResidualTest test = ResidualTest.of(residuals);
        // One-sided: a basis of many terms leaves residuals that alternate rather than drift.
        return test.autocorrelationPValue() < LEVEL || (test.runs() < test.expectedRuns() && test.runsPValue() < LEVEL);
    }

    /**
     * The fitted impedance at the frequencies of the data.
     *
     * @return the Kramers-Kronig transform of the data
     */
    public ImpedanceSpectrum model() {
        double[] re = spectrum.realOhm();
        double[] im = spectrum.imaginaryOhm();
        for (int i = 0; i < re.length; i++) {
            re[i] -= real[i] * spectrum.modulus(i);
            im[i] -= imaginary[i] * spectrum.modulus(i);
        }
        return ImpedanceSpectrum.of(spectrum.frequenciesHz(), re, im);
    }

    /**
     * Series resistance of the basis.
     *
     * @return R0 (ohm)
     */
    public double seriesResistanceOhm() {
        return series;
    }

    /**
     * Resistances of the basis; single ones mean nothing.
     *
     * @return a copy, R_k (ohm), of either sign
     */
    public double[] resistancesOhm() {
        return resistances.clone();
    }

    /**
     * Time constants of the basis.
     *
     * @return a copy, tau_k (s), rising
     */
    public double[] timeConstants() {
        return timeConstants.clone();
    }

    /**
     * Reciprocal series capacitance of the basis.
     *
     * @return 1/C (1/F), near zero where the spectrum needs none
     */
    public double elastancePerFarad() {
        return elastance;
    }

    /**
     * Series inductance of the basis.
     *
     * @return L (H), near zero where the spectrum needs none
     */
    public double inductanceHenry() {
        return inductance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KkResult that
                && spectrum.equals(that.spectrum)
                && Arrays.equals(real, that.real)
                && Arrays.equals(imaginary, that.imaginary)
                && Arrays.equals(timeConstants, that.timeConstants);
    }

    @Override
    public int hashCode() {
        return 31 * spectrum.hashCode() + Arrays.hashCode(real);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Kramers-Kronig: %s, noise %.3g %%, largest residual %.3g %%, %d time constants",
                verdict(),
                100 * noise(),
                100 * maximumResidual(),
                timeConstants.length);
    }
}
