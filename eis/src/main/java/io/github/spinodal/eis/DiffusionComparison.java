package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.eis.CircuitNode.Leaf;
import io.github.spinodal.eis.CircuitNode.Parallel;
import io.github.spinodal.eis.CircuitNode.Series;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The same circuit with infinite, blocking and transmitting diffusion, fitted to the same data: which of them the data can
 * tell apart, and what may be reported.
 *
 * <p>AICc takes residuals for independent. Where the circuit as a whole does not describe the data, they drift, and a spurious
 * element can win by fitting the drift; so the likelihood part of each difference is multiplied by the effective share of
 * independent residuals, (1 - r)/(1 + r) with the lag-one autocorrelation r of the best fit's (Bartlett, J. R. Stat. Soc. 98, 536, 1935).
 */
public final class DiffusionComparison implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Differences of AICc below this mean nothing (Burnham and Anderson, Model Selection, 2002, section 2.6). */
    private static final double INDISTINGUISHABLE = 4;

    /** What the data support. */
    public enum Verdict {
        /** The infinite element does as well as the best finite one: report sigma, not a diffusion time. */
        INFINITE,
        /** A blocking end is seen: sigma and the diffusion time are measured. */
        BLOCKING,
        /** A transmitting end is seen: sigma and the diffusion time are measured. */
        TRANSMITTING,
        /** An end is seen, but not of which kind. */
        UNDECIDED_END
    }

    private final CircuitFit infinite;
    private final CircuitFit blocking;
    private final CircuitFit transmitting;

    private DiffusionComparison(CircuitFit infinite, CircuitFit blocking, CircuitFit transmitting) {
        this.infinite = infinite;
        this.blocking = blocking;
        this.transmitting = transmitting;
    }

    /**
     * Refits with each kind of diffusion, under the weights of a fit.
     *
     * @param fit a fit, without constraints, of a circuit with one Warburg element of any kind
     * @return the comparison
     * @throws InvalidValueException if the circuit has no Warburg element or several, or the fit was constrained
     */
    public static DiffusionComparison of(CircuitFit fit) {
        DiffusionElement element = DiffusionElement.only(fit.circuit());
        if (!fit.fitter().constraints().names().isEmpty()) {
            throw new InvalidValueException("constraints", "present", "absent where circuits are exchanged");
        }
        CircuitFitter fitter =
                CircuitFitter.withDefaults().withWeighting(fit.fitter().weighting());
        boolean boukamp = fit.circuit().notation() == Notation.BOUKAMP;
        CircuitFit[] fits = new CircuitFit[3];
        String[] symbols = boukamp ? new String[] {"W", "T", "O"} : new String[] {"W", "Wo", "Ws"};
        for (int k = 0; k < 3; k++) {
            Circuit circuit = exchange(fit.circuit(), element.label(), symbols[k]);
            fits[k] = circuit.equals(fit.circuit()) ? fit : fitter.solve(circuit, fit.spectrum());
        }
        return new DiffusionComparison(fits[0], fits[1], fits[2]);
    }

    private static Circuit exchange(Circuit circuit, String label, String symbol) {
        return new Circuit(exchange(circuit.root(), label, symbol, circuit.notation()), circuit.notation());
    }

    private static CircuitNode exchange(CircuitNode node, String label, String symbol, Notation notation) {
        if (node instanceof Leaf leaf) {
            String number = leaf.label().substring(leaf.element().symbol().length());
            return leaf.label().equals(label)
                    ? new Leaf(symbol + number, notation.library().find(symbol).orElseThrow())
                    : leaf;
        }
        List<CircuitNode> children =
                node instanceof Parallel parallel ? parallel.children() : ((Series) node).children();
        List<CircuitNode> exchanged = new ArrayList<>();
        children.forEach(c -> exchanged.add(exchange(c, label, symbol, notation)));
        return node instanceof Parallel ? CircuitNode.parallel(exchanged) : CircuitNode.series(exchanged);
    }

    /**
     * The fit with infinite diffusion.
     *
     * @return the fit
     */
    public CircuitFit infinite() {
        return infinite;
    }

    /**
     * The fit with a blocking end.
     *
     * @return the fit
     */
    public CircuitFit blocking() {
        return blocking;
    }

    /**
     * The fit with a transmitting end.
     *
     * @return the fit
     */
    public CircuitFit transmitting() {
        return transmitting;
    }

    /**
     * The evidence for a blocking end: difference of AICc against infinite diffusion, corrected for drifting residuals.
     *
     * @return negative where the blocking element is better; between -4 and 4 nothing can be told
     */
    public double blockingAgainstInfinite() {
        return correctedDifference(blocking);
    }

    /**
     * The evidence for a transmitting end: difference of AICc against infinite diffusion, corrected for drifting residuals.
     *
     * @return negative where the transmitting element is better; between -4 and 4 nothing can be told
     */
    public double transmittingAgainstInfinite() {
        return correctedDifference(transmitting);
    }

    private double correctedDifference(CircuitFit finite) {
        double penalty = penalty(finite) - penalty(infinite);
        return independentShare() * (finite.aicc() - infinite.aicc() - penalty) + penalty;
    }

    private static double penalty(CircuitFit fit) {
        int m = 2 * fit.spectrum().size();
        int k = m - fit.degreesOfFreedom() + 1;
        return 2.0 * k + 2.0 * k * (k + 1) / (m - k - 1);
    }

    private double independentShare() {
        CircuitFit end = blocking.aicc() < transmitting.aicc() ? blocking : transmitting;
        double[] residuals = (end.aicc() < infinite.aicc() ? end : infinite).weightedResiduals();
        int m = residuals.length / 2;
        if (m < 4) {
            return 1;
        }
        double r = (ResidualTest.of(Arrays.copyOfRange(residuals, 0, m)).lagOneAutocorrelation()
                        + ResidualTest.of(Arrays.copyOfRange(residuals, m, 2 * m))
                                .lagOneAutocorrelation())
                / 2;
        double drift = Math.max(0, r);
        return (1 - drift) / (1 + drift);
    }

    /**
     * What the data support; the infinite element wins unless a finite one is better by more than 4.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        double block = blockingAgainstInfinite();
        double transmit = transmittingAgainstInfinite();
        if (!(Math.min(block, transmit) < -INDISTINGUISHABLE)) {
            return Verdict.INFINITE;
        }
        if (Math.abs(block - transmit) < INDISTINGUISHABLE) {
            return Verdict.UNDECIDED_END;
        }
        return block < transmit ? Verdict.BLOCKING : Verdict.TRANSMITTING;
    }

    /**
     * The Warburg coefficient of the circuit that the verdict names.
     *
     * @return sigma (ohm s^-1/2) with its standard error
     */
    public Measured sigma() {
        return switch (verdict()) {
            case INFINITE -> infinite.warburgSigma();
            case BLOCKING -> blocking.warburgSigma();
            case TRANSMITTING -> transmitting.warburgSigma();
            case UNDECIDED_END -> (blocking.aicc() < transmitting.aicc() ? blocking : transmitting).warburgSigma();
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiffusionComparison that
                && infinite.equals(that.infinite)
                && blocking.equals(that.blocking)
                && transmitting.equals(that.transmitting);
    }

    @Override
    public int hashCode() {
        return 31 * infinite.hashCode() + blocking.hashCode();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: evidence against infinite diffusion: blocking %+.1f, transmitting %+.1f; sigma = %.5g +- %.2g ohm s^-1/2",
                verdict(),
                blockingAgainstInfinite(),
                transmittingAgainstInfinite(),
                sigma().value(),
                sigma().standardUncertainty());
    }
}
