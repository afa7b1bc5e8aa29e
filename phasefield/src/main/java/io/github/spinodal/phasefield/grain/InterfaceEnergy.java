package io.github.spinodal.phasefield.grain;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.thermo.FreeEnergyModel;
import io.github.spinodal.core.thermo.MiscibilityGap;
import java.io.Serializable;
import java.util.Locale;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Free energy of a flat interface between the two phases of a gap, over the common tangent, in units of sqrt(kappa rho
 * k_B T) (energy per area; lengths in lambda).
 *
 * @param reduced gamma/sqrt(kappa rho k_B T), dimensionless
 * @param widthOverLambda thickness of the interface by its steepest slope, (c_high - c_low)/max |dc/dx|, over lambda
 */
public record InterfaceEnergy(double reduced, double widthOverLambda) implements Serializable {
    private static final int QUADRATURE_POINTS = 60;
    private static final int SLOPE_SAMPLES = 2000;
    private static final int MOST_ITERATIONS = 200;
    private static final double HALF_DOMAIN_WIDTHS = 8;

    /**
     * The exact interface by quadrature, gamma = integral of sqrt(2 [F(c) - tangent]/kT) over the gap (Cahn and Hilliard,
     * J. Chem. Phys. 28, 258, 1958).
     *
     * @param model free energy
     * @param gap one of its miscibility gaps
     * @return the interface
     */
    public static InterfaceEnergy exact(FreeEnergyModel model, MiscibilityGap gap) {
        double low = gap.lowFilling();
        double high = gap.highFilling();
        double steepest = 0;
        for (int i = 1; i < SLOPE_SAMPLES; i++) {
            steepest = Math.max(steepest, slope(model, gap, low + (high - low) * i / SLOPE_SAMPLES));
        }
        // c = low + width sin^2(angle) turns the square-root ends into smooth ones.
        double energy = new GaussIntegratorFactory()
                .legendre(QUADRATURE_POINTS, 0, Math.PI / 2)
                .integrate(angle -> {
                    double sine = Math.sin(angle);
                    double c = low + (high - low) * sine * sine;
                    return slope(model, gap, c) * (high - low) * 2 * sine * Math.cos(angle);
                });
        return new InterfaceEnergy(energy, (high - low) / steepest);
    }

    private static double slope(FreeEnergyModel model, MiscibilityGap gap, double c) {
        return Math.sqrt(Math.max(0, 2 * aboveTangent(model, gap, c)));
    }

    private static double aboveTangent(FreeEnergyModel model, MiscibilityGap gap, double c) {
        return (model.freeEnergy(c)
                        - model.freeEnergy(gap.lowFilling())
                        - gap.equilibriumPotentialJoule() * (c - gap.lowFilling()))
                / PhysicalConstants.thermalEnergy(model.temperatureKelvin());
    }

    /**
     * The interface on the grid that a spatially resolved grain uses: the profile that makes the discrete chemical
     * potential uniform, of second order in the cell width, and its energy, of fourth order. The energy is stationary at the
     * exact profile, so that the error of the profile enters squared; the gradient term is summed to fourth order,
     * (dc/dx)^2 = (D c)^2 + h^2/12 (D^2 c)^2 with the plain differences D.
     *
     * @param model free energy
     * @param gap one of its miscibility gaps
     * @param cellOverLambda cell width over lambda, positive
     * @return the interface
     * @throws io.github.spinodal.core.InvalidValueException if the cell width is not positive
     */
    public static InterfaceEnergy onGrid(FreeEnergyModel model, MiscibilityGap gap, double cellOverLambda) {
        Require.positive("cell width over lambda", cellOverLambda);
        InterfaceEnergy exact = exact(model, gap);
        double decay = Math.sqrt(PhysicalConstants.thermalEnergy(model.temperatureKelvin())
                / Math.min(
                        model.chemicalPotentialSlope(gap.lowFilling()),
                        model.chemicalPotentialSlope(gap.highFilling())));
        double halfDomain = HALF_DOMAIN_WIDTHS * Math.max(exact.widthOverLambda, 4 * decay);
        int cells = 2 * (int) Math.ceil(halfDomain / cellOverLambda) + 2;
        double[] c = relax(model, gap, exact.widthOverLambda, cellOverLambda, cells);
        double energy = 0;
        double steepest = 0;
        for (int i = 0; i < cells; i++) {
            energy += cellOverLambda * aboveTangent(model, gap, c[i]);
            if (i > 0) {
                double slope = (c[i] - c[i - 1]) / cellOverLambda;
                energy += cellOverLambda * slope * slope / 2;
                steepest = Math.max(steepest, Math.abs(slope));
            }
            if (i > 0 && i < cells - 1) {
                double bend = (c[i + 1] - 2 * c[i] + c[i - 1]) / cellOverLambda;
                energy += cellOverLambda * bend * bend / 24;
            }
        }
        return new InterfaceEnergy(energy, (gap.highFilling() - gap.lowFilling()) / steepest);
    }

