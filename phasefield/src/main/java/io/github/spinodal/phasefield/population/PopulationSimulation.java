package io.github.spinodal.phasefield.population;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs an electrode of infinitely many grains through a protocol: each grain of the electrode's ensemble stands for a
 * label (class, rate constant, shift) that infinitely many grains share, and its filling is a density.
 *
 * <p>The grains carry the thermal noise of a stated number of sites, dc = (f + dD/dc) dt + sqrt(2D) dW with D = f/(N_s A),
 * whose stationary density is exp(-N_s G/kT); without noise the equation would be pure advection, which a grid smears.
 * Cells of width h resolve the noise where N_s |A| h is below about one; elsewhere the flux is upwind. Immutable: each
 * {@code with} returns a copy.
 */
public final class PopulationSimulation implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int DEFAULT_CELLS = 400;
    private static final int FEWEST_CELLS = 10;
    private static final double DEFAULT_TOLERANCE = 1e-4;
    private static final int DEFAULT_STEP_LIMIT = 1_000_000;
    private static final double SMALLEST_STEP_SHARE = 1e-13;
    private static final int BISECTIONS = 40;
    /** Rows of the result are no further apart than this, in filling under a current and in k_B T/e during a sweep. */
    private static final double LARGEST_FILLING_STEP = 0.004;

    private static final double LARGEST_POTENTIAL_STEP = 0.1;

    private final Electrode electrode;
    private final Protocol protocol;
    private final double sitesPerGrain;
    private final double initialFilling;
    private final int cells;
    private final double tolerance;
    private final int stepLimit;

    private PopulationSimulation(
            Electrode electrode,
            Protocol protocol,
            double sitesPerGrain,
            double initialFilling,
            int cells,
            double tolerance,
            int stepLimit) {
        this.electrode = electrode;
        this.protocol = protocol;
        this.sitesPerGrain = sitesPerGrain;
        this.initialFilling = initialFilling;
        this.cells = cells;
        this.tolerance = tolerance;
        this.stepLimit = stepLimit;
    }

    /**
     * A simulation that starts with every grain at a filling of 0.01.
     *
     * @param electrode the electrode; each grain of its ensemble is a label
     * @param protocol what the instrument does
     * @param sitesPerGrain lithium sites N_s per grain, at least 1
     * @return the simulation
     * @throws InvalidValueException if there is less than one site per grain, or a class has a film resistance
     */
    public static PopulationSimulation of(Electrode electrode, Protocol protocol, double sitesPerGrain) {
        Require.within("sites per grain", sitesPerGrain, 1, Double.MAX_VALUE);
        GrainEnsemble ensemble = electrode.ensemble();
        for (int i = 0; i < ensemble.classCount(); i++) {
            double film = ensemble.grainClass(i).filmResistanceVoltSecond();
            if (film != 0) {
                throw new InvalidValueException("film resistance (V s)", film, "zero in a population");
            }
        }
        return new PopulationSimulation(
                electrode, protocol, sitesPerGrain, 0.01, DEFAULT_CELLS, DEFAULT_TOLERANCE, DEFAULT_STEP_LIMIT);
    }

    /**
     * The same simulation from another filling.
     *
     * @param filling filling of every grain at the start, in (0, 1)
     * @return the simulation
     * @throws InvalidValueException if the filling is outside (0, 1)
     */
    public PopulationSimulation withInitialFilling(double filling) {
        Require.inside("initial filling", filling, 0, 1);
        return new PopulationSimulation(electrode, protocol, sitesPerGrain, filling, cells, tolerance, stepLimit);
    }

    /**
     * The same simulation on another grid.
     *
     * @param newCells number of cells between c = 0 and c = 1, at least 10
     * @return the simulation
     * @throws InvalidValueException if there are fewer than 10
     */
    public PopulationSimulation withCells(int newCells) {
        Require.atLeast("number of cells", newCells, FEWEST_CELLS);
        return new PopulationSimulation(
                electrode, protocol, sitesPerGrain, initialFilling, newCells, tolerance, stepLimit);
    }

    /**
     * The same simulation with another accuracy.
     *
     * @param share share of the grains that a step may misplace before extrapolation, in (0, 0.1]
     * @return the simulation
     * @throws InvalidValueException if the tolerance is outside its range
     */
    public PopulationSimulation withTolerance(double share) {
        Require.within("tolerance", share, Double.MIN_NORMAL, 0.1);
        return new PopulationSimulation(electrode, protocol, sitesPerGrain, initialFilling, cells, share, stepLimit);
    }

    /**
     * The same simulation with another limit on its effort.
     *
     * @param steps largest number of accepted and rejected steps, at least 1
     * @return the simulation
     * @throws InvalidValueException if the limit is smaller than 1
     */
    public PopulationSimulation withStepLimit(int steps) {
        Require.atLeast("step limit", steps, 1);
        return new PopulationSimulation(electrode, protocol, sitesPerGrain, initialFilling, cells, tolerance, steps);
    }

    /**
     * Runs the protocol.
     *
     * @return the run, up to where it could go
     * @throws InvalidValueException if the initial filling lies outside the outermost cell centres
     */
    public PopulationResult run() {
        return new Run().run();
    }

    /** The state of one run. */
    private final class Run {
        private final LabelOperator[] labels;
        private final PopulationStepper stepper;
        private final PopulationResult.Builder result;
        private final double resistance;
        private double[][] rho;
        private double time;
        private double filling;
        private double proposed;
        private int steps;

        Run() {
            GrainEnsemble ensemble = electrode.ensemble();
            labels = new LabelOperator[ensemble.size()];
            for (int b = 0; b < labels.length; b++) {
                labels[b] = new LabelOperator(ensemble, b, sitesPerGrain, cells);
            }
            resistance =
                    electrode.seriesResistanceOhm() * electrode.plateauCapacityCoulomb() / electrode.thermalVoltage();
            stepper = new PopulationStepper(labels, cells, resistance);
            rho = initialDensities();
            filling = stepper.filling(rho);
            stepper.driving = startDriving(ensemble);
            result = new PopulationResult.Builder(electrode);
        }

        /** All grains at one filling: shared between two cells so that the mean is exact. */
        private double[][] initialDensities() {
            double position = initialFilling * cells - 0.5;
            Require.within("initial filling in cells from the first centre", position, 0, cells - 1.0);
            int cell = Math.min((int) position, cells - 2);
            double upper = position - cell;
            double[][] densities = new double[labels.length][cells];
            for (double[] density : densities) {
                density[cell] = (1 - upper) * cells;
                density[cell + 1] = upper * cells;
            }
            return densities;
        }

        private double startDriving(GrainEnsemble ensemble) {
            double sum = 0;
            for (int b = 0; b < labels.length; b++) {
                double thermalEnergy = electrode.thermalVoltage() * PhysicalConstants.ELEMENTARY_CHARGE;
                sum += ensemble.weight(b)
                        * (ensemble.model(b).chemicalPotential(initialFilling) / thermalEnergy
                                + ensemble.shiftOverKT(b));
            }
            return sum;
        }

        PopulationResult run() {
            for (int cycle = 0; cycle < protocol.cycles(); cycle++) {
                for (ProtocolStep step : protocol.steps()) {
                    String problem = follow(step);
                    if (!problem.isEmpty()) {
                        return result.finish(problem, steps, rho, sitesPerGrain);
                    }
                }
            }
            return result.finish("", steps, rho, sitesPerGrain);
        }

        private boolean galvanostatic(ProtocolStep step) {
            return step.mode() != ProtocolStep.Mode.VOLTAGE && step.mode() != ProtocolStep.Mode.SWEEP;
        }

        private PopulationStepper.Target target(ProtocolStep step, double timeOfStep) {
            if (galvanostatic(step)) {
                boolean current = step.mode() == ProtocolStep.Mode.CURRENT;
                return new PopulationStepper.Target(
                        true, current ? step.value() / electrode.plateauCapacityCoulomb() : step.value());
            }
            double volt = step.value() + step.slopeVoltPerSecond() * timeOfStep;
            return new PopulationStepper.Target(
                    false, (electrode.equilibriumVoltageVolt() - volt) / electrode.thermalVoltage());
        }

        /** Follows a step of the protocol to its end; returns what stopped it before, or nothing. */
        private String follow(ProtocolStep step) {
            double start = time;
            double startFilling = filling;
            double span = span(step, startFilling);
            proposed = span * 1e-6;
            while (true) {
                if (steps++ >= stepLimit) {
                    return "step limit of " + stepLimit + " reached at " + time + " s";
                }
                double elapsed = time - start;
                double remaining = remaining(step, elapsed, startFilling);
                proposed = Math.min(proposed, largestStep(step));
                boolean arrives = proposed >= remaining;
                double seconds = arrives ? remaining : proposed;
                if (seconds <= SMALLEST_STEP_SHARE * span && !arrives) {
                    return "the step became too small at " + time + " s";
                }
                double before = stepper.driving;
                double[][] next = advance(step, elapsed, seconds);
                boolean valid = Double.isFinite(stepper.error) && Double.isFinite(stepper.driving);
                double factor = valid ? 0.9 * Math.sqrt(tolerance / Math.max(stepper.error, 1e-12)) : 0.1;
                if (!valid || stepper.error > tolerance) {
                    stepper.driving = before;
                    proposed = seconds * Math.max(0.1, Math.min(0.7, factor));
                    if (proposed <= SMALLEST_STEP_SHARE * span) {
                        return "the step became too small at " + time + " s";
                    }
                    continue;
                }
                if (!arrives && beyond(step, next, elapsed + seconds, startFilling)) {
                    seconds = locate(step, elapsed, seconds, before, startFilling);
                    stepper.driving = before;
                    next = advance(step, elapsed, seconds);
                    arrives = true;
                }
                accept(next, seconds);
                if (arrives) {
                    return "";
                }
                proposed = seconds * Math.min(3, factor);
            }
        }

        private double[][] advance(ProtocolStep step, double elapsed, double seconds) {
            return stepper.step(rho, seconds, target(step, elapsed + seconds / 2), target(step, elapsed + seconds));
        }

        private void accept(double[][] next, double seconds) {
            rho = next;
            time += seconds;
            filling = stepper.filling(next);
            result.add(time, filling, voltage(), stepper.rate);
        }

        /** Measured voltage after the last step. */
        private double voltage() {
            return electrode.equilibriumVoltageVolt()
                    - electrode.thermalVoltage() * (stepper.driving + resistance * stepper.rate);
        }

        /** Halves the step until a condition that cannot be foreseen is met at its end and not before. */
        private double locate(ProtocolStep step, double elapsed, double seconds, double before, double startFilling) {
            double early = 0;
            double late = seconds;
            for (int i = 0; i < BISECTIONS; i++) {
                double middle = (early + late) / 2;
                stepper.driving = before;
                double[][] next = advance(step, elapsed, middle);
                if (beyond(step, next, elapsed + middle, startFilling)) {
                    late = middle;
                } else {
                    early = middle;
                }
            }
            return late;
        }

        private boolean beyond(ProtocolStep step, double[][] next, double elapsed, double startFilling) {
            double nextFilling = stepper.filling(next);
            for (EndCondition end : step.ends()) {
                boolean met = switch (end.quantity()) {
                    case VOLTAGE_AT_MOST -> voltage() <= end.value();
                    case VOLTAGE_AT_LEAST -> voltage() >= end.value();
                    case FILLING ->
                        startFilling <= end.value() ? nextFilling >= end.value() : nextFilling <= end.value();
                    case CAPACITY_SHARE -> Math.abs(nextFilling - startFilling) >= end.value();
                    case TIME -> elapsed >= end.value();
                    case CURRENT_AT_MOST -> Math.abs(stepper.rate) * electrode.plateauCapacityCoulomb() <= end.value();
                };
                if (met) {
                    return true;
                }
            }
            return false;
        }

        private double largestStep(ProtocolStep step) {
            PopulationStepper.Target now = target(step, 0);
            return now.galvanostatic()
                    ? LARGEST_FILLING_STEP / Math.abs(now.value())
                    : LARGEST_POTENTIAL_STEP * electrode.thermalVoltage() / Math.abs(step.slopeVoltPerSecond());
        }

        /** Time until a condition that can be foreseen; infinite if there is none. */
        private double remaining(ProtocolStep step, double elapsed, double startFilling) {
            double least = Double.POSITIVE_INFINITY;
            PopulationStepper.Target target = target(step, 0);
            double rate = target.galvanostatic() ? target.value() : 0;
            for (EndCondition end : step.ends()) {
                double until = switch (end.quantity()) {
                    case TIME -> end.value() - elapsed;
                    case FILLING -> rate == 0 ? Double.POSITIVE_INFINITY : (end.value() - filling) / rate;
                    case CAPACITY_SHARE ->
                        rate == 0
                                ? Double.POSITIVE_INFINITY
                                : end.value() / Math.abs(rate) - (filling - startFilling) / rate;
                    case VOLTAGE_AT_MOST, VOLTAGE_AT_LEAST, CURRENT_AT_MOST -> Double.POSITIVE_INFINITY;
                };
                if (until >= 0) {
                    least = Math.min(least, until);
                }
            }
            return least;
        }

        /** A time that the step may take, for the size of its first steps. */
        private double span(ProtocolStep step, double startFilling) {
            double foreseen = remaining(step, 0, startFilling);
            PopulationStepper.Target target = target(step, 0);
            double rate = target.galvanostatic() ? Math.abs(target.value()) : 0;
            double natural = 1 / Math.max(rate, electrode.ensemble().meanRatePerSecond());
            return Math.max(Double.MIN_NORMAL, Math.min(foreseen, natural));
        }
    }

    @Override
    public String toString() {
        return "PopulationSimulation[" + electrode + ", " + protocol + ", " + sitesPerGrain + " sites per grain, "
                + cells + " cells]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PopulationSimulation that
                && Objects.equals(electrode, that.electrode)
                && Objects.equals(protocol, that.protocol)
                && Double.compare(sitesPerGrain, that.sitesPerGrain) == 0
                && Double.compare(initialFilling, that.initialFilling) == 0
                && cells == that.cells
                && Double.compare(tolerance, that.tolerance) == 0
                && stepLimit == that.stepLimit;
    }

    @Override
    public int hashCode() {
        return Objects.hash(electrode, protocol, sitesPerGrain, initialFilling, cells, tolerance, stepLimit);
    }
}
