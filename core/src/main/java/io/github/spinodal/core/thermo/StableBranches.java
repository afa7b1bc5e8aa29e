package io.github.spinodal.core.thermo;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.PhysicalConstants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The spinodal points of a model and, between them, the branches on which its chemical potential rises and can be
 * inverted. Energies in units of k_B T; branch i lies between spinodal points 2i - 1 and 2i, counted from zero.
 */
final class StableBranches {
    private static final int GRID = 4096;
    private static final GaussIntegrator GAUSS = new GaussIntegratorFactory().legendre(24);
    /** Relative error of an integral over a narrow gap, beyond the rounding of its potential. */
    private static final double QUADRATURE_TOLERANCE = 1e-13;

    private static final double ROUNDING = 2e-15;
    private static final int MOST_HALVINGS = 12;
    /** exp(-690) is 1e-300: below it a filling has no digits left in a double. */
    private static final double LARGEST_LOGIT = 690;

    private final FreeEnergyModel model;
    private final double thermalEnergy;
    private final double[] spinodalPoints;

    StableBranches(FreeEnergyModel model) {
        this.model = model;
        thermalEnergy = PhysicalConstants.thermalEnergy(model.temperatureKelvin());
        spinodalPoints = findSpinodalPoints();
    }

    double[] spinodalPoints() {
        return spinodalPoints.clone();
    }

    int count() {
        return spinodalPoints.length / 2 + 1;
    }

    /** k_B T/(c(1-c)) + mu_ex' times c(1-c), which is finite at both ends and changes sign with the curvature. */
    private double boundedCurvature(double c) {
        return c <= 0 || c >= 1 ? 1 : 1 + model.excessChemicalPotentialSlope(c) / thermalEnergy * c * (1 - c);
    }

    /** A grid that gathers towards both ends. */
    static double gridPoint(int i, int cells) {
        double sine = Math.sin(Math.PI / 2 * i / cells);
        return sine * sine;
    }

