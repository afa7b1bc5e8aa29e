package io.github.spinodal.core.peaks;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.List;

/** Energy axis and composition in X-ray photoelectron spectroscopy. */
public final class Photoemission {
    /** Binding energy of adventitious carbon to which spectra are customarily referred (eV). */
    public static final double ADVENTITIOUS_CARBON_EV = 284.8;

    private Photoemission() {}

    /**
     * Turns a kinetic-energy axis into one of binding energies, E_B = h nu - E_K - work function.
     *
     * @param spectrum intensity over kinetic energy (eV)
     * @param photonEnergyEv photon energy (eV), positive; 1486.68 for Al K alpha
     * @param workFunctionEv work function of the spectrometer (eV), finite; 0 where the axis contains it already
     * @return the spectrum over binding energy (eV), rising
     * @throws InvalidValueException if an energy is invalid
     */
    public static Spectrum bindingEnergies(Spectrum spectrum, double photonEnergyEv, double workFunctionEv) {
        Require.positive("photon energy (eV)", photonEnergyEv);
        Require.finite("work function (eV)", workFunctionEv);
        double[] x = spectrum.x();
        for (int i = 0; i < x.length; i++) {
            x[i] = photonEnergyEv - x[i] - workFunctionEv;
        }
        return withAxis(spectrum, x);
    }

    /**
     * Corrects charging: shifts the axis so that a line measured at one energy comes to lie at its reference.
     *
     * @param spectrum intensity over binding energy (eV)
     * @param measuredEv where the reference line was measured (eV), finite
     * @param referenceEv where it belongs (eV), finite; {@link #ADVENTITIOUS_CARBON_EV} for C 1s
     * @return the shifted spectrum, rising
     * @throws InvalidValueException if an energy is not finite
     */
    public static Spectrum chargeCorrected(Spectrum spectrum, double measuredEv, double referenceEv) {
        double shift =
                Require.finite("reference (eV)", referenceEv) - Require.finite("measured energy (eV)", measuredEv);
        double[] x = spectrum.x();
        for (int i = 0; i < x.length; i++) {
            x[i] += shift;
        }
        return withAxis(spectrum, x);
    }

    private static Spectrum withAxis(Spectrum spectrum, double[] x) {
        Spectrum moved = Spectrum.of(
                new Spectrum.Axis("binding energy", "eV"), x, spectrum.intensityAxis(), spectrum.intensity());
        return spectrum.standardDeviations()
                .map(moved::withStandardDeviations)
                .orElse(moved)
                .rising();
    }

    /**
     * Composition from areas: n_i = (A_i/S_i)/sum (A_j/S_j).
     *
     * @param areas peak areas, one per element, positive
     * @param sensitivityFactors relative sensitivity factors for this spectrometer, positive
     * @return atomic fractions that sum to one, with the uncertainties of the areas
     * @throws InvalidValueException if there is no area, the lengths differ, or a number is not positive
     */
    public static List<Measured> composition(List<Measured> areas, double... sensitivityFactors) {
        Require.sameLength("areas", areas.size(), "sensitivity factors", sensitivityFactors.length);
        int n = Require.atLeast("number of areas", areas.size(), 1);
        double[] amount = new double[n];
        double[] uncertainty = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            Require.positive("sensitivity factor " + i, sensitivityFactors[i]);
            amount[i] = Require.positive("area " + i, areas.get(i).value()) / sensitivityFactors[i];
            uncertainty[i] = areas.get(i).standardUncertainty() / sensitivityFactors[i];
            sum += amount[i];
        }
        List<Measured> fractions = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double fraction = amount[i] / sum;
            double variance = 0;
            for (int j = 0; j < n; j++) {
                double slope = ((i == j ? 1 : 0) - fraction) / sum * uncertainty[j];
                variance += slope * slope;
            }
            fractions.add(new Measured(fraction, Math.sqrt(variance)));
        }
        return List.copyOf(fractions);
    }
}
