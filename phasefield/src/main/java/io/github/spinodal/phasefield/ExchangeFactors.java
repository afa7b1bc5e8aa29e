package io.github.spinodal.phasefield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Factors L D L^T of a symmetric matrix with a free diagonal and minus the conductances of a graph beside it. Grains are
 * eliminated in the order of their number of links (minimum degree), which keeps the factors of lattices sparse. There is
 * no pivoting: where the matrix is indefinite the factors may lose accuracy, and are meant to precondition an iteration.
 */
final class ExchangeFactors {
    /** Most updates of a factorisation; each takes four bytes for the place it goes to. */
    private static final long MOST_UPDATES = 10_000_000;

    /** Smallest pivot, relative to the conductances of its grain; smaller ones are replaced. */
    private static final double SMALLEST_PIVOT = 1e-10;

    private final int grains;
    private final ExchangeGraph graph;
    /** Grain eliminated at each turn. */
    private final int[] order;

    private final double[] conductance;
    private final double[] pivot;
    /** Where the links of each turn start; each link is a turn to come and the place of its factor. */
    private final int[] start;

    private final int[] later;
    private final double[] factor;
    /** Where each edge of the graph goes, and each update of an elimination: a link, or a pivot after all links. */
    private final int[] edgePlace;

    private final int[] target;
    private final double[] work;

    private ExchangeFactors(ExchangeGraph graph, int[] order, List<int[]> links, int[] turn, int updates) {
        this.grains = graph.grains();
        this.graph = graph;
        this.order = order;
        this.conductance = new double[grains];
        graph.addConductances(conductance);
        this.pivot = new double[grains];
        this.start = new int[grains + 1];
        for (int t = 0; t < grains; t++) {
            start[t + 1] = start[t] + links.get(t).length;
        }
        this.later = new int[start[grains]];
        for (int t = 0; t < grains; t++) {
            System.arraycopy(links.get(t), 0, later, start[t], links.get(t).length);
        }
        this.factor = new double[later.length];
        this.work = new double[grains];
        this.edgePlace = new int[graph.edges()];
        for (int e = 0; e < edgePlace.length; e++) {
            int a = turn[graph.firstOf(e)];
            int b = turn[graph.secondOf(e)];
            edgePlace[e] = place(Math.min(a, b), Math.max(a, b));
        }
        this.target = new int[updates];
        int u = 0;
        for (int t = 0; t < grains; t++) {
            for (int i = start[t]; i < start[t + 1]; i++) {
                for (int j = i + 1; j < start[t + 1]; j++) {
                    target[u++] = place(later[i], later[j]);
                }
            }
        }
    }

    private int place(int turn, int link) {
        return Arrays.binarySearch(later, start[turn], start[turn + 1], link);
    }

    /** The factors of a graph, or null where they would cost more than iterations without them. */
    static @Nullable ExchangeFactors of(ExchangeGraph graph, long affordable) {
        int n = graph.grains();
        List<Set<Integer>> neighbours = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            neighbours.add(new TreeSet<>());
        }
        for (int e = 0; e < graph.edges(); e++) {
            neighbours.get(graph.firstOf(e)).add(graph.secondOf(e));
            neighbours.get(graph.secondOf(e)).add(graph.firstOf(e));
        }
        TreeSet<Long> byDegree = new TreeSet<>();
        for (int i = 0; i < n; i++) {
            byDegree.add(key(neighbours.get(i).size(), i));
        }
        long limit = Math.min(affordable, MOST_UPDATES);
        int[] order = new int[n];
        int[] turn = new int[n];
        List<int[]> links = new ArrayList<>(n);
        long updates = 0;
        for (int t = 0; t < n; t++) {
            int grain = (int) (byDegree.pollFirst() & Integer.MAX_VALUE);
            order[t] = grain;
            turn[grain] = t;
            int[] left =
                    neighbours.get(grain).stream().mapToInt(Integer::intValue).toArray();
            links.add(left);
            updates += (long) left.length * (left.length - 1) / 2;
            if (updates > limit) {
                return null;
            }
            eliminate(grain, left, neighbours, byDegree);
        }
        for (int[] link : links) {
            for (int i = 0; i < link.length; i++) {
                link[i] = turn[link[i]];
            }
            Arrays.sort(link);
        }
        return new ExchangeFactors(graph, order, links, turn, (int) updates);
    }

    private static long key(int degree, int grain) {
        return ((long) degree << 32) | grain;
    }

    private static void eliminate(int grain, int[] left, List<Set<Integer>> neighbours, Set<Long> byDegree) {
        for (int a : left) {
            Set<Integer> own = neighbours.get(a);
            byDegree.remove(key(own.size(), a));
            own.remove(grain);
            for (int b : left) {
                if (b != a) {
                    own.add(b);
                }
            }
            byDegree.add(key(own.size(), a));
        }
        neighbours.get(grain).clear();
    }

    /** Multiplications of a factorisation and seven solutions. */
    long cost() {
        return target.length + 14L * later.length;
    }

    /** Factorises the matrix with this diagonal, one number per grain. */
    void factorise(double[] diagonal) {
        Arrays.fill(factor, 0);
        for (int e = 0; e < edgePlace.length; e++) {
            factor[edgePlace[e]] -= graph.conductanceOf(e);
        }
        for (int t = 0; t < grains; t++) {
            pivot[t] = diagonal[order[t]];
        }
        int u = 0;
        for (int t = 0; t < grains; t++) {
            double smallest = SMALLEST_PIVOT * conductance[order[t]] + Double.MIN_NORMAL;
            if (!(Math.abs(pivot[t]) >= smallest)) {
                pivot[t] = smallest;
            }
            double inverse = 1 / pivot[t];
            int end = start[t + 1];
            for (int i = start[t]; i < end; i++) {
                double scaled = factor[i] * inverse;
                pivot[later[i]] -= scaled * factor[i];
                for (int j = i + 1; j < end; j++) {
                    factor[target[u++]] -= scaled * factor[j];
                }
            }
            for (int i = start[t]; i < end; i++) {
                factor[i] *= inverse;
            }
        }
    }

    /** Replaces the right-hand side by the solution. */
    void solve(double[] values) {
        for (int t = 0; t < grains; t++) {
            work[t] = values[order[t]];
        }
        for (int t = 0; t < grains; t++) {
            double x = work[t];
            for (int i = start[t]; i < start[t + 1]; i++) {
                work[later[i]] -= factor[i] * x;
            }
        }
        for (int t = grains - 1; t >= 0; t--) {
            double x = work[t] / pivot[t];
            for (int i = start[t]; i < start[t + 1]; i++) {
                x -= factor[i] * work[later[i]];
            }
            work[t] = x;
        }
        for (int t = 0; t < grains; t++) {
            values[order[t]] = work[t];
        }
    }
}