    /** Newton's method for mu_h(c) - mu_eq = c'' with neutral ends, from a tanh. */
    private static double[] relax(FreeEnergyModel model, MiscibilityGap gap, double width, double h, int cells) {
        double thermalEnergy = PhysicalConstants.thermalEnergy(model.temperatureKelvin());
        double[] c = new double[cells];
        double middle = (cells - 1) / 2.0;
        for (int i = 0; i < cells; i++) {
            double share = 0.5 + 0.5 * Math.tanh(2 * (i - middle) * h / width);
            c[i] = gap.lowFilling() + (gap.highFilling() - gap.lowFilling()) * share;
        }
        double[] step = new double[cells];
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double largest = newtonStep(model, gap.equilibriumPotentialJoule(), thermalEnergy, h, c, step);
            double damping = Math.min(1, 0.1 / largest);
            for (int i = 0; i < cells; i++) {
                double bounded = Math.max(c[i] / 2, Math.min((1 + c[i]) / 2, c[i] - damping * step[i]));
                c[i] = bounded;
            }
            if (largest < 1e-11) {
                break;
            }
        }
        return c;
    }

    /**
     * Newton's step, without its part along the profile's own slope: to shift the interface as a whole costs nothing, so
     * that the equations alone do not fix where it is. Returns the largest change.
     */
    private static double newtonStep(
            FreeEnergyModel model, double equilibrium, double thermalEnergy, double h, double[] c, double[] step) {
        int n = c.length;
        double bond = 1 / (h * h);
        double[] diagonal = new double[n];
        double[] residual = new double[n];
        double[] shift = new double[n];
        for (int i = 0; i < n; i++) {
            double below = i == 0 ? 0 : c[i] - c[i - 1];
            double above = i == n - 1 ? 0 : c[i + 1] - c[i];
            double bonds = (i == 0 ? 0 : bond) + (i == n - 1 ? 0 : bond);
            diagonal[i] = model.chemicalPotentialSlope(c[i]) / thermalEnergy + bonds;
            residual[i] = (model.chemicalPotential(c[i]) - equilibrium) / thermalEnergy + bond * (below - above);
            shift[i] = below + above;
        }
        double[] plain = solve(diagonal, bond, residual);
        double[] alongShift = solve(diagonal, bond, shift);
        double share = dot(shift, plain) / dot(shift, alongShift);
        double largest = 0;
        for (int i = 0; i < n; i++) {
            step[i] = plain[i] - share * alongShift[i];
            largest = Math.max(largest, Math.abs(step[i]));
        }
        return largest;
    }

    /** Solves a symmetric tridiagonal system with one value, -bond, beside the diagonal. */
    private static double[] solve(double[] diagonal, double bond, double[] right) {
        int n = diagonal.length;
        double[] pivot = diagonal.clone();
        double[] x = right.clone();
        for (int i = 1; i < n; i++) {
            double factor = bond / pivot[i - 1];
            pivot[i] -= factor * bond;
            x[i] += factor * x[i - 1];
        }
        x[n - 1] /= pivot[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            x[i] = (x[i] + bond * x[i + 1]) / pivot[i];
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * The energy in SI units.
     *
     * @param gradientCoefficientJoulePerMetre kappa (J/m), positive
     * @param sitesPerCubicMetre lithium sites per volume rho (1/m3), positive
     * @param temperatureKelvin temperature (K), positive
     * @return interface energy (J/m2)
     * @throws io.github.spinodal.core.InvalidValueException if a number is not positive
     */
    public double joulePerSquareMetre(
            double gradientCoefficientJoulePerMetre, double sitesPerCubicMetre, double temperatureKelvin) {
        Require.positive("gradient energy coefficient (J/m)", gradientCoefficientJoulePerMetre);
        Require.positive("site density (1/m3)", sitesPerCubicMetre);
        return reduced
                * Math.sqrt(gradientCoefficientJoulePerMetre
                        * sitesPerCubicMetre
                        * PhysicalConstants.thermalEnergy(temperatureKelvin));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "gamma = %.6g sqrt(kappa rho kT), width %.4g lambda", reduced, widthOverLambda);
    }
}
