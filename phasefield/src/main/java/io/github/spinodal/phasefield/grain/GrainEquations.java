package io.github.spinodal.phasefield.grain;

import io.github.spinodal.phasefield.Kinetics;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * The balance of lithium in each cell, mass dc/dt = b(t, c), and its derivatives. Energies in k_B T, lengths in the grain's
 * own. The potential of a grain under a given rate is eliminated, so that the balances add up to that rate exactly.
 */
final class GrainEquations {
    private static final int MOST_ITERATIONS = 200;
    private static final double POTENTIAL_TOLERANCE = 1e-13;

    final Grid grid;
    private final SpatialGrain grain;
    private final GrainControl control;
    private final Kinetics kinetics;
    private final double thermalEnergy;
    private final double strain;
    private final double gradient;
    private final double diffusion;
    /** Share of the mean rate that a cell's own rate counts. */
    private final double[] reacting;

    private final double[] excess;
    private final double[] potential;
    private final double[] exchange;
    private double driving;

    GrainEquations(SpatialGrain grain, GrainControl control) {
        this.grain = grain;
        this.control = control;
        kinetics = grain.kinetics();
        grid = grain.grid();
        thermalEnergy = grain.thermalEnergy();
        strain = grain.strainEnergyJoule() / thermalEnergy;
        double length = grain.length().inMetres();
        gradient = Math.pow(grain.gradientLength().inMetres() / length, 2);
        boolean surfaceOnly = grain.kind() == SpatialGrain.Kind.CAHN_HILLIARD;
        diffusion = surfaceOnly ? grain.diffusivitySquareMetrePerSecond() / (length * length) : 0;
        reacting = surfaceOnly ? new double[grid.size] : grid.share.clone();
        if (surfaceOnly) {
            reacting[grid.size - 1] = 1;
        }
        excess = new double[grid.size];
        potential = new double[grid.size];
        exchange = new double[grid.size];
    }

    static boolean isInside(double[] c) {
        for (double filling : c) {
            if (!(filling > 0 && filling < 1)) {
                return false;
            }
        }
        return true;
    }

    /** Chemical potentials and the driving force u at a state; returns u. */
    double update(double t, double[] c) {
        double mean = grid.mean(c);
        for (int i = 0; i < grid.size; i++) {
            excess[i] = grain.model().excessChemicalPotential(c[i]) / thermalEnergy
                    + strain * (c[i] - mean)
                    - gradient * grid.curvature(c, i);
            potential[i] = excess[i] + Math.log(c[i] / (1 - c[i]));
            exchange[i] = reacting[i] == 0
                    ? 0
                    : reacting[i] * grain.ratePerSecond() * kinetics.exchangeRate(c[i], 1 - c[i], excess[i]);
        }
        driving = control.mode() == GrainControl.Mode.POTENTIAL ? control.value() : drivingFor(control.rateAt(t));
        return driving;
    }

