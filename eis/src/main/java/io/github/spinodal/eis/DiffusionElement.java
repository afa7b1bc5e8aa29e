package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.eis.element.ElementParameter;
import java.util.ArrayList;
import java.util.List;

/**
 * A Warburg element of a circuit, infinite or of finite length, in either notation.
 *
 * @param label its name in the circuit
 * @param first index of its first parameter
 * @param count number of its parameters
 * @param form which parameters it has
 */
record DiffusionElement(String label, int first, int count, Form form) {
    /** How sigma and tau = L^2/D follow from the parameters. */
    enum Form {
        /** sigma. */
        SIGMA,
        /** Y0; sigma = 1/(sqrt(2) Y0). */
        ADMITTANCE,
        /** Z0, tau; sigma = Z0/sqrt(2 tau). */
        FINITE,
        /** Y0, B; tau = B^2. */
        FINITE_ADMITTANCE
    }

    static List<DiffusionElement> of(Circuit circuit) {
        List<DiffusionElement> found = new ArrayList<>();
        int[] next = {0};
        circuit.root().forEachLeaf(leaf -> {
            List<String> names = leaf.element().parameters().stream()
                    .map(ElementParameter::name)
                    .toList();
            Form form = form(leaf.element().symbol(), names);
            if (form != null) {
                found.add(new DiffusionElement(leaf.label(), next[0], names.size(), form));
            }
            next[0] += names.size();
        });
        return found;
    }

    /** The only diffusion element of a circuit. */
    static DiffusionElement only(Circuit circuit) {
        List<DiffusionElement> all = of(circuit);
        if (all.size() != 1) {
            throw new InvalidValueException(
                    "number of Warburg elements in " + circuit, Integer.toString(all.size()), "one");
        }
        return all.get(0);
    }

    private static @org.jspecify.annotations.Nullable Form form(String symbol, List<String> names) {
        return switch (symbol) {
            case "W" ->
                names.equals(List.of("sigma")) ? Form.SIGMA : names.equals(List.of("Y0")) ? Form.ADMITTANCE : null;
            case "Wo", "Ws" -> names.equals(List.of("Z0", "tau")) ? Form.FINITE : null;
            case "T", "O" -> names.equals(List.of("Y0", "B")) ? Form.FINITE_ADMITTANCE : null;
            default -> null;
        };
    }

    boolean isFinite() {
        return form == Form.FINITE || form == Form.FINITE_ADMITTANCE;
    }

    List<String> parameterNames(Circuit circuit) {
        return circuit.parameterNames().subList(first, first + count);
    }

    /** Warburg coefficient (ohm s^-1/2). */
    double sigma(double[] p) {
        return switch (form) {
            case SIGMA -> p[first];
            case ADMITTANCE, FINITE_ADMITTANCE -> Math.sqrt(0.5) / p[first];
            case FINITE -> p[first] / Math.sqrt(2 * p[first + 1]);
        };
    }

    /** Diffusion time L^2/D (s); infinite for the infinite element. */
    double time(double[] p) {
        return switch (form) {
            case SIGMA, ADMITTANCE -> Double.POSITIVE_INFINITY;
            case FINITE -> p[first + 1];
            case FINITE_ADMITTANCE -> p[first + 1] * p[first + 1];
        };
    }
}
