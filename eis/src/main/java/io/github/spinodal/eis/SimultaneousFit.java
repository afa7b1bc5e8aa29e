package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.LeastSquaresFit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One circuit fitted to several spectra with shared parameters. */
public final class SimultaneousFit implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Circuit circuit;
    private final ArrayList<ImpedanceSpectrum> spectra;
    private final ArrayList<String> shared;
    private final Scales scales;
    private final LeastSquaresFit reduced;
    private final ArrayList<CircuitFit> separate;

    SimultaneousFit(
            Circuit circuit,
            List<ImpedanceSpectrum> spectra,
            List<String> shared,
            Scales scales,
            LeastSquaresFit reduced,
            List<CircuitFit> separate) {
        this.circuit = circuit;
        this.spectra = new ArrayList<>(spectra);
        this.shared = new ArrayList<>(shared);
        this.scales = scales;
        this.reduced = reduced;
        this.separate = new ArrayList<>(separate);
    }

    /**
     * The circuit.
     *
     * @return the circuit
     */
    public Circuit circuit() {
        return circuit;
    }

    /**
     * The data.
     *
     * @return spectra in the given order
     */
    public List<ImpedanceSpectrum> spectra() {
        return List.copyOf(spectra);
    }

    /**
     * The parameters that all spectra share.
     *
     * @return names
     */
    public List<String> sharedParameters() {
        return List.copyOf(shared);
    }

    /**
     * Values for one spectrum.
     *
     * @param spectrum index of the spectrum
     * @return values in the circuit's parameter order and units
     */
    public double[] values(int spectrum) {
        int n = circuit.parameterCount();
        double[] own = Arrays.copyOfRange(reduced.parameters(), spectrum * n, (spectrum + 1) * n);
        return scales.toPhysical(circuit, own);
    }

    /**
     * Standard errors for one spectrum.
     *
     * @param spectrum index of the spectrum
     * @return standard errors in the circuit's parameter order and units
     */
    public double[] standardErrors(int spectrum) {
        int n = circuit.parameterCount();
        double[][] all = reduced.covariance();
        double[][] own = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(all[spectrum * n + i], spectrum * n, own[i], 0, n);
        }
        double[][] physical = scales.toPhysicalCovariance(circuit, values(spectrum), own);
        double[] errors = new double[n];
        for (int k = 0; k < n; k++) {
            errors[k] = Math.sqrt(physical[k][k]);
        }
        return errors;
    }

    /**
     * The separate fits from which the joint one started.
     *
     * @return a fit for each spectrum
     */
    public List<CircuitFit> separateFits() {
        return List.copyOf(separate);
    }

    /**
     * The minimised sum of weighted squares over all spectra.
     *
     * @return sum of squares in the weights' unit
     */
    public double sumOfSquares() {
        return reduced.sumOfSquares();
    }

    /**
     * Sum of squares over degrees of freedom.
     *
     * @return reduced chi-square of all spectra together
     */
    public double chiSquared() {
        return reduced.reducedSumOfSquares();
    }

    /**
     * Akaike's criterion with all spectra together.
     *
     * @return AICc
     */
    public double aicc() {
        return reduced.aicc();
    }

    /**
     * Whether the values are a minimum.
     *
     * @return true if the descent converged
     */
    public boolean converged() {
        return reduced.converged();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimultaneousFit that
                && circuit.equals(that.circuit)
                && spectra.equals(that.spectra)
                && shared.equals(that.shared)
                && reduced.equals(that.reduced);
    }

    @Override
    public int hashCode() {
        return 31 * circuit.hashCode() + reduced.hashCode();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %d spectra, %s shared: chi-square %.4g, %s",
                circuit,
                spectra.size(),
                shared,
                chiSquared(),
                reduced.stopReason());
    }
}
