package io.github.spinodal.eis;

import java.io.Serializable;

/**
 * How the starts of a fit fared, so that "the optimum" can be judged.
 *
 * @param starts number of starts from which a descent was made
 * @param agreeing number of descents that ended within 0.01 % of the smallest sum of squares
 * @param bestSumOfSquares the smallest sum of squares, in the weights' unit
 * @param secondBestSumOfSquares the smallest sum of squares of another minimum; infinite if none was met
 * @param givenStart what became of the user's own start
 */
public record StartAudit(
        int starts, int agreeing, double bestSumOfSquares, double secondBestSumOfSquares, GivenStart givenStart)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The fate of the user's start. */
    public enum GivenStart {
        /** None was given. */
        ABSENT,
        /** It led to the best minimum. */
        REACHED_OPTIMUM,
        /** It led to a worse minimum than other starts did. */
        MISSED_OPTIMUM
    }

    @Override
    public String toString() {
        return agreeing + " of " + starts + " starts agree"
                + (givenStart == GivenStart.MISSED_OPTIMUM ? "; the given start ended in a worse minimum" : "");
    }
}
