package io.github.spinodal.sfmm;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spectra of one electrode in the order in which its potential was swept. Immutable. */
public final class OperandoSeries implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<SfmmSpectrum> spectra;
    private final double[] seconds;

    private OperandoSeries(List<SfmmSpectrum> spectra, double[] seconds) {
        this.spectra = spectra;
        this.seconds = seconds;
    }

    /**
     * A cathodic sweep.
     *
     * @param spectra at least two, the potential never rising
     * @return the series
     * @throws InvalidValueException if there are fewer than two, or the potential rises
     */
    public static OperandoSeries of(List<SfmmSpectrum> spectra) {
        Require.atLeast("number of spectra", spectra.size(), 2);
        for (int i = 1; i < spectra.size(); i++) {
            double before = spectra.get(i - 1).potentialVolt();
            if (spectra.get(i).potentialVolt() > before) {
                throw new InvalidValueException(
                        "potential (V)[" + i + "]",
                        spectra.get(i).potentialVolt(),
                        "no higher than the one before, " + before + ", in a cathodic sweep");
            }
        }
        return new OperandoSeries(List.copyOf(spectra), new double[0]);
    }

    /**
     * The same series with the times of its spectra, from which the growth at a held potential is read.
     *
     * @param seconds time of each spectrum (s), rising
     * @return the series
     * @throws InvalidValueException if there is not one time a spectrum, or they do not rise
     */
    public OperandoSeries withTimes(double... seconds) {
        Require.sameLength("times", seconds.length, "spectra", spectra.size());
        double[] copy = Require.finiteCopy("times (s)", seconds);
        for (int i = 1; i < copy.length; i++) {
            if (!(copy[i] > copy[i - 1])) {
                throw new InvalidValueException(
                        "time (s)[" + i + "]", copy[i], "later than the one before, " + copy[i - 1]);
            }
        }
        return new OperandoSeries(spectra, copy);
    }

    /**
     * The spectra in order.
     *
     * @return an unmodifiable list
     */
    public List<SfmmSpectrum> spectra() {
        return spectra;
    }

    /**
     * Analyses every spectrum and follows the layer with the potential.
     *
     * @param analysis how a spectrum is analysed
     * @return the result
     */
    public OperandoResult analyse(SpectrumAnalysis analysis) {
        List<SpectrumResult> results = new ArrayList<>();
        for (SfmmSpectrum spectrum : spectra) {
            results.add(analysis.analyse(spectrum));
        }
        return OperandoResult.of(spectra, results, seconds);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperandoSeries that
                && spectra.equals(that.spectra)
                && Arrays.equals(seconds, that.seconds);
    }

    @Override
    public int hashCode() {
        return 31 * spectra.hashCode() + Arrays.hashCode(seconds);
    }

    @Override
    public String toString() {
        return "OperandoSeries[spectra " + spectra + "]";
    }
}
