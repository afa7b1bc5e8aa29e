package io.github.spinodal.eis;

import static io.github.spinodal.eis.DiffusionQuantity.AREA;
import static io.github.spinodal.eis.DiffusionQuantity.CONCENTRATION;
import static io.github.spinodal.eis.DiffusionQuantity.ELECTRONS;
import static io.github.spinodal.eis.DiffusionQuantity.LENGTH;
import static io.github.spinodal.eis.DiffusionQuantity.MOLAR_VOLUME;
import static io.github.spinodal.eis.DiffusionQuantity.TEMPERATURE;
import static io.github.spinodal.eis.DiffusionQuantity.TIME;
import static io.github.spinodal.eis.DiffusionQuantity.TITRATION_SLOPE;
import static io.github.spinodal.eis.DiffusionQuantity.WARBURG_COEFFICIENT;

import io.github.spinodal.core.PhysicalConstants;
import java.util.EnumMap;
import java.util.Map;

/** How a diffusion coefficient follows from an impedance. Every convention is a product of powers, D = K prod x^a. */
public enum DiffusionConvention {
    /**
     * D = R^2 T^2/(2 n^4 F^4 sigma^2 A^2 C^2): one mobile species of concentration C with Nernstian potential, sigma = R
     * T/(sqrt(2) n^2 F^2 A C sqrt(D)) (Bard and Faulkner, Electrochemical Methods, 2nd ed., Eq. 10.2.19, with one term). For an
     * insertion electrode C is the concentration of the mobile ions.
     */
    ONE_SPECIES(PhysicalConstants.GAS * PhysicalConstants.GAS / (2 * Math.pow(PhysicalConstants.FARADAY, 4))),

    /**
     * D = 2 R^2 T^2/(n^4 F^4 sigma^2 A^2 C^2): oxidised and reduced species of equal concentration C and equal D, as the study
     * prints it (Supporting Information, Eq. 3); four times {@link #ONE_SPECIES} for the same C.
     */
    TWO_SPECIES(2 * PhysicalConstants.GAS * PhysicalConstants.GAS / Math.pow(PhysicalConstants.FARADAY, 4)),

    /**
     * D = (V_m |dE/dx|/(n F A sigma))^2/2: an insertion electrode with measured titration curve (Ho, Raistrick and Huggins, J.
     * Electrochem. Soc. 127, 343, 1980; Weppner and Huggins, J. Electrochem. Soc. 124, 1569, 1977).
     */
    INSERTION(1 / (2 * PhysicalConstants.FARADAY * PhysicalConstants.FARADAY)),

    /** D = L^2/tau from a finite-length element (a particle's radius for L): neither sigma nor area nor C is needed. */
    FINITE_LENGTH(1);

    private final double factor;

    DiffusionConvention(double factor) {
        this.factor = factor;
    }

    /** K, in SI units. */
    double factor() {
        return factor;
    }

    /**
     * The quantities that the convention needs, with the power in which each enters.
     *
     * @return a map in the order of the quantities
     */
    public Map<DiffusionQuantity, Integer> exponents() {
        return new EnumMap<>(
                switch (this) {
                    case ONE_SPECIES, TWO_SPECIES ->
                        Map.of(TEMPERATURE, 2, ELECTRONS, -4, WARBURG_COEFFICIENT, -2, AREA, -2, CONCENTRATION, -2);
                    case INSERTION ->
                        Map.of(MOLAR_VOLUME, 2, TITRATION_SLOPE, 2, ELECTRONS, -2, AREA, -2, WARBURG_COEFFICIENT, -2);
                    case FINITE_LENGTH -> Map.of(LENGTH, 2, TIME, -1);
                });
    }
}
