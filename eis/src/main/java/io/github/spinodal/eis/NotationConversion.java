package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.eis.CircuitNode.Leaf;
import io.github.spinodal.eis.CircuitNode.Parallel;
import io.github.spinodal.eis.CircuitNode.Series;
import io.github.spinodal.eis.element.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counterparts of elements in the other notation, and how their parameters convert. */
final class NotationConversion {
    private static final double SQRT2 = Math.sqrt(2);

    private NotationConversion() {}

    /** Boukamp's letter beside impedance.py's. */
    private enum Counterpart {
        R("R", "R"),
        C("C", "C"),
        L("L", "L"),
        CPE("Q", "CPE"),
        /** sigma = 1/(sqrt(2) Y0), its own inverse. */
        W("W", "W"),
        /** Z0 = B/Y0, tau = B^2; Y0 = sqrt(tau)/Z0, B = sqrt(tau). */
        BLOCKING("T", "Wo"),
        TRANSMITTING("O", "Ws"),
        /** R = 1/(Y0 sqrt(k)), tau = 1/k. */
        GERISCHER("G", "G");

        private final String boukamp;
        private final String python;

        Counterpart(String boukamp, String python) {
            this.boukamp = boukamp;
            this.python = python;
        }

        String symbol(Notation notation) {
            return notation == Notation.BOUKAMP ? boukamp : python;
        }

        double[] convert(double[] p, Notation target) {
            return switch (this) {
                case R, C, L, CPE -> p;
                case W -> new double[] {1 / (SQRT2 * p[0])};
                case BLOCKING, TRANSMITTING ->
                    target == Notation.IMPEDANCE_PY
                            ? new double[] {p[1] / p[0], p[1] * p[1]}
                            : new double[] {Math.sqrt(p[1]) / p[0], Math.sqrt(p[1])};
                case GERISCHER ->
                    target == Notation.IMPEDANCE_PY
                            ? new double[] {1 / (p[0] * Math.sqrt(p[1])), 1 / p[1]}
                            : new double[] {Math.sqrt(p[1]) / p[0], 1 / p[1]};
            };
        }
    }

    private static Counterpart counterpart(Leaf leaf, Notation target) {
        Notation source = target == Notation.BOUKAMP ? Notation.IMPEDANCE_PY : Notation.BOUKAMP;
        return Arrays.stream(Counterpart.values())
                .filter(c -> source.library()
                        .find(c.symbol(source))
                        .filter(leaf.element()::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new InvalidValueException(
                        "element " + leaf.label(),
                        leaf.element().symbol(),
                        "one that the notation " + target + " has"));
    }

    static CircuitNode convert(CircuitNode node, Notation target) {
        if (node instanceof Series series) {
            return CircuitNode.series(convertAll(series.children(), target));
        }
        if (node instanceof Parallel parallel) {
            return CircuitNode.parallel(convertAll(parallel.children(), target));
        }
        Leaf leaf = (Leaf) node;
        String symbol = counterpart(leaf, target).symbol(target);
        Element element = target.library().find(symbol).orElseThrow();
        return new Leaf(symbol + leaf.label().substring(leaf.element().symbol().length()), element);
    }

    private static List<CircuitNode> convertAll(List<CircuitNode> nodes, Notation target) {
        return nodes.stream().map(n -> convert(n, target)).toList();
    }

    static double[] convertValues(CircuitNode root, double[] values, Notation target) {
        List<double[]> parts = new ArrayList<>();
        int[] next = {0};
        root.forEachLeaf(leaf -> {
            int from = next[0];
            next[0] += leaf.element().parameters().size();
            parts.add(counterpart(leaf, target).convert(Arrays.copyOfRange(values, from, next[0]), target));
        });
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
