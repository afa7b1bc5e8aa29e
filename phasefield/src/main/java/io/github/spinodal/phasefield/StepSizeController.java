package io.github.spinodal.phasefield;

import java.io.Serializable;

/** Proportional-integral control of the step size (Gustafsson, ACM Trans. Math. Softw. 17, 533, 1991). */
final class StepSizeController {
    private static final double SAFETY = 0.9;
    private static final double SMALLEST = 0.2;
    private static final double LARGEST = 5;
    private static final double INTEGRAL = 0.04;

    /** What the controller remembers from one step to the next. */
    static final class Memory implements Serializable {
        private static final long serialVersionUID = 1L;

        double step;
        double lastError = 1e-4;
        boolean rejected;

        Memory copy() {
            Memory copy = new Memory();
            copy.step = step;
            copy.lastError = lastError;
            copy.rejected = rejected;
            return copy;
        }
    }

    private StepSizeController() {}

    /** Size of the next step after an accepted one. */
    static double afterAcceptance(Memory memory, double step, double error, int order) {
        double e = Math.max(error, 1e-10);
        double factor = SAFETY
                * StrictMath.pow(e, -(1.0 / order - 0.75 * INTEGRAL))
                * StrictMath.pow(memory.lastError, INTEGRAL);
        factor = Math.min(memory.rejected ? 1 : LARGEST, Math.max(SMALLEST, factor));
        memory.lastError = Math.max(error, 1e-4);
        memory.rejected = false;
        return step * factor;
    }

    /** Size of the next try after a rejected step. */
    static double afterRejection(Memory memory, double step, double error, int order) {
        memory.rejected = true;
        if (!(error < Double.POSITIVE_INFINITY)) {
            return step * SMALLEST;
        }
        return step * Math.max(SMALLEST, SAFETY * StrictMath.pow(error, -1.0 / order));
    }
}
