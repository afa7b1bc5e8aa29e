package io.github.spinodal.core.thermo;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.quantity.Temperature;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which phases a host forms: spinodal points, miscibility gaps and critical points of any free-energy model.
 *
 * <p>Between spinodal points the chemical potential rises and can be inverted. Two such branches coexist where the areas
 * that the potential encloses above and below a horizontal line are equal (Maxwell), which is the common tangent of the
 * free energy. Walking up the potential from the empty host and taking each time the first coexistence met gives the
 * lower convex hull of the free energy, with as many gaps as the model has. Immutable.
 */
public final class PhaseDiagram implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int CRITICAL_GRID = 4096;

    private final FreeEnergyModel model;
    private final double[] spinodalPoints;
    private final List<MiscibilityGap> gaps;

    private PhaseDiagram(FreeEnergyModel model) {
        this.model = model;
        StableBranches branches = new StableBranches(model);
        spinodalPoints = branches.spinodalPoints();
        gaps = List.copyOf(findGaps(branches));
    }

    /**
     * The phase diagram of a model at its own temperature.
     *
     * @param model the model
     * @return the diagram
     * @throws io.github.spinodal.core.InvalidValueException if a binodal filling, or its complement, is below 1e-300
     */
    public static PhaseDiagram of(FreeEnergyModel model) {
        return new PhaseDiagram(model);
    }

    /**
     * The model.
     *
     * @return the model this diagram belongs to
     */
    public FreeEnergyModel model() {
        return model;
    }

    /**
     * Fillings at which the slope of the chemical potential changes its sign, including those hidden inside a wider gap.
     *
     * @return fillings, rising, an even number of them; empty if the host never becomes unstable
     */
    public double[] spinodalPoints() {
        return spinodalPoints.clone();
    }

    /**
     * The miscibility gaps.
     *
     * @return the gaps by rising filling; empty if the host stays homogeneous
     */
    public List<MiscibilityGap> gaps() {
        return gaps;
    }

    /**
     * Whether a homogeneous host lies inside a spinodal, where any fluctuation grows.
     *
     * @param filling filling, in (0, 1)
     * @return true where the chemical potential falls with filling
     * @throws io.github.spinodal.core.InvalidValueException if the filling is outside (0, 1)
     */
    public boolean isUnstable(double filling) {
        return model.chemicalPotentialSlope(filling) < 0;
    }

    /**
     * The diagram of the same host at another temperature, its excess free energy kept.
     *
     * @param temperature the other temperature
     * @return the diagram there
     * @throws io.github.spinodal.core.InvalidValueException if a binodal filling, or its complement, is below 1e-300
     */
    public PhaseDiagram at(Temperature temperature) {
        return of(model.atTemperature(temperature.inKelvins()));
    }

    /**
     * The temperature-composition diagram: one diagram per temperature, the excess free energy kept.
     *
     * @param temperaturesKelvin temperatures (K), positive
     * @return the diagrams, in the order of the temperatures
     * @throws io.github.spinodal.core.InvalidValueException if a temperature is not positive, or so low that a binodal
     *     filling falls below 1e-300
     */
    public List<PhaseDiagram> overTemperatures(double[] temperaturesKelvin) {
        List<PhaseDiagram> diagrams = new ArrayList<>();
        for (double kelvin : temperaturesKelvin) {
            diagrams.add(at(Temperature.ofKelvins(kelvin)));
        }
        return List.copyOf(diagrams);
    }

    /**
     * The critical points, on the assumption that the excess free energy does not depend on temperature. The spinodal
     * temperature at a filling is then T(c) = -mu_ex'(c) c (1-c)/k_B, and its maxima are the critical points.
     *
     * @return the critical points by rising filling; empty if the host mixes at every temperature
     */
    public List<CriticalPoint> criticalPoints() {
        List<CriticalPoint> points = new ArrayList<>();
        double[] temperature = new double[CRITICAL_GRID + 1];
        for (int i = 1; i < CRITICAL_GRID; i++) {
            temperature[i] = spinodalTemperature((double) i / CRITICAL_GRID);
        }
        for (int i = 1; i < CRITICAL_GRID; i++) {
            if (temperature[i] > 0 && temperature[i] >= temperature[i - 1] && temperature[i] > temperature[i + 1]) {
                double filling = Extremum.minimum(
                        c -> -spinodalTemperature(c), (i - 1.0) / CRITICAL_GRID, (i + 1.0) / CRITICAL_GRID);
                points.add(criticalPoint(filling, Temperature.ofKelvins(spinodalTemperature(filling))));
            }
        }
        return List.copyOf(points);
    }

    private CriticalPoint criticalPoint(double filling, Temperature temperature) {
        boolean hidden = at(temperature).gaps.stream()
                .anyMatch(gap -> gap.lowFilling() < filling
                        && gap.highFilling() > filling
                        && gap.highFilling() - gap.lowFilling() > 4.0 / CRITICAL_GRID);
        return new CriticalPoint(
                filling, temperature, hidden ? CriticalPoint.Kind.METASTABLE : CriticalPoint.Kind.STABLE);
    }

    private double spinodalTemperature(double c) {
        return c <= 0 || c >= 1
                ? 0
                : -model.excessChemicalPotentialSlope(c) * c * (1 - c) / PhysicalConstants.BOLTZMANN;
    }

    private List<MiscibilityGap> findGaps(StableBranches branches) {
        List<MiscibilityGap> found = new ArrayList<>();
        int lower = 0;
        while (lower < branches.count() - 1) {
            int upper = -1;
            double potential = Double.POSITIVE_INFINITY;
            for (int candidate = lower + 1; candidate < branches.count(); candidate++) {
                double coexistence = branches.coexistence(lower, candidate);
                if (coexistence < potential) {
                    potential = coexistence;
                    upper = candidate;
                }
            }
            if (upper < 0) {
                // So close to a critical point that the loop of the potential is lost in rounding.
                lower++;
                continue;
            }
            found.add(gap(branches, lower, upper, potential));
            lower = upper;
        }
        return found;
    }

    private MiscibilityGap gap(StableBranches branches, int lower, int upper, double potential) {
        double lowLogit = branches.logitAt(lower, potential);
        double highLogit = branches.logitAt(upper, potential);
        double barrier = 0;
        for (double top : branches.unstableFillings(2 * lower, 2 * upper - 1, potential)) {
            barrier = Math.max(barrier, branches.area(lowLogit, Fillings.logit(top, 1 - top), potential));
        }
        double thermalEnergy = PhysicalConstants.thermalEnergy(model.temperatureKelvin());
        double lowSpinodal = spinodalPoints[2 * lower];
        double highSpinodal = spinodalPoints[2 * upper - 1];
        return new MiscibilityGap(
                Fillings.ofLogit(lowLogit),
                Fillings.ofLogit(highLogit),
                Fillings.ofLogit(-highLogit),
                lowSpinodal,
                highSpinodal,
                potential * thermalEnergy,
                model.chemicalPotential(lowSpinodal),
                model.chemicalPotential(highSpinodal),
                barrier * thermalEnergy);
    }

    /**
     * A summary.
     *
     * @return text that names the model, its spinodal points and its gaps
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(model.toString());
        if (gaps.isEmpty()) {
            return text.append(": homogeneous at every filling").toString();
        }
        for (MiscibilityGap gap : gaps) {
            text.append(String.format(
                    Locale.ROOT,
                    "; gap %.6g to %.6g, spinodal %.6g to %.6g, voltage gap %.4g mV",
                    gap.lowFilling(),
                    gap.highFilling(),
                    gap.lowSpinodal(),
                    gap.highSpinodal(),
                    gap.voltageGap().inMillivolts()));
        }
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PhaseDiagram that && Objects.equals(model, that.model);
    }

    @Override
    public int hashCode() {
        return Objects.hash(model);
    }
}
