package io.github.spinodal.eis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Something about a fit that its numbers alone do not tell: a parameter that means nothing, or one that means less. */
public final class Finding implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What was found. */
    public enum Kind {
        /** The descent did not end at a minimum. */
        NOT_CONVERGED,
        /** A parameter rests on a bound: its element is superfluous, or the circuit is wrong. */
        AT_BOUND,
        /** The data do not determine a parameter: its standard error exceeds half its value. */
        UNDETERMINED,
        /** Two parameters can replace each other: correlation beyond 0.99. */
        ENTANGLED,
        /** The scaled Jacobian's condition number exceeds 1000; beyond a million intervals are refused. */
        ILL_CONDITIONED,
        /** Two arcs of the same shape whose time constants cannot be told apart. */
        ARCS_INDISTINGUISHABLE,
        /** Finite-length diffusion whose end the lowest frequency does not reach: only sigma is measured. */
        DIFFUSION_LENGTH_OUT_OF_REACH,
        /** Residuals drift with frequency: the circuit does not describe the data within their noise. */
        RESIDUALS_DRIFT
    }

    private final Kind kind;
    private final ArrayList<String> parameters;
    private final String message;

    Finding(Kind kind, List<String> parameters, String message) {
        this.kind = kind;
        this.parameters = new ArrayList<>(parameters);
        this.message = message;
    }

    /**
     * What was found.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The parameters concerned.
     *
     * @return their names, empty if all are
     */
    public List<String> parameters() {
        return List.copyOf(parameters);
    }

    /**
     * The finding in words, with its numbers.
     *
     * @return a sentence
     */
    public String message() {
        return message;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Finding that
                && kind == that.kind
                && parameters.equals(that.parameters)
                && message.equals(that.message);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + parameters.hashCode()) + message.hashCode();
    }

    @Override
    public String toString() {
        return kind + ": " + message;
    }
}
