package io.github.spinodal.eis;

import io.github.spinodal.core.fit.ResidualFunction;
import io.github.spinodal.eis.CircuitNode.Leaf;
import io.github.spinodal.eis.CircuitNode.Parallel;
import io.github.spinodal.eis.element.Dimension;
import io.github.spinodal.eis.element.ElementParameter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * Random start values for any circuit, in reduced units. Resistances are drawn about the size of the data and time constants
 * across the frequency window; a parallel group shares one resistance and one time constant, so that its capacity is
 * time/resistance. The dimension of each parameter says how it follows from the two.
 */
final class StartSampler {
    /** Decades below and above the median modulus. */
    private static final double SMALLEST_RESISTANCE = -2.5;

    private static final double LARGEST_RESISTANCE = 0.7;

    private final Circuit circuit;
    private final SplittableRandom random;
    private final double halfWindow;
    private final double[] values;
    private int next;

    StartSampler(Circuit circuit, double decades, long seed) {
        this.circuit = circuit;
        this.halfWindow = decades / 2;
        this.random = new SplittableRandom(seed);
        this.values = new double[circuit.parameterCount()];
    }

    /** One random start. */
    double[] draw() {
        next = 0;
        visit(circuit.root(), drawResistance(), drawTime());
        return values.clone();
    }

    private double drawResistance() {
        return Math.pow(10, SMALLEST_RESISTANCE + (LARGEST_RESISTANCE - SMALLEST_RESISTANCE) * random.nextDouble());
    }

    private double drawTime() {
        return Math.pow(10, halfWindow * (2 * random.nextDouble() - 1));
    }

    private void visit(CircuitNode node, double resistance, double time) {
        if (node instanceof Leaf leaf) {
            draw(leaf, resistance, time);
        } else if (node instanceof Parallel parallel) {
            for (CircuitNode child : parallel.children()) {
                boolean simple = child instanceof Leaf;
                visit(child, simple ? resistance : resistance * Math.pow(10, random.nextDouble() - 0.5), time);
            }
        } else {
            for (CircuitNode child : ((CircuitNode.Series) node).children()) {
                visit(child, drawResistance(), drawTime());
            }
        }
    }

    private void draw(Leaf leaf, double resistance, double time) {
        List<ElementParameter> parameters = leaf.element().parameters();
        double[] own = new double[parameters.size()];
        for (int k = 0; k < own.length; k++) {
            if (parameters.get(k).isExponent()) {
                double low = Math.max(
                        parameters.get(k).lowerBound(), 0.5 * parameters.get(k).upperBound());
                own[k] = low + (parameters.get(k).upperBound() - low) * (0.05 + 0.9 * random.nextDouble());
            }
        }
        for (int k = 0; k < own.length; k++) {
            if (!parameters.get(k).isExponent()) {
                Dimension d = parameters.get(k).dimension();
                own[k] = Math.pow(resistance, d.ohm()) * Math.pow(time, d.secondExponent(own));
                if (d.ohm() == 0 && d.secondExponent(own) == 0) {
                    own[k] = Math.pow(10, 2 * random.nextDouble() - 1);
                }
            }
        }
        System.arraycopy(own, 0, values, next, own.length);
        next += own.length;
    }

    /** The best of many random starts. */
    List<double[]> screen(
            ResidualFunction problem, UnaryOperator<double[]> toProblem, Constraints constraints, int draws, int kept) {
        double[] residuals = new double[problem.residualCount()];
        RankedStarts screened = new RankedStarts();
        for (int i = 0; i < draws; i++) {
            double[] start = constraints.clip(toProblem.apply(draw()));
            problem.residuals(start, residuals);
            double cost = 0;
            for (double r : residuals) {
                // Robust against the few points that a start far off misses by orders of magnitude.
                cost += Math.log1p(r * r);
            }
            if (Double.isFinite(cost)) {
                screened.add(cost, start);
            }
        }
        return screened.best(kept);
    }
}
