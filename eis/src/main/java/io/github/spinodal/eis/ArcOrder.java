package io.github.spinodal.eis;

import io.github.spinodal.eis.CircuitNode.Leaf;
import io.github.spinodal.eis.CircuitNode.Parallel;
import io.github.spinodal.eis.CircuitNode.Series;
import io.github.spinodal.eis.element.Dimension;
import io.github.spinodal.eis.element.ElementParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sub-circuits of one shape in the same group can be exchanged without changing the impedance; here they are sorted by
 * their time constant, fastest first, so that arcs never swap labels between fits.
 */
final class ArcOrder {
    private ArcOrder() {}

    /** The values with exchangeable sub-circuits sorted. */
    static double[] canonical(Circuit circuit, double[] values) {
        return order(circuit.root(), values);
    }

    /** Pairs of exchangeable sub-circuits, as index ranges {first, end, otherFirst, otherEnd} of their parameters. */
    static List<int[]> exchangeablePairs(Circuit circuit) {
        List<int[]> pairs = new ArrayList<>();
        collect(circuit.root(), 0, pairs);
        return pairs;
    }

    private static void collect(CircuitNode node, int first, List<int[]> pairs) {
        List<CircuitNode> children = children(node);
        int from = first;
        for (int i = 0; i < children.size(); i++) {
            int size = size(children.get(i));
            collect(children.get(i), from, pairs);
            int other = from + size;
            for (int j = i + 1; j < children.size(); j++) {
                int otherSize = size(children.get(j));
                if (shape(children.get(i)).equals(shape(children.get(j)))) {
                    pairs.add(new int[] {from, from + size, other, other + otherSize});
                }
                other += otherSize;
            }
            from += size;
        }
    }

    private static double[] order(CircuitNode node, double[] values) {
        if (node instanceof Leaf) {
            return values;
        }
        List<CircuitNode> children = children(node);
        List<double[]> blocks = new ArrayList<>();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        int from = 0;
        for (int i = 0; i < children.size(); i++) {
            int end = from + size(children.get(i));
            blocks.add(order(children.get(i), Arrays.copyOfRange(values, from, end)));
            groups.computeIfAbsent(shape(children.get(i)), s -> new ArrayList<>())
                    .add(i);
            from = end;
        }
        for (List<Integer> group : groups.values()) {
            CircuitNode shape = children.get(group.get(0));
            List<double[]> sorted = group.stream()
                    .map(blocks::get)
                    .sorted(Comparator.comparingDouble(b -> timeConstant(shape, b)))
                    .toList();
            for (int k = 0; k < group.size(); k++) {
                blocks.set(group.get(k), sorted.get(k));
            }
        }
        return blocks.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static List<CircuitNode> children(CircuitNode node) {
        if (node instanceof Series series) {
            return series.children();
        }
        return node instanceof Parallel parallel ? parallel.children() : List.of();
    }

    private static String shape(CircuitNode node) {
        if (node instanceof Leaf leaf) {
            return leaf.element().symbol();
        }
        StringBuilder text = new StringBuilder(node instanceof Series ? "-(" : "p(");
        children(node).forEach(c -> text.append(shape(c)).append(','));
        return text.append(')').toString();
    }

    private static int size(CircuitNode node) {
        int[] count = {0};
        node.forEachLeaf(leaf -> count[0] += leaf.element().parameters().size());
        return count[0];
    }

    /** Time constant of the sub-circuit whose parameters are the given ones, beginning at an index of the circuit's. */
    static double timeConstant(Circuit circuit, int first, double[] own) {
        return timeConstant(find(circuit.root(), 0, first, own.length), own);
    }

    private static CircuitNode find(CircuitNode node, int from, int first, int count) {
        if (from == first && size(node) == count) {
            return node;
        }
        int next = from;
        for (CircuitNode child : children(node)) {
            int end = next + size(child);
            if (first >= next && first + count <= end) {
                return find(child, next, first, count);
            }
            next = end;
        }
        throw new IllegalStateException("no sub-circuit at " + first);
    }

    /** From the first parameter that involves time, with the first resistance as the unit of impedance. */
    static double timeConstant(CircuitNode node, double[] values) {
        double[] found = {Double.NaN, Double.NaN, 0, 0};
        int[] next = {0};
        node.forEachLeaf(leaf -> {
            List<ElementParameter> parameters = leaf.element().parameters();
            double[] own = Arrays.copyOfRange(values, next[0], next[0] + parameters.size());
            for (int k = 0; k < own.length; k++) {
                Dimension d = parameters.get(k).dimension();
                double second = d.secondExponent(own);
                if (Double.isNaN(found[0]) && d.ohm() == 1 && second == 0) {
                    found[0] = own[k];
                }
                if (Double.isNaN(found[1]) && second != 0) {
                    found[1] = own[k];
                    found[2] = d.ohm();
                    found[3] = second;
                }
            }
            next[0] += own.length;
        });
        double resistance = Double.isNaN(found[0]) ? 1 : found[0];
        if (Double.isNaN(found[1])) {
            return resistance;
        }
        return Math.pow(found[1] / Math.pow(resistance, found[2]), 1 / found[3]);
    }
}
