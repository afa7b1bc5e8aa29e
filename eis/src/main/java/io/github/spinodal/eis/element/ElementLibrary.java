package io.github.spinodal.eis.element;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.eis.element.DiffusionElements.Shape;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The elements that one notation knows, by symbol.
 *
 * <p>The same letter can mean different parameters in different notations: W is Y0 (S s^1/2) in Boukamp's code and sigma
 * (ohm s^-1/2) in impedance.py's strings. Immutable; {@link #with} adds elements of your own.
 */
public final class ElementLibrary implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final ElementLibrary BOUKAMP = new ElementLibrary(List.of(
            new LumpedElements.Resistor(),
            new LumpedElements.Capacitor(),
            new LumpedElements.Inductor(),
            new DispersiveElements.ConstantPhase("Q", "Y0", "n"),
            new DiffusionElements.WarburgAdmittance(),
            new DiffusionElements.FiniteAdmittance("O", Shape.TRANSMITTING),
            new DiffusionElements.FiniteAdmittance("T", Shape.BLOCKING),
            new DispersiveElements.GerischerAdmittance()));

    private static final ElementLibrary IMPEDANCE_PY = new ElementLibrary(List.of(
            new LumpedElements.Resistor(),
            new LumpedElements.Capacitor(),
            new LumpedElements.Inductor(),
            new LumpedElements.LossyInductor(),
            new LumpedElements.Voigt(),
            new DispersiveElements.ConstantPhase("CPE", "Q", "alpha"),
            new DispersiveElements.Zarc(),
            new DispersiveElements.HavriliakNegami(),
            new DispersiveElements.Gerischer(),
            new DispersiveElements.FiniteGerischer(),
            new DiffusionElements.WarburgSigma(),
            new DiffusionElements.Finite("Wo", Shape.BLOCKING),
            new DiffusionElements.Finite("Ws", Shape.TRANSMITTING),
            new DiffusionElements.Finite("Wsph", Shape.SPHERE),
            new DiffusionElements.Finite("Wcyl", Shape.CYLINDER),
            new DiffusionElements.ModifiedRestricted(),
            new PorousElements.BlockingPore(),
            new PorousElements.DeLevie(),
            new PorousElements.Bisquert("BTO", Shape.BLOCKING),
            new PorousElements.Bisquert("BTS", Shape.TRANSMITTING),
            new PorousElements.TwoRails(),
            new PorousElements.Paasch()));

    private final ArrayList<Element> elements;

    private ElementLibrary(List<Element> elements) {
        this.elements = new ArrayList<>(elements);
    }

    /**
     * Boukamp's letters (Solid State Ionics 20, 31, 1986): R, C, L, Q (Y0, n), W (Y0), O (Y0, B; tanh), T (Y0, B; coth),
     * G (Y0, k). All are given by admittance coefficients.
     *
     * @return the library
     */
    public static ElementLibrary boukamp() {
        return BOUKAMP;
    }

    /**
     * The elements of impedance.py (R, C, L, La, K, CPE, Zarc, G, Gs, W, Wo, Ws, TLMQ, T) and, in the same style: HN
     * (Havriliak-Negami), Wsph and Wcyl (sphere, cylinder), Ma (modified restricted diffusion), TLMC (de Levie's pore),
     * BTO, BTS (Bisquert's line, open or short-circuited) and BTM (two resistive rails).
     *
     * @return the library
     */
    public static ElementLibrary impedancePy() {
        return IMPEDANCE_PY;
    }

    /**
     * The library with one more element, which hides an older one of the same symbol.
     *
     * @param element the element; its symbol must consist of letters, the first a capital
     * @return the larger library
     * @throws InvalidValueException if the symbol or the parameters cannot be used
     */
    public ElementLibrary with(Element element) {
        if (!element.symbol().matches("[A-Z][A-Za-z]*")) {
            throw new InvalidValueException("symbol", element.symbol(), "letters only, beginning with a capital");
        }
        if (element.parameters().isEmpty()) {
            throw new InvalidValueException("parameters of " + element.symbol(), "none", "at least one");
        }
        List<Element> more = new ArrayList<>();
        more.add(element);
        elements.stream().filter(e -> !e.symbol().equals(element.symbol())).forEach(more::add);
        return new ElementLibrary(more);
    }

    /**
     * Looks an element up.
     *
     * @param symbol its letters
     * @return the element, or nothing if the notation has none of that name
     */
    public Optional<Element> find(String symbol) {
        return elements.stream().filter(e -> e.symbol().equals(symbol)).findFirst();
    }

    /**
     * All symbols.
     *
     * @return symbols in the order of the library
     */
    public List<String> symbols() {
        return elements.stream().map(Element::symbol).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ElementLibrary that && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }

    @Override
    public String toString() {
        return "ElementLibrary" + symbols();
    }
}
