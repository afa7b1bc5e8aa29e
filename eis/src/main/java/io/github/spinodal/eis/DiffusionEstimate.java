package io.github.spinodal.eis;

import io.github.spinodal.core.quantity.DiffusionCoefficient;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A diffusion coefficient with its convention, inputs and uncertainty budget. */
public final class DiffusionEstimate implements Serializable {
    private static final long serialVersionUID = 1L;

    private final DiffusionConvention convention;
    private final Measured value;
    private final EnumMap<DiffusionQuantity, Measured> inputs;
    private final EnumMap<DiffusionQuantity, Double> shares;

    DiffusionEstimate(
            DiffusionConvention convention,
            Measured value,
            Map<DiffusionQuantity, Measured> inputs,
            Map<DiffusionQuantity, Double> shares) {
        this.convention = convention;
        this.value = value;
        this.inputs = new EnumMap<>(inputs);
        this.shares = new EnumMap<>(shares);
    }

    /**
     * The formula used.
     *
     * @return the convention
     */
    public DiffusionConvention convention() {
        return convention;
    }

    /**
     * The diffusion coefficient with its combined standard uncertainty.
     *
     * @return D (m^2/s)
     */
    public Measured squareMetresPerSecond() {
        return value;
    }

    /**
     * The diffusion coefficient.
     *
     * @return D
     */
    public DiffusionCoefficient coefficient() {
        return DiffusionCoefficient.ofSquareMetresPerSecond(value.value());
    }

    /**
     * The inputs.
     *
     * @return an unmodifiable view, values in the quantities' SI units
     */
    public Map<DiffusionQuantity, Measured> inputs() {
        return Collections.unmodifiableMap(inputs);
    }

    /**
     * The uncertainty budget: what each input alone contributes, |exponent| u(x)/x.
     *
     * @return an unmodifiable view, relative standard uncertainties of D (0.01 for one per cent); they add in squares
     */
    public Map<DiffusionQuantity, Double> budget() {
        return Collections.unmodifiableMap(shares);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiffusionEstimate that
                && convention == that.convention
                && value.equals(that.value)
                && inputs.equals(that.inputs);
    }

    @Override
    public int hashCode() {
        return 31 * convention.hashCode() + value.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "D = %.4g +- %.2g cm2/s (%s)",
                1e4 * value.value(),
                1e4 * value.standardUncertainty(),
                convention));
        shares.forEach((q, share) -> text.append(String.format(
                Locale.ROOT,
                "%n  %-6s = %.5g %s contributes %.2g %%",
                q.symbol(),
                inputs.getOrDefault(q, Measured.exact(0)).value(),
                q.unit(),
                100 * share)));
        return text.toString();
    }
}
