package io.github.spinodal.phasefield;

import io.github.spinodal.core.thermo.FreeEnergyModel;
import java.util.ArrayList;
import java.util.List;

/** The intervals of filling in which the chemical potential falls: between the spinodal points. */
final class UnstableIntervals {
    private static final int GRID = 2000;

    /** Ends of the intervals, low and high in turn. */
    private final double[] ends;

    private UnstableIntervals(double[] ends) {
        this.ends = ends;
    }

    static UnstableIntervals of(FreeEnergyModel model) {
        List<Double> ends = new ArrayList<>();
        double previous = 0;
        for (int i = 1; i <= GRID; i++) {
            double c = (i - 0.5) / GRID;
            boolean unstable = model.chemicalPotentialSlope(c) < 0;
            if (unstable != (ends.size() % 2 == 1)) {
                ends.add(root(model, previous, c));
            }
            previous = c;
        }
        return new UnstableIntervals(
                ends.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double root(FreeEnergyModel model, double from, double to) {
        double low = Math.max(from, 1e-12);
        double high = to;
        boolean unstableAtHigh = model.chemicalPotentialSlope(high) < 0;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (model.chemicalPotentialSlope(middle) < 0 == unstableAtHigh) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return 0.5 * (low + high);
    }

    boolean isEmpty() {
        return ends.length < 2;
    }

    int count() {
        return ends.length / 2;
    }

    double low(int interval) {
        return ends[2 * interval];
    }

    double high(int interval) {
        return ends[2 * interval + 1];
    }

    double middle(int interval) {
        return 0.5 * (low(interval) + high(interval));
    }

    boolean contains(double c) {
        for (int i = 0; i + 1 < ends.length; i += 2) {
            if (c > ends[i] && c < ends[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