    private double[] findSpinodalPoints() {
        double[] c = new double[GRID + 1];
        double[] curvature = new double[GRID + 1];
        for (int i = 0; i <= GRID; i++) {
            c[i] = gridPoint(i, GRID);
            curvature[i] = boundedCurvature(c[i]);
        }
        List<Double> points = new ArrayList<>();
        for (int i = 1; i <= GRID; i++) {
            boolean dip =
                    i < GRID && curvature[i] > 0 && curvature[i] <= curvature[i - 1] && curvature[i] < curvature[i + 1];
            if (curvature[i - 1] > 0 != curvature[i] > 0) {
                points.add(curvatureRoot(c[i - 1], c[i]));
            } else if (dip) {
                // Close to a critical point both spinodals may lie between two grid points.
                double lowest = Extremum.minimum(this::boundedCurvature, c[i - 1], c[i + 1]);
                if (boundedCurvature(lowest) < 0) {
                    points.add(curvatureRoot(c[i - 1], lowest));
                    points.add(curvatureRoot(lowest, c[i + 1]));
                }
            }
        }
        return points.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private double curvatureRoot(double from, double to) {
        boolean falling = boundedCurvature(from) > 0;
        DoubleUnaryOperator secant = c -> {
            double step = 1e-7 * Math.min(c, 1 - c);
            return (boundedCurvature(c + step) - boundedCurvature(c - step)) / (2 * step);
        };
        return MonotoneRoot.find(
                this::boundedCurvature, secant, falling ? to : from, falling ? from : to, Math.ulp(to) / 2);
    }

    /** Chemical potential at the lower end of a branch, for the first one where a double runs out of digits. */
    private double lowestPotential(int branch) {
        return branch == 0 ? potentialOfLogit(-LARGEST_LOGIT) : potential(spinodalPoints[2 * branch - 1]);
    }

    /** Chemical potential at the upper end of a branch, for the last one where a double runs out of digits. */
    private double highestPotential(int branch) {
        return branch == count() - 1 ? potentialOfLogit(LARGEST_LOGIT) : potential(spinodalPoints[2 * branch]);
    }

    private double potential(double c) {
        return model.chemicalPotential(c) / thermalEnergy;
    }

    private double potentialOfLogit(double z) {
        return z + model.excessChemicalPotential(Fillings.ofLogit(z)) / thermalEnergy;
    }

    /** Logit of the filling on a branch that has a chemical potential. */
    double logitAt(int branch, double potential) {
        double low = branch == 0 ? -LARGEST_LOGIT : logit(spinodalPoints[2 * branch - 1]);
        double high = branch == count() - 1 ? LARGEST_LOGIT : logit(spinodalPoints[2 * branch]);
        return MonotoneRoot.find(
                z -> potentialOfLogit(z) - potential,
                z -> {
                    double c = Fillings.ofLogit(z);
                    return 1 + model.excessChemicalPotentialSlope(c) / thermalEnergy * c * Fillings.ofLogit(-z);
                },
                low,
                high,
                1e-14);
    }

    private static double logit(double c) {
        return Fillings.logit(c, 1 - c);
    }

    /** Integral of (mu - potential) between two fillings given by logit. */
    double area(double fromLogit, double toLogit, double potential) {
        double from = Fillings.ofLogit(fromLogit);
        double to = Fillings.ofLogit(toLogit);
        double width = to - from;
        // In a narrow gap the free energies agree in nearly all digits: there the integral is done instead.
        if (width < Math.min(from, 1 - to)) {
            DoubleUnaryOperator above = c -> potential(c) - potential;
            double height = panel(c -> Math.abs(above.applyAsDouble(c)), from, to) / width;
            double tolerance = QUADRATURE_TOLERANCE * height + ROUNDING * (1 + Math.abs(potential));
            return integral(above, from, to, panel(above, from, to), tolerance, MOST_HALVINGS);
        }
        return (model.freeEnergy(to, Fillings.ofLogit(-toLogit)) - model.freeEnergy(from, Fillings.ofLogit(-fromLogit)))
                        / thermalEnergy
                - potential * width;
    }

    /** Halves the interval until its parts add up to the whole: a table's potential has kinks in its third derivative. */
    private static double integral(
            DoubleUnaryOperator function,
            double from,
            double to,
            double whole,
            double tolerancePerWidth,
            int halvingsLeft) {
        double middle = from + (to - from) / 2;
        double left = panel(function, from, middle);
        double right = panel(function, middle, to);
        if (Math.abs(whole - (left + right)) <= tolerancePerWidth * (to - from) || halvingsLeft == 0) {
            return left + right;
        }
        return integral(function, from, middle, left, tolerancePerWidth, halvingsLeft - 1)
                + integral(function, middle, to, right, tolerancePerWidth, halvingsLeft - 1);
    }

    private static double panel(DoubleUnaryOperator function, double from, double to) {
        double half = (to - from) / 2;
        double middle = from + half;
        return half * GAUSS.integrate(x -> function.applyAsDouble(middle + half * x));
    }

    /** The chemical potential at which two branches are in equilibrium, or NaN if there is none. */
    double coexistence(int lower, int upper) {
        double least = Math.max(lowestPotential(lower), lowestPotential(upper));
        double most = Math.min(highestPotential(lower), highestPotential(upper));
        boolean purePoorPhase = lower == 0 && least == lowestPotential(0);
        boolean pureRichPhase = upper == count() - 1 && most == highestPotential(upper);
        boolean apart = !(least < most);
        boolean tooPoor = apart || !(areaAt(lower, upper, least) > 0);
        boolean tooRich = apart || !(areaAt(lower, upper, most) < 0);
        if ((tooPoor && purePoorPhase) || (tooRich && pureRichPhase)) {
            throw new InvalidValueException(
                    "temperature (K)",
                    model.temperatureKelvin(),
                    "high enough for either phase to dissolve more than 1e-300 of the other");
        }
        if (tooPoor || tooRich) {
            return Double.NaN;
        }
        return MonotoneRoot.find(
                potential -> areaAt(lower, upper, potential),
                potential -> Fillings.ofLogit(logitAt(lower, potential)) - Fillings.ofLogit(logitAt(upper, potential)),
                most,
                least,
                1e-15 * (most - least));
    }

    private double areaAt(int lower, int upper, double potential) {
        return area(logitAt(lower, potential), logitAt(upper, potential), potential);
    }

    /** Fillings between two spinodal points (by their index) at which the falling potential has a value. */
    double[] unstableFillings(int firstPoint, int lastPoint, double potential) {
        double[] found = new double[0];
        for (int i = firstPoint; i < lastPoint; i += 2) {
            double low = spinodalPoints[i];
            double high = spinodalPoints[i + 1];
            if (potential(low) > potential && potential(high) < potential) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = MonotoneRoot.find(
                        c -> potential(c) - potential,
                        c -> model.chemicalPotentialSlope(c) / thermalEnergy,
                        high,
                        low,
                        Math.ulp(low));
            }
        }
        return found;
    }
}
