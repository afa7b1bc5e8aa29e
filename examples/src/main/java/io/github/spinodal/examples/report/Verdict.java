package io.github.spinodal.examples.report;

/**
 * What a computed value says about a published one.
 *
 * @param kind the verdict in a word
 * @param reason why, where a word is not enough; possibly empty
 */
public record Verdict(Kind kind, String reason) {
    /** The verdict in a word. */
    public enum Kind {
        /** Computed and published value agree within their uncertainty or rounding. */
        AGREES("agrees"),
        /** They do not. */
        DISAGREES("disagrees"),
        /** What is printed does not determine the value. */
        NOT_DERIVABLE("cannot be derived from what is printed"),
        /** A prediction that the study has no number for. */
        PREDICTION("prediction"),
        /** A result of the reader's own data. */
        MEASURED("measured");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** The values agree. */
    public static final Verdict AGREES = new Verdict(Kind.AGREES, "");

    /** A value that the study does not print. */
    public static final Verdict PREDICTION = new Verdict(Kind.PREDICTION, "");

    /** A result of the reader's own data. */
    public static final Verdict MEASURED = new Verdict(Kind.MEASURED, "");

    /**
     * The values agree, with a remark.
     *
     * @param remark what to note all the same
     * @return the verdict
     */
    public static Verdict agrees(String remark) {
        return new Verdict(Kind.AGREES, remark);
    }

    /**
     * The values disagree.
     *
     * @param reason why
     * @return the verdict
     */
    public static Verdict disagrees(String reason) {
        return new Verdict(Kind.DISAGREES, reason);
    }

    /**
     * The published value cannot be derived.
     *
     * @param reason what is missing
     * @return the verdict
     */
    public static Verdict notDerivable(String reason) {
        return new Verdict(Kind.NOT_DERIVABLE, reason);
    }

    /**
     * A prediction with a remark.
     *
     * @param remark what it means
     * @return the verdict
     */
    public static Verdict prediction(String remark) {
        return new Verdict(Kind.PREDICTION, remark);
    }

    /**
     * A result of the reader's own data with a remark.
     *
     * @param remark what to note
     * @return the verdict
     */
    public static Verdict measured(String remark) {
        return new Verdict(Kind.MEASURED, remark);
    }

    /**
     * Compares a computed with a published value.
     *
     * @param computed computed value
     * @param published published value
     * @param tolerance largest difference that rounding or the stated uncertainty allows
     * @param reasonIfNot why they differ, should they
     * @return agreement or disagreement
     */
    public static Verdict compare(double computed, double published, double tolerance, String reasonIfNot) {
        // A published 0.484 may stand for anything that rounds to it, so the edge itself still agrees.
        return Math.abs(computed - published) <= tolerance * (1 + 1e-9) ? AGREES : disagrees(reasonIfNot);
    }

    @Override
    public String toString() {
        return reason.isEmpty() ? kind.words : kind.words + ": " + reason;
    }
}
