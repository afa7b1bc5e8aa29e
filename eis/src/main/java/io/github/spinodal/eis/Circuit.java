package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.eis.element.Element;
import io.github.spinodal.eis.element.ElementLibrary;
import io.github.spinodal.eis.element.ElementParameter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An equivalent circuit: an immutable tree of elements in series and in parallel.
 *
 * <p>Each element keeps the parameters of the notation that it came from: W is Y0 in Boukamp's code and sigma in
 * impedance.py's strings, and the parameter's name and unit say which. {@link #withNotation} converts the circuit,
 * {@link #convert} its values; nothing is ever reinterpreted silently.
 */
public final class Circuit implements Serializable {
    private static final long serialVersionUID = 1L;

    private final CircuitNode root;
    private final Notation notation;
    private final ArrayList<CircuitParameter> parameters;

    Circuit(CircuitNode root, Notation notation) {
        this.root = root;
        this.notation = notation;
        this.parameters = new ArrayList<>();
        root.forEachLeaf(leaf -> {
            List<ElementParameter> own = leaf.element().parameters();
            for (ElementParameter p : own) {
                boolean bare = p.name().equals(leaf.element().symbol());
                parameters.add(
                        new CircuitParameter(bare ? leaf.label() : leaf.label() + "." + p.name(), leaf.label(), p));
            }
        });
    }

    /**
     * Reads a circuit, recognising the notation: a dash, a comma or {@code p(} belongs to impedance.py's strings,
     * everything else is Boukamp's code.
     *
     * @param text the circuit, such as {@code R(Q(RW))} or {@code R0-p(CPE1,R1-W1)}
     * @return the circuit
     * @throws CircuitSyntaxException if the string cannot be read; it names the position
     */
    public static Circuit parse(String text) {
        return parse(text, CircuitParser.guess(text));
    }

    /**
     * Reads a circuit in a given notation.
     *
     * @param text the circuit
     * @param notation how it is written
     * @return the circuit
     * @throws CircuitSyntaxException if the string cannot be read; it names the position
     */
    public static Circuit parse(String text, Notation notation) {
        return parse(text, notation, notation.library());
    }

    /**
     * Reads a circuit with elements of your own.
     *
     * @param text the circuit
     * @param notation how it is written
     * @param library the elements that it may contain
     * @return the circuit
     * @throws CircuitSyntaxException if the string cannot be read; it names the position
     */
    public static Circuit parse(String text, Notation notation, ElementLibrary library) {
        return new Circuit(CircuitParser.parse(text, notation, library), notation);
    }

    /**
     * A circuit of one element.
     *
     * @param label name of the element, its symbol followed by digits
     * @param element the element
     * @param notation the notation whose parameters the element has
     * @return the circuit
     * @throws InvalidValueException if the label is not the symbol followed by digits
     */
    public static Circuit of(String label, Element element, Notation notation) {
        if (!label.matches(element.symbol() + "[0-9_]*")) {
            throw new InvalidValueException("label", label, "the symbol " + element.symbol() + " followed by digits");
        }
        return new Circuit(new CircuitNode.Leaf(label, element), notation);
    }

    /**
     * Circuits one after another.
     *
     * @param parts at least one circuit, all in one notation, no element label twice
     * @return the series circuit
     * @throws InvalidValueException if the parts do not fit together
     */
    public static Circuit series(Circuit... parts) {
        return join(parts, CircuitNode.series(Stream.of(parts).map(p -> p.root).toList()));
    }

    /**
     * Circuits side by side.
     *
     * @param parts at least one circuit, all in one notation, no element label twice
     * @return the parallel circuit
     * @throws InvalidValueException if the parts do not fit together
     */
    public static Circuit parallel(Circuit... parts) {
        return join(
                parts, CircuitNode.parallel(Stream.of(parts).map(p -> p.root).toList()));
    }

    private static Circuit join(Circuit[] parts, CircuitNode root) {
        Require.atLeast("number of parts", parts.length, 1);
        Set<String> labels = new HashSet<>();
        root.forEachLeaf(leaf -> {
            if (!labels.add(leaf.label())) {
                throw new InvalidValueException("label " + leaf.label(), "used twice", "unique");
            }
        });
        for (Circuit part : parts) {
            if (part.notation != parts[0].notation) {
                throw new InvalidValueException(
                        "notation of " + part,
                        part.notation.toString(),
                        "that of the first part, " + parts[0].notation);
            }
        }
        return new Circuit(root, parts[0].notation);
    }

    CircuitNode root() {
        return root;
    }

    /**
     * The notation that says which parameters the elements have, and in which {@link #toString} prints.
     *
     * @return the notation
     */
    public Notation notation() {
        return notation;
    }

    /**
     * The parameters, element by element as written.
     *
     * @return an unmodifiable list
     */
    public List<CircuitParameter> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    /**
     * The names of the parameters.
     *
     * @return names in the order of values
     */
    public List<String> parameterNames() {
        return parameters.stream().map(CircuitParameter::name).toList();
    }

    /**
     * Number of parameters.
     *
     * @return number of values that the circuit needs, at least 1
     */
    public int parameterCount() {
        return parameters.size();
    }

    /**
     * Position of a parameter.
     *
     * @param name name as {@link #parameterNames} gives it
     * @return its index
     * @throws InvalidValueException if there is none of that name
     */
    public int indexOf(String name) {
        int index = parameterNames().indexOf(name);
        if (index < 0) {
            throw new InvalidValueException("parameter", name, "one of " + parameterNames());
        }
        return index;
    }

    /**
     * The impedance at one frequency.
     *
     * @param frequencyHz frequency f (Hz), positive
     * @param values parameters in the order of {@link #parameters}, in their units
     * @return the impedance
     * @throws InvalidValueException if the frequency is not positive, a value is outside its bounds, or their number is
     *     wrong
     */
    public Impedance impedance(double frequencyHz, double... values) {
        Require.positive("frequency (Hz)", frequencyHz);
        requireValid(values);
        CompiledCircuit compiled = new CompiledCircuit(this, new double[] {2 * Math.PI * frequencyHz});
        compiled.evaluate(values);
        return new Impedance(compiled.real()[0], compiled.imaginary()[0]);
    }

    /**
     * The impedance at many frequencies.
     *
     * @param frequencyHz frequencies f (Hz), as for {@link ImpedanceSpectrum#of}
     * @param values parameters in the order of {@link #parameters}, in their units
     * @return the spectrum
     * @throws InvalidValueException if a frequency or value is invalid
     */
    public ImpedanceSpectrum spectrum(double[] frequencyHz, double... values) {
        requireValid(values);
        double[] omega = new double[frequencyHz.length];
        for (int i = 0; i < omega.length; i++) {
            omega[i] = 2 * Math.PI * Require.positive("frequency (Hz)[" + i + "]", frequencyHz[i]);
        }
        CompiledCircuit compiled = new CompiledCircuit(this, omega);
        compiled.evaluate(values);
        return ImpedanceSpectrum.of(frequencyHz, compiled.real(), compiled.imaginary());
    }

    /**
     * Checks values against the number and bounds of the parameters.
     *
     * @param values parameters in their units
     * @throws InvalidValueException if one is outside its bounds or their number is wrong
     */
    void requireValid(double[] values) {
        Require.sameLength("parameters " + parameterNames(), parameterCount(), "values", values.length);
        for (int k = 0; k < values.length; k++) {
            ElementParameter p = parameters.get(k).definition();
            Require.finite(parameters.get(k).toString(), values[k]);
            Require.within(parameters.get(k).toString(), values[k], p.lowerBound(), p.upperBound());
        }
    }

    /**
     * The same circuit with the elements and parameters of another notation.
     *
     * @param target the notation wanted
     * @return the circuit; labels keep their numbers
     * @throws InvalidValueException if an element has no counterpart there
     */
    public Circuit withNotation(Notation target) {
        return target == notation ? this : new Circuit(NotationConversion.convert(root, target), target);
    }

    /**
     * Converts values to the parameters that the circuit has in another notation, such as Y0 to sigma = 1/(sqrt(2) Y0).
     *
     * @param values parameters of this circuit, in their units
     * @param target the notation wanted
     * @return parameters of {@code withNotation(target)}, in their units
     * @throws InvalidValueException if an element has no counterpart there or a value is invalid
     */
    public double[] convert(double[] values, Notation target) {
        requireValid(values);
        return target == notation ? values.clone() : NotationConversion.convertValues(root, values, target);
    }

    /**
     * Writes the circuit in a notation.
     *
     * @param target the notation wanted
     * @return text that {@link #parse(String, Notation)} reads back
     * @throws InvalidValueException if an element has no counterpart there
     */
    public String print(Notation target) {
        return CircuitPrinter.print(withNotation(target).root, target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Circuit that && notation == that.notation && root.equals(that.root);
    }

    @Override
    public int hashCode() {
        return 31 * root.hashCode() + notation.hashCode();
    }

    @Override
    public String toString() {
        return CircuitPrinter.print(root, notation);
    }
}
