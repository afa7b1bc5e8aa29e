package io.github.spinodal.eis;

import io.github.spinodal.eis.CircuitNode.Leaf;
import io.github.spinodal.eis.CircuitNode.Parallel;
import io.github.spinodal.eis.CircuitNode.Series;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a circuit tree in either notation; what it writes is read back as the same tree. */
final class CircuitPrinter {
    private CircuitPrinter() {}

    static String print(CircuitNode root, Notation notation) {
        return notation == Notation.BOUKAMP ? boukamp(root, true, numbersAreImplied(root)) : python(root);
    }

    private static String python(CircuitNode node) {
        if (node instanceof Series series) {
            return series.children().stream().map(CircuitPrinter::python).collect(Collectors.joining("-"));
        }
        if (node instanceof Parallel parallel) {
            return parallel.children().stream().map(CircuitPrinter::python).collect(Collectors.joining(",", "p(", ")"));
        }
        return ((Leaf) node).label();
    }

    private static String boukamp(CircuitNode node, boolean inSeries, boolean lettersOnly) {
        if (node instanceof Series series) {
            String inside = series.children().stream()
                    .map(c -> boukamp(c, true, lettersOnly))
                    .collect(Collectors.joining());
            return inSeries ? inside : "(" + inside + ")";
        }
        if (node instanceof Parallel parallel) {
            return parallel.children().stream()
                    .map(c -> boukamp(c, false, lettersOnly))
                    .collect(Collectors.joining("", "(", ")"));
        }
        Leaf leaf = (Leaf) node;
        return lettersOnly ? leaf.element().symbol() : leaf.label();
    }

    /** Whether every label carries just the number that it would get by counting. */
    private static boolean numbersAreImplied(CircuitNode root) {
        Map<String, Integer> count = new HashMap<>();
        boolean[] implied = {true};
        root.forEachLeaf(leaf -> {
            String symbol = leaf.element().symbol();
            implied[0] &= leaf.label().equals(symbol + count.merge(symbol, 1, Integer::sum));
        });
        return implied[0];
    }
}
