package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.eis.CircuitNode.Leaf;
import io.github.spinodal.eis.CircuitNode.Parallel;
import io.github.spinodal.eis.CircuitNode.Series;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The same circuit with infinite, blocking and transmitting diffusion, fitted to the same data: which of them the data can
 * tell apart, and what may be reported.
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
     * What the data support; the infinite element wins unless a finite one is better by more than 4 in AICc.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        double best = Math.min(blocking.aicc(), transmitting.aicc());
        if (!(best < infinite.aicc() - INDISTINGUISHABLE)) {
            return Verdict.INFINITE;
        }
        if (Math.abs(blocking.aicc() - transmitting.aicc()) < INDISTINGUISHABLE) {
            return Verdict.UNDECIDED_END;
        }
        return blocking.aicc() < transmitting.aicc() ? Verdict.BLOCKING : Verdict.TRANSMITTING;
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
                "%s: AICc relative to infinite diffusion: blocking %+.1f, transmitting %+.1f; sigma = %.5g +- %.2g ohm s^-1/2",
                verdict(),
                blocking.aicc() - infinite.aicc(),
                transmitting.aicc() - infinite.aicc(),
                sigma().value(),
                sigma().standardUncertainty());
    }
}
