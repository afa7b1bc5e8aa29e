package io.github.spinodal.eis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Start values collected with their costs, of which the best are wanted. */
final class RankedStarts {
    private final List<Entry> entries = new ArrayList<>();

    private static final class Entry {
        private final double cost;
        private final double[] start;

        Entry(double cost, double[] start) {
            this.cost = cost;
            this.start = start;
        }
    }

    void add(double cost, double[] start) {
        entries.add(new Entry(cost, start));
    }

    /** The cheapest, best first; of equal ones the first added. */
    List<double[]> best(int count) {
        return entries.stream()
                .sorted(Comparator.comparingDouble(entry -> entry.cost))
                .limit(count)
                .map(entry -> entry.start)
                .toList();
    }
}
