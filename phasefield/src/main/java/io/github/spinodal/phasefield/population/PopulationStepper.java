package io.github.spinodal.phasefield.population;

import java.util.function.DoubleUnaryOperator;

/** One step of all labels at their common potential, of second order by extrapolating the implicit Euler method. */
final class PopulationStepper {
    private static final int MOST_ITERATIONS = 100;

    private final LabelOperator[] labels;
    private final int cells;
    private final double seriesResistance;
    private double slopeGuess = 1;
    double driving;
    double rate;
    double error;

    PopulationStepper(LabelOperator[] labels, int cells, double seriesResistance) {
        this.labels = labels;
        this.cells = cells;
        this.seriesResistance = seriesResistance;
    }

    /**
     * What is held at the end of a step.
     *
     * @param galvanostatic whether it is the rate of filling
     * @param value rate of filling (1/s), or reduced measured potential at the end of the step
     */
    record Target(boolean galvanostatic, double value) {}

    double filling(double[][] rho) {
        double sum = 0;
        for (int b = 0; b < labels.length; b++) {
            double mean = 0;
            for (int i = 0; i < cells; i++) {
                mean += LabelOperator.centre(i, cells) * rho[b][i];
            }
            sum += labels[b].weight * mean / cells;
        }
        return sum;
    }

    /** The densities after a step from whole and half steps; {@link #driving}, {@link #rate} and {@link #error} follow. */
    double[][] step(double[][] rho, double seconds, Target atMiddle, Target atEnd) {
        double[][] whole = euler(rho, seconds, atEnd);
        double wholeDriving = driving;
        double wholeRate = rate;
        double[][] half = euler(rho, seconds / 2, atMiddle);
        double[][] halves = euler(half, seconds / 2, atEnd);
        driving = 2 * driving - wholeDriving;
        rate = 2 * rate - wholeRate;
        double sum = 0;
        for (int b = 0; b < labels.length; b++) {
            double difference = 0;
            for (int i = 0; i < cells; i++) {
                difference += Math.abs(halves[b][i] - whole[b][i]);
                halves[b][i] = 2 * halves[b][i] - whole[b][i];
            }
            sum += labels[b].weight * difference / cells;
        }
        error = sum;
        return halves;
    }

    private double[][] euler(double[][] rho, double seconds, Target target) {
        double[][] next = new double[labels.length][cells];
        double before = filling(rho);
        driving = solve(target, driving, u -> {
            for (int b = 0; b < labels.length; b++) {
                labels[b].step(rho[b], u, seconds, next[b]);
            }
            return (filling(next) - before) / seconds;
        });
        rate = (filling(next) - before) / seconds;
        return next;
    }

    /** Finds u where the rate of filling, which rises with u, meets the target; the last evaluation is at the result. */
    private double solve(Target target, double guess, DoubleUnaryOperator rateAt) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double u = guess;
        double previous = Double.NaN;
        double previousResidual = Double.NaN;
        double reach = 1;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double rate = rateAt.applyAsDouble(u);
            double residual =
                    target.galvanostatic() ? rate - target.value() : u + seriesResistance * rate - target.value();
            if (!target.galvanostatic() && seriesResistance == 0) {
                slopeGuess = 1;
            } else if (!Double.isNaN(previous)) {
                double secant = (residual - previousResidual) / (u - previous);
                slopeGuess = secant > 0 ? secant : slopeGuess;
            }
            if (residual > 0) {
                high = u;
            } else {
                low = u;
            }
            double next = u - residual / slopeGuess;
            if (!(Math.abs(next - u) <= reach)) {
                next = u - Math.copySign(reach, residual);
                reach *= 2;
            }
            if (!(next >= low && next <= high)) {
                next = low + (high - low) / 2;
            }
            if (residual == 0 || Math.abs(next - u) <= 1e-14 * (1 + Math.abs(u))) {
                return u;
            }
            previous = u;
            previousResidual = residual;
            u = next;
        }
        return u;
    }
}
