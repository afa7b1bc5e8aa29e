package io.github.spinodal.eis;

import io.github.spinodal.eis.CircuitNode.Leaf;
import io.github.spinodal.eis.CircuitNode.Parallel;
import io.github.spinodal.eis.CircuitNode.Series;
import io.github.spinodal.eis.element.ElementParameter;
import java.util.List;
import java.util.Optional;

/**
 * Where the parameters of Randles' family, R0 + L + [Q | (R + diffusion)], sit among those of a circuit; -1 for what is
 * absent.
 *
 * @param count number of parameters of the circuit
 * @param series index of R0
 * @param inductor index of L
 * @param capacity index of the capacity or the coefficient of the constant-phase element
 * @param constantPhase whether an exponent follows the coefficient
 * @param transfer index of the resistance beside the diffusion
 * @param diffusion index of the diffusion's first parameter
 * @param diffusionSymbol its symbol, empty without diffusion
 * @param admittanceForm whether its first parameter is Y0
 */
record RandlesLayout(
        int count,
        int series,
        int inductor,
        int capacity,
        boolean constantPhase,
        int transfer,
        int diffusion,
        String diffusionSymbol,
        boolean admittanceForm) {
    boolean hasFiniteDiffusion() {
        return diffusion >= 0 && !diffusionSymbol.equals("W");
    }

    static Optional<RandlesLayout> of(Circuit circuit) {
        List<CircuitNode> top = circuit.root() instanceof Series series ? series.children() : List.of(circuit.root());
        int next = 0;
        int resistor = -1;
        int inductor = -1;
        Parallel arc = null;
        int arcFirst = -1;
        for (CircuitNode node : top) {
            if (node instanceof Parallel parallel && arc == null) {
                arc = parallel;
                arcFirst = next;
            } else if (node instanceof Leaf leaf && isSymbol(leaf, "R") && resistor < 0) {
                resistor = next;
            } else if (node instanceof Leaf leaf && isSymbol(leaf, "L") && inductor < 0) {
                inductor = next;
            } else {
                return Optional.empty();
            }
            next += size(node);
        }
        return arc == null ? Optional.empty() : arcLayout(circuit, arc, arcFirst, resistor, inductor);
    }

    private static Optional<RandlesLayout> arcLayout(
            Circuit circuit, Parallel arc, int arcFirst, int resistor, int inductor) {
        if (arc.children().size() != 2) {
            return Optional.empty();
        }
        int first = arc.children().get(0) instanceof Leaf leaf && isCapacitive(leaf) ? 0 : 1;
        int[] at = {arcFirst, arcFirst + size(arc.children().get(0))};
        if (!(arc.children().get(first) instanceof Leaf capacity) || !isCapacitive(capacity)) {
            return Optional.empty();
        }
        CircuitNode branch = arc.children().get(1 - first);
        List<CircuitNode> parts = branch instanceof Series series ? series.children() : List.of(branch);
        int transfer = -1;
        int diffusion = -1;
        String symbol = "";
        boolean admittance = false;
        int next = at[1 - first];
        for (CircuitNode part : parts) {
            if (part instanceof Leaf leaf && isSymbol(leaf, "R") && transfer < 0) {
                transfer = next;
            } else if (part instanceof Leaf leaf && isDiffusion(leaf) && diffusion < 0) {
                diffusion = next;
                symbol = leaf.element().symbol();
                admittance = leaf.element().parameters().get(0).name().equals("Y0");
            } else {
                return Optional.empty();
            }
            next += size(part);
        }
        if (transfer < 0) {
            return Optional.empty();
        }
        return Optional.of(new RandlesLayout(
                circuit.parameterCount(),
                resistor,
                inductor,
                at[first],
                !isSymbol(capacity, "C"),
                transfer,
                diffusion,
                symbol,
                admittance));
    }

    private static boolean isSymbol(Leaf leaf, String symbol) {
        return leaf.element().symbol().equals(symbol);
    }

    private static boolean isCapacitive(Leaf leaf) {
        return isSymbol(leaf, "C") || isSymbol(leaf, "Q") || isSymbol(leaf, "CPE");
    }

    private static boolean isDiffusion(Leaf leaf) {
        List<String> names =
                leaf.element().parameters().stream().map(ElementParameter::name).toList();
        return switch (leaf.element().symbol()) {
            case "W" -> names.equals(List.of("Y0")) || names.equals(List.of("sigma"));
            case "T", "O" -> names.equals(List.of("Y0", "B"));
            case "Wo", "Ws" -> names.equals(List.of("Z0", "tau"));
            default -> false;
        };
    }

    private static int size(CircuitNode node) {
        int[] count = {0};
        node.forEachLeaf(leaf -> count[0] += leaf.element().parameters().size());
        return count[0];
    }
}
