package io.github.spinodal.eis;

import io.github.spinodal.eis.element.ElementParameter;
import java.io.Serializable;

/**
 * A parameter of a circuit.
 *
 * @param name name within the circuit: the element's label for R, C and L ({@code R1}), label and parameter for the others
 *     ({@code W1.Y0})
 * @param elementLabel label of the element
 * @param definition what the element says about the parameter
 */
public record CircuitParameter(String name, String elementLabel, ElementParameter definition) implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * SI unit as text.
     *
     * @return the unit, empty for a pure number
     */
    public String unit() {
        return definition.unit();
    }

    @Override
    public String toString() {
        return unit().isEmpty() ? name : name + " (" + unit() + ")";
    }
}
