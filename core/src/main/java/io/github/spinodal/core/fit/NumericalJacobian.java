package io.github.spinodal.core.fit;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;

/**
 * Turns bare residuals into a {@link ResidualFunction} by central differences with Richardson extrapolation (Ridders,
 * Adv. Eng. Softw. 4, 1982, 75). The first step of each parameter is a share of its own size; halving and extrapolating
 * go on until the error estimate no longer falls, so that a peak of width 1 at position 450 is served as well as an
 * amplitude. About ten digits are usual for smooth residuals.
 */
public final class NumericalJacobian implements ResidualFunction {
    private static final double FIRST_SHARE = 1.0 / 32;
    private static final int LEVELS = 12;
    /** Relative error at which a further halving can only add rounding. */
    private static final double GOOD_ENOUGH = 1e-12;

    private final Residuals function;
    private final int residualCount;
    private final double[] typicalSize;
    private final double[] lower;
    private final double[] upper;

    /** The residuals alone. */
    @FunctionalInterface
    public interface Residuals {
        /**
         * Computes the residuals.
         *
         * @param parameters parameters; not modified
         * @param residuals where the residuals go; modified
         */
        void compute(double[] parameters, double[] residuals);
    }

    private NumericalJacobian(
            Residuals function, int residualCount, double[] typicalSize, double[] lower, double[] upper) {
        this.function = function;
        this.residualCount = residualCount;
        this.typicalSize = typicalSize;
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * Adds derivatives to residuals.
     *
     * @param residualCount number of residuals, at least 1
     * @param typicalSizes typical magnitude of each parameter, positive; used where a parameter is smaller than a
     *     thousandth of it, so that zero is no special case
     * @param function the residuals
     * @return the problem
     * @throws InvalidValueException if a count or size is not positive
     */
    public static NumericalJacobian of(int residualCount, double[] typicalSizes, Residuals function) {
        Require.atLeast("number of residuals", residualCount, 1);
        Require.atLeast("number of parameters", typicalSizes.length, 1);
        double[] sizes = typicalSizes.clone();
        double[] lower = new double[sizes.length];
        double[] upper = new double[sizes.length];
        for (int j = 0; j < sizes.length; j++) {
            Require.positive("typical size of parameter " + j, sizes[j]);
            lower[j] = Double.NEGATIVE_INFINITY;
            upper[j] = Double.POSITIVE_INFINITY;
        }
        return new NumericalJacobian(function, residualCount, sizes, lower, upper);
    }

    /**
     * Keeps all evaluations within bounds; differences become one-sided beside them.
     *
     * @param lowerBounds one per parameter, negative infinity where there is none
     * @param upperBounds one per parameter, infinity where there is none
     * @return a changed copy
     * @throws InvalidValueException if a length is wrong or a lower bound is not below its upper bound
     */
    public NumericalJacobian withBounds(double[] lowerBounds, double[] upperBounds) {
        Require.sameLength("typical sizes", typicalSize.length, "lower bounds", lowerBounds.length);
        Require.sameLength("typical sizes", typicalSize.length, "upper bounds", upperBounds.length);
        for (int j = 0; j < lowerBounds.length; j++) {
            if (!(lowerBounds[j] < upperBounds[j])) {
                throw new InvalidValueException(
                        "lower bound " + j, lowerBounds[j], "below the upper bound " + upperBounds[j]);
            }
        }
        return new NumericalJacobian(function, residualCount, typicalSize, lowerBounds.clone(), upperBounds.clone());
    }

    @Override
    public int residualCount() {
        return residualCount;
    }

    @Override
    public int parameterCount() {
        return typicalSize.length;
    }

    @Override
    public void residuals(double[] parameters, double[] residuals) {
        function.compute(parameters, residuals);
    }

    @Override
    public void residualsAndJacobian(double[] parameters, double[] residuals, double[] jacobian) {
        int n = typicalSize.length;
        function.compute(parameters, residuals);
        double[] p = parameters.clone();
        double[][] table = new double[LEVELS][residualCount];
        double[][] previous = new double[LEVELS][residualCount];
        double[] below = new double[residualCount];
        double[] best = new double[residualCount];
        for (int j = 0; j < n; j++) {
            double size = Math.max(Math.abs(p[j]), 1e-3 * typicalSize[j]);
            double room = Math.min(p[j] - lower[j], upper[j] - p[j]);
            double h = Math.min(FIRST_SHARE * size, room);
            // beside a bound there is no room for central differences
            double side = room >= 1e-3 * FIRST_SHARE * size ? 0 : p[j] - lower[j] < upper[j] - p[j] ? 1 : -1;
            if (side != 0) {
                h = Math.min(FIRST_SHARE * size, 0.5 * (upper[j] - lower[j]));
            }
            double centre = p[j];
            double error = Double.POSITIVE_INFINITY;
            for (int level = 0; level < LEVELS; level++, h /= 2) {
                double up = centre + (side == 0 ? h : side * h);
                double down = side == 0 ? centre - h : centre;
                p[j] = up;
                function.compute(p, table[0]);
                p[j] = down;
                if (side == 0) {
                    function.compute(p, below);
                } else {
                    System.arraycopy(residuals, 0, below, 0, residualCount);
                }
                double inverse = 1 / (up - down);
                for (int i = 0; i < residualCount; i++) {
                    table[0][i] = (table[0][i] - below[i]) * inverse;
                }
                double smallest = extrapolate(table, previous, level, side == 0 ? 4 : 2, error, best);
                boolean finite = smallest < Double.POSITIVE_INFINITY;
                double[][] swap = previous;
                previous = table;
                table = swap;
                if (smallest < error) {
                    error = smallest;
                }
                if (level > 0 && finite && (smallest > 4 * error || error <= GOOD_ENOUGH)) {
                    break;
                }
            }
            p[j] = centre;
            for (int i = 0; i < residualCount; i++) {
                jacobian[i * n + j] = best[i];
            }
        }
    }

    /**
     * Fills one row of the Neville table from the previous one and keeps the entry of smallest relative error in best.
     * Returns the smallest error of this row.
     */
    private double extrapolate(
            double[][] row, double[][] previous, int level, double base, double errorSoFar, double[] best) {
        if (level == 0) {
            System.arraycopy(row[0], 0, best, 0, residualCount);
            return Double.POSITIVE_INFINITY;
        }
        double rowError = Double.POSITIVE_INFINITY;
        double factor = base;
        for (int k = 1; k <= level; k++, factor *= base) {
            double norm = 0;
            double change = 0;
            double drop = 0;
            for (int i = 0; i < residualCount; i++) {
                double value = (factor * row[k - 1][i] - previous[k - 1][i]) / (factor - 1);
                row[k][i] = value;
                norm = Math.max(norm, Math.abs(value));
                change = Math.max(change, Math.abs(value - row[k - 1][i]));
                drop = Math.max(drop, Math.abs(value - previous[k - 1][i]));
            }
            double error = norm == 0 ? Math.max(change, drop) : Math.max(change, drop) / norm;
            if (error < rowError) {
                rowError = error;
                if (error < errorSoFar) {
                    errorSoFar = error;
                    System.arraycopy(row[k], 0, best, 0, residualCount);
                }
            }
        }
        return rowError;
    }
}
