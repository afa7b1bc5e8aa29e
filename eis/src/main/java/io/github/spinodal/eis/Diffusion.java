package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Area;
import io.github.spinodal.core.quantity.Concentration;
import io.github.spinodal.core.quantity.DiffusionCoefficient;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.quantity.Temperature;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;

/**
 * Diffusion coefficients from impedances, with an uncertainty budget, and the inverse: which value of any input a published
 * D would imply. The convention is part of every calculation; nothing has a default.
 *
 * <pre>{@code
 * DiffusionEstimate d = Diffusion.by(DiffusionConvention.ONE_SPECIES)
 *         .withSigma(fit.warburgSigma())
 *         .withArea(Area.ofSquareCentimetres(1.885))
 *         .withConcentration(Concentration.ofMolesPerCubicCentimetre(7.58e-3))
 *         .withTemperature(Temperature.ofKelvins(298.15))
 *         .withElectrons(1)
 *         .estimate();
 * }</pre>
 */
public final class Diffusion implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DiffusionConvention convention;
    private final EnumMap<DiffusionQuantity, Measured> inputs;

    private Diffusion(DiffusionConvention convention, Map<DiffusionQuantity, Measured> inputs) {
        this.convention = convention;
        this.inputs = new EnumMap<>(DiffusionQuantity.class);
        this.inputs.putAll(inputs);
    }

    /**
     * Begins a calculation.
     *
     * @param convention the formula
     * @return a calculation without inputs
     */
    public static Diffusion by(DiffusionConvention convention) {
        return new Diffusion(convention, Map.of());
    }

    /**
     * Sets an input.
     *
     * @param quantity which
     * @param value its value in the SI unit of the quantity, positive, with its standard uncertainty
     * @return a changed copy
     * @throws InvalidValueException if the value is not positive or the convention does not use the quantity
     */
    public Diffusion with(DiffusionQuantity quantity, Measured value) {
        if (!convention.exponents().containsKey(quantity)) {
            throw new InvalidValueException(
                    "input",
                    quantity.toString(),
                    "one that " + convention + " uses: "
                            + convention.exponents().keySet());
        }
        if (!(value.value() > 0)) {
            throw new InvalidValueException(
                    quantity.symbol() + " (" + quantity.unit() + ")", value.value(), "positive and finite");
        }
        Diffusion copy = new Diffusion(convention, inputs);
        copy.inputs.put(quantity, value);
        return copy;
    }

    /**
     * Sets the Warburg coefficient.
     *
     * @param sigma sigma (ohm s^-1/2), as {@link CircuitFit#warburgSigma()} gives it
     * @return a changed copy
     * @throws InvalidValueException if it is not positive
     */
    public Diffusion withSigma(Measured sigma) {
        return with(DiffusionQuantity.WARBURG_COEFFICIENT, sigma);
    }

    /**
     * Sets the area, taken as exact.
     *
     * @param area the area
     * @return a changed copy
     */
    public Diffusion withArea(Area area) {
        return with(DiffusionQuantity.AREA, Measured.exact(area.inSquareMetres()));
    }

    /**
     * Sets the concentration, taken as exact.
     *
     * @param concentration the concentration of what the convention says
     * @return a changed copy
     */
    public Diffusion withConcentration(Concentration concentration) {
        return with(DiffusionQuantity.CONCENTRATION, Measured.exact(concentration.inMolesPerCubicMetre()));
    }

    /**
     * Sets the temperature, taken as exact.
     *
     * @param temperature the temperature
     * @return a changed copy
     */
    public Diffusion withTemperature(Temperature temperature) {
        return with(DiffusionQuantity.TEMPERATURE, Measured.exact(temperature.inKelvins()));
    }

    /**
     * Sets the number of electrons per ion.
     *
     * @param electrons n, at least 1
     * @return a changed copy
     * @throws InvalidValueException if it is below 1
     */
    public Diffusion withElectrons(int electrons) {
        return with(DiffusionQuantity.ELECTRONS, Measured.exact(electrons));
    }

    /**
     * The formula.
     *
     * @return the convention
     */
    public DiffusionConvention convention() {
        return convention;
    }

    /**
     * Computes D.
     *
     * @return D with its uncertainty budget
     * @throws InvalidValueException if an input that the convention needs is missing; the message names it
     */
    public DiffusionEstimate estimate() {
        double value = convention.factor();
        double square = 0;
        EnumMap<DiffusionQuantity, Double> shares = new EnumMap<>(DiffusionQuantity.class);
        for (Map.Entry<DiffusionQuantity, Integer> entry :
                convention.exponents().entrySet()) {
            Measured input = require(entry.getKey());
            int exponent = entry.getValue();
            value *= Math.pow(input.value(), exponent);
            double share = Math.abs(exponent) * input.relativeUncertainty();
            shares.put(entry.getKey(), share);
            square += share * share;
        }
        return new DiffusionEstimate(convention, Measured.of(value, value * Math.sqrt(square)), inputs, shares);
    }

    /**
     * The value of one input that a published D would imply, all others as given.
     *
     * @param quantity the input solved for; a value set for it is ignored
     * @param published the published D
     * @return the implied value in the quantity's SI unit; its uncertainty is that of the other inputs
     * @throws InvalidValueException if the convention does not use the quantity or another input is missing
     */
    public Measured impliedBy(DiffusionCoefficient published, DiffusionQuantity quantity) {
        Integer own = convention.exponents().get(quantity);
        if (own == null) {
            throw new InvalidValueException(
                    "input",
                    quantity.toString(),
                    "one that " + convention + " uses: "
                            + convention.exponents().keySet());
        }
        DiffusionEstimate others = with(quantity, Measured.exact(1)).estimate();
        double ratio = published.inSquareMetresPerSecond()
                / others.squareMetresPerSecond().value();
        double value = Math.pow(ratio, 1.0 / own);
        double relative = others.squareMetresPerSecond().relativeUncertainty() / Math.abs(own);
        return Measured.of(value, value * relative);
    }

    private Measured require(DiffusionQuantity quantity) {
        Measured input = inputs.get(quantity);
        if (input == null) {
            throw new InvalidValueException(
                    quantity.symbol() + " (" + quantity + ")", "absent", "given for the convention " + convention);
        }
        return input;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Diffusion that && convention == that.convention && inputs.equals(that.inputs);
    }

    @Override
    public int hashCode() {
        return 31 * convention.hashCode() + inputs.hashCode();
    }

    @Override
    public String toString() {
        return "Diffusion by " + convention + inputs;
    }
}
