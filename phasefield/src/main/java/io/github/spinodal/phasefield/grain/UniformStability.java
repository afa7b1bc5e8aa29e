package io.github.spinodal.phasefield.grain;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.thermo.FreeEnergyModel;
import io.github.spinodal.core.thermo.PhaseDiagram;
import io.github.spinodal.phasefield.Kinetics;

/**
 * Whether a uniform filling, of one grain or of many, is stable while a current flows.
 *
 * <p>At a common potential u a difference in filling grows at the rate s = d/dc [k j0(c) h(u - mu(c))], which for
 * symmetric kinetics is (j0'/j0) I - sqrt(j0^2 k^2 + I^2/4) mu'(c) (Bazant, Faraday Discuss. 199, 423, 2017, on the
 * control of phase separation by autocatalysis). The gradient energy is left out: it only damps.
 */
public final class UniformStability {
    private static final int GRID = 2000;
    private static final double LARGEST_AFFINITY = 1e3;
    private static final double MOST_RATES = 1e6;

    private final FreeEnergyModel model;
    private final Kinetics kinetics;
    private final double thermalEnergy;

    private UniformStability(FreeEnergyModel model, Kinetics kinetics) {
        this.model = model;
        this.kinetics = kinetics;
        thermalEnergy = PhysicalConstants.thermalEnergy(model.temperatureKelvin());
    }

    /**
     * The stability of a host under its kinetics.
     *
     * @param model free energy
     * @param kinetics insertion kinetics
     * @return the analysis
     */
    public static UniformStability of(FreeEnergyModel model, Kinetics kinetics) {
        return new UniformStability(model, kinetics);
    }

    /**
     * Rate at which a difference in filling grows.
     *
     * @param filling uniform filling, in (0, 1)
     * @param rate rate of filling over the rate constant k, dimensionless; negative for delithiation
     * @return growth rate over k, dimensionless; negative where differences die out
     * @throws InvalidValueException if the filling is outside (0, 1) or the kinetics cannot reach the rate
     */
    public double growthRate(double filling, double rate) {
        Require.finite("rate over k", rate);
        double slope = model.chemicalPotentialSlope(filling) / thermalEnergy;
        double excess = model.excessChemicalPotential(filling) / thermalEnergy;
        double excessSlope = model.excessChemicalPotentialSlope(filling) / thermalEnergy;
        double exchange = kinetics.exchangeRate(filling, 1 - filling, excess);
        double affinity = affinity(rate / exchange);
        return kinetics.exchangeRateLogSlope(filling, 1 - filling, excessSlope) * rate
                - exchange * kinetics.driving().slope(affinity) * slope;
    }

    private double affinity(double reducedRate) {
        double low = -LARGEST_AFFINITY;
        double high = LARGEST_AFFINITY;
        if (kinetics.isSymmetric()) {
            double half = reducedRate / 2;
            return 2 * Math.copySign(Math.log(Math.abs(half) + Math.sqrt(half * half + 1)), half);
        }
        if (kinetics.driving().rate(high) < reducedRate || kinetics.driving().rate(low) > reducedRate) {
            throw new InvalidValueException(
                    "rate over exchange rate", reducedRate, "within what the kinetics can reach");
        }
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (kinetics.driving().rate(middle) < reducedRate) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /**
     * Fastest growth over all fillings.
     *
     * @param rate rate of filling over k, dimensionless
     * @return largest growth rate over k, dimensionless; negative if every uniform filling is stable
     * @throws InvalidValueException if the kinetics cannot reach the rate
     */
    public double fastestGrowth(double rate) {
        double best = Double.NEGATIVE_INFINITY;
        int bestIndex = 1;
        for (int i = 1; i < GRID; i++) {
            double growth = growthRate((double) i / GRID, rate);
            if (growth > best) {
                best = growth;
                bestIndex = i;
            }
        }
        double low = (bestIndex - 1.0) / GRID;
        double high = (bestIndex + 1.0) / GRID;
        for (int i = 0; i < 80; i++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (growthRate(left, rate) < growthRate(right, rate)) {
                low = left;
            } else {
                high = right;
            }
        }
        double middle = (low + high) / 2;
        return middle > 0 && middle < 1 ? Math.max(best, growthRate(middle, rate)) : best;
    }

    /**
     * The rate of lithiation above which every uniform filling is stable.
     *
     * @return rate of filling over k; zero for a host that does not separate, infinite if no rate up to a million k makes
     *     every filling stable
     */
    public double criticalRate() {
        if (PhaseDiagram.of(model).spinodalPoints().length == 0) {
            return 0;
        }
        double high = 1e-3;
        while (fastestGrowth(high) > 0) {
            high *= 2;
            if (high > MOST_RATES) {
                return Double.POSITIVE_INFINITY;
            }
        }
        double low = high / 2;
        while (fastestGrowth(low) < 0) {
            high = low;
            low /= 2;
        }
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (fastestGrowth(middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
