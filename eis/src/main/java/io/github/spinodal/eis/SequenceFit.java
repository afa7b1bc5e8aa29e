package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A circuit fitted to a sequence of spectra, along cycle number, state of charge or temperature. */
public final class SequenceFit implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] abscissa;
    private final ArrayList<CircuitFit> fits;

    private SequenceFit(double[] abscissa, List<CircuitFit> fits) {
        this.abscissa = abscissa;
        this.fits = new ArrayList<>(fits);
    }

    /**
     * Fits every spectrum; each but the first is also started from its predecessor's values.
     *
     * @param circuit the circuit
     * @param abscissa cycle numbers, states of charge, temperatures, ..., one for each spectrum, finite
     * @param spectra at least two spectra
     * @return the fits
     * @throws InvalidValueException if the numbers differ or a spectrum cannot be fitted
     */
    public static SequenceFit of(Circuit circuit, double[] abscissa, List<ImpedanceSpectrum> spectra) {
        return of(CircuitFitter.withDefaults(), circuit, abscissa, spectra);
    }

    /**
     * Fits every spectrum with a configuration.
     *
     * @param fitter the configuration
     * @param circuit the circuit
     * @param abscissa cycle numbers, states of charge, temperatures, ..., one for each spectrum, finite
     * @param spectra at least two spectra
     * @return the fits
     * @throws InvalidValueException if the numbers differ or a spectrum cannot be fitted
     */
    public static SequenceFit of(
            CircuitFitter fitter, Circuit circuit, double[] abscissa, List<ImpedanceSpectrum> spectra) {
        Require.sameLength(
                "spectra", Require.atLeast("number of spectra", spectra.size(), 2), "abscissa", abscissa.length);
        double[] x = Require.finiteCopy("abscissa", abscissa);
        List<CircuitFit> fits = new ArrayList<>();
        CircuitFitter next = fitter;
        for (ImpedanceSpectrum spectrum : spectra) {
            CircuitFit fit = next.solve(circuit, spectrum);
            fits.add(fit);
            next = fitter.withStart(fit.values());
        }
        return new SequenceFit(x, fits);
    }

    /**
     * The abscissa.
     *
     * @return a copy
     */
    public double[] abscissa() {
        return abscissa.clone();
    }

    /**
     * The fits.
     *
     * @return one for each spectrum
     */
    public List<CircuitFit> fits() {
        return List.copyOf(fits);
    }

    /**
     * A parameter along the sequence.
     *
     * @param name name of the parameter
     * @return values with standard errors in the parameter's unit
     * @throws InvalidValueException if there is none of that name, or it is undetermined somewhere
     */
    public List<Measured> values(String name) {
        return fits.stream().map(f -> f.value(name)).toList();
    }

    /**
     * The linear trend of a parameter along the sequence, weighted by its standard errors.
     *
     * @param name name of a parameter that is neither fixed nor undetermined
     * @return slope per unit of the abscissa
     * @throws InvalidValueException if there is none of that name, or a standard error is zero or infinite
     */
    public Trend trend(String name) {
        List<Measured> values = values(name);
        return Trend.of(
                abscissa,
                values.stream().mapToDouble(Measured::value).toArray(),
                values.stream().mapToDouble(v -> requireError(name, v)).toArray());
    }

    /**
     * The energy E of p = p0 exp(E/(R T)), for a sequence along temperature: positive for resistances, for which it is the
     * activation energy of the conductance, and negative for diffusion coefficients and capacities that grow on heating.
     *
     * @param name name of a positive parameter; the abscissa must be temperatures (K)
     * @return E (J/mol) with its standard uncertainty
     * @throws InvalidValueException if a temperature or a value is not positive, or a standard error is zero or infinite
     */
    public Measured activationEnergyJoulePerMole(String name) {
        List<Measured> values = values(name);
        double[] x = new double[abscissa.length];
        double[] y = new double[abscissa.length];
        double[] errors = new double[abscissa.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 / (PhysicalConstants.GAS * Require.positive("temperature (K)[" + i + "]", abscissa[i]));
            y[i] = Math.log(Require.positive(name, values.get(i).value()));
            errors[i] = requireError(name, values.get(i)) / values.get(i).value();
        }
        return Trend.of(x, y, errors).slope();
    }

    private static double requireError(String name, Measured value) {
        return Require.positive("standard error of " + name, value.standardUncertainty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SequenceFit that && Arrays.equals(abscissa, that.abscissa) && fits.equals(that.fits);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(abscissa) + fits.hashCode();
    }

    @Override
    public String toString() {
        return "SequenceFit of " + fits.get(0).circuit() + " to " + fits.size() + " spectra";
    }
}