    /** The u at which all cells together take up a rate. */
    private double drivingFor(double rate) {
        double forward = 0;
        double backward = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < grid.size; i++) {
            largest = reacting[i] == 0 ? largest : Math.max(largest, potential[i]);
        }
        for (int i = 0; i < grid.size; i++) {
            if (reacting[i] > 0) {
                forward += exchange[i] * Math.exp((largest - potential[i]) / 2);
                backward += exchange[i] * Math.exp((potential[i] - largest) / 2);
            }
        }
        double root = Math.sqrt(rate * rate + 4 * forward * backward);
        double x = rate >= 0 ? (rate + root) / (2 * forward) : 2 * backward / (root - rate);
        double symmetric = largest + 2 * Math.log(x);
        return kinetics.isSymmetric() ? symmetric : iterate(rate, symmetric);
    }

    private double iterate(double rate, double start) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double u = start;
        double reach = 1;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double residual = -rate;
            double slope = 0;
            for (int i = 0; i < grid.size; i++) {
                residual += exchange[i] * kinetics.driving().rate(u - potential[i]);
                slope += exchange[i] * kinetics.driving().slope(u - potential[i]);
            }
            if (residual > 0) {
                high = u;
            } else {
                low = u;
            }
            double next = u - residual / slope;
            if (!(Math.abs(next - u) <= reach)) {
                next = u - Math.copySign(reach, residual);
                reach *= 2;
            }
            if (!(next > low && next < high)) {
                next = Double.isFinite(low) && Double.isFinite(high) ? low + (high - low) / 2 : next;
            }
            if (Math.abs(next - u) <= POTENTIAL_TOLERANCE * (1 + Math.abs(u))) {
                return next;
            }
            u = next;
        }
        return Double.NaN;
    }

    private double flux(double[] c, int upper) {
        double edge = (c[upper - 1] + c[upper]) / 2;
        return -diffusion
                * grid.face[upper]
                * grain.mobility().at(edge)
                * (potential[upper] - potential[upper - 1])
                / grid.cellWidth;
    }

    /** Fills b after {@link #update} at the same state. */
    void balances(double[] c, double[] b) {
        for (int i = 0; i < grid.size; i++) {
            b[i] = reacting[i] == 0 ? 0 : exchange[i] * kinetics.driving().rate(driving - potential[i]);
        }
        if (diffusion > 0) {
            for (int i = 1; i < grid.size; i++) {
                double flux = flux(c, i);
                b[i - 1] -= flux;
                b[i] += flux;
            }
        }
    }

    /** Fills the matrix db/dc after {@link #update} at the same state. */
    void jacobian(double[] c, DMatrixRMaj jacobian) {
        int n = grid.size;
        Arrays.fill(jacobian.data, 0, n * n, 0);
        double[] byDriving = new double[n];
        double[] byMean = new double[n];
        for (int i = 0; i < n; i++) {
            if (reacting[i] == 0) {
                continue;
            }
            double affinity = driving - potential[i];
            double rate = exchange[i] * kinetics.driving().rate(affinity);
            double slope = exchange[i] * kinetics.driving().slope(affinity);
            double atFixedExcess = kinetics.exchangeRateLogSlope(c[i], 1 - c[i], 0);
            double perExcess = kinetics.exchangeRateLogSlope(c[i], 1 - c[i], 1) - atFixedExcess;
            double byExcess = rate * perExcess - slope;
            byDriving[i] = slope;
            byMean[i] = -strain * byExcess;
            jacobian.add(i, i, rate * atFixedExcess - slope / (c[i] * (1 - c[i])));
            addPotentialRow(c, jacobian, i, i, byExcess, 0);
        }
        if (diffusion > 0) {
            addTransport(c, jacobian);
        }
        addMeanAndDriving(jacobian, byMean, byDriving);
    }

    /** Adds a factor times the derivatives of the excess (ideal 0) or whole (ideal 1) potential of a cell to a row. */
    private void addPotentialRow(double[] c, DMatrixRMaj jacobian, int row, int cell, double factor, double ideal) {
        double own = grain.model().excessChemicalPotentialSlope(c[cell]) / thermalEnergy
                + strain
                - gradient * grid.centre[cell]
                + ideal / (c[cell] * (1 - c[cell]));
        jacobian.add(row, cell, factor * own);
        if (cell > 0) {
            jacobian.add(row, cell - 1, -factor * gradient * grid.below[cell]);
        }
        if (cell < grid.size - 1) {
            jacobian.add(row, cell + 1, -factor * gradient * grid.above[cell]);
        }
    }

    private void addTransport(double[] c, DMatrixRMaj jacobian) {
        for (int i = 1; i < grid.size; i++) {
            double edge = (c[i - 1] + c[i]) / 2;
            double strength = -diffusion * grid.face[i] / grid.cellWidth;
            double byEdge = strength * grain.mobility().slope(edge) / 2 * (potential[i] - potential[i - 1]);
            double byStep = strength * grain.mobility().at(edge);
            for (int row = i - 1; row <= i; row++) {
                double sign = row == i ? 1 : -1;
                jacobian.add(row, i - 1, sign * byEdge);
                jacobian.add(row, i, sign * byEdge);
                addPotentialRow(c, jacobian, row, i, sign * byStep, 1);
                addPotentialRow(c, jacobian, row, i - 1, -sign * byStep, 1);
            }
        }
    }

    /** The mean filling acts on every cell, and under a given rate so does every cell through u. */
    private void addMeanAndDriving(DMatrixRMaj jacobian, double[] byMean, double[] byDriving) {
        int n = grid.size;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n && byMean[i] != 0; j++) {
                jacobian.add(i, j, byMean[i] * grid.share[j]);
            }
        }
        if (control.mode() == GrainControl.Mode.POTENTIAL) {
            return;
        }
        double total = 0;
        for (double slope : byDriving) {
            total += slope;
        }
        for (int j = 0; j < n; j++) {
            double column = 0;
            for (int i = 0; i < n; i++) {
                column += jacobian.get(i, j);
            }
            for (int i = 0; i < n; i++) {
                jacobian.add(i, j, -byDriving[i] / total * column);
            }
        }
    }

    /** Free energy over k_B T per site, the wetting of the surface included; never rises at rest (finite volumes). */
    double freeEnergy(double[] c) {
        double mean = grid.mean(c);
        double sum = 0;
        for (int i = 0; i < grid.size; i++) {
            double curvatureEnergy = -gradient / 2 * c[i] * (grid.curvature(c, i) + grid.source[i]);
            sum += grid.share[i]
                    * (grain.model().freeEnergy(c[i]) / thermalEnergy
                            + strain / 2 * (c[i] - mean) * (c[i] - mean)
                            + curvatureEnergy);
        }
        return sum;
    }
}
