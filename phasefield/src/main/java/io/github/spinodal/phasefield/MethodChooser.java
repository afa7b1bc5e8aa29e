package io.github.spinodal.phasefield;

import java.io.Serializable;

/**
 * Chooses between explicit and implicit steps by trying: whichever of the two gets farther for its cost goes on, and the
 * other is given a short trial now and then, unless the stability limit of explicit steps already settles the matter.
 * Counts work, not seconds, so that the choice is the same in every run.
 *
 * <p>While a group of grains switches, accuracy limits the step and explicit ones are cheaper; between two groups stability
 * does and implicit ones are. Trials are therefore short and come back soon once one of them has paid, so that the choice
 * follows the groups; each that fails doubles the pause before the next.
 */
final class MethodChooser implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Cost of an implicit step in explicit ones: 7 evaluations and as many passes again, measured at 1e3 to 1e5 grains. */
    static final double IMPLICIT_COST = 2.2;
    /** Explicit steps are held to h times the largest slope below 3.3; beyond this share of it a trial can pay. */
    private static final double STIFF = 2;

    private static final double STABILITY_LIMIT = 3.3;
    private static final int TRIAL = 6;
    /** Steps after which a trial far behind is broken off: the new method's step has grown to what it can be. */
    private static final int HOPELESS_AFTER = 3;

    private static final double HOPELESS = 0.5;
    private static final int FIRST_PAUSE = 60;
    private static final int SHORTEST_PAUSE = 8;
    /** Pause after explicit steps far from the limit of stability, since the slope costs a pass to know. */
    private static final int EASY_PAUSE = 24;

    private static final double EASY = 1;

    private static final int LONGEST_PAUSE = 3840;

    private boolean implicit;
    private boolean trial;
    private int steps;
    private int pause = FIRST_PAUSE;
    private double advanced;
    private double cost;
    /** Time per cost of the method that a trial is measured against. */
    private double champion;

    MethodChooser copy() {
        MethodChooser copy = new MethodChooser();
        copy.implicit = implicit;
        copy.trial = trial;
        copy.steps = steps;
        copy.pause = pause;
        copy.advanced = advanced;
        copy.cost = cost;
        copy.champion = champion;
        return copy;
    }

    boolean isImplicit() {
        return implicit;
    }

    /** Whether the largest slope is of use for the next decision, and so worth computing. */
    boolean wantsSlope() {
        return !trial && steps + 1 >= pause;
    }

    /** Takes note of a rejected step; the cost of an implicit one is given in explicit ones. */
    void rejected(double implicitCost) {
        cost += implicit ? implicitCost : 1;
    }

    /**
     * Takes note of an accepted step.
     *
     * @return whether the method changes now
     */
    boolean accepted(double h, double largestSlope, double implicitCost) {
        rejected(implicitCost);
        advanced += h;
        steps++;
        if (trial) {
            boolean hopeless = steps >= HOPELESS_AFTER && advanced < HOPELESS * champion * cost;
            return (steps >= TRIAL || hopeless) && endTrial();
        }
        if (steps < pause) {
            return false;
        }
        champion = advanced / cost;
        double stiffness = h * largestSlope;
        boolean worthwhile = implicit ? STABILITY_LIMIT / largestSlope > champion : stiffness > STIFF;
        clear();
        if (!worthwhile) {
            if (!implicit && stiffness < EASY) {
                pause = Math.max(pause, EASY_PAUSE);
            }
            return false;
        }
        trial = true;
        implicit = !implicit;
        return true;
    }

    private boolean endTrial() {
        boolean better = advanced / cost > champion;
        trial = false;
        clear();
        if (better) {
            pause = SHORTEST_PAUSE;
            return false;
        }
        pause = Math.min(LONGEST_PAUSE, 2 * pause);
        implicit = !implicit;
        return true;
    }

    private void clear() {
        steps = 0;
        advanced = 0;
        cost = 0;
    }
}
