package io.github.spinodal.phasefield;

import java.io.Serializable;

/** Where a run stands, apart from the fillings. Mutable; checkpoints hold copies. */
final class RunPosition implements Serializable {
    private static final long serialVersionUID = 1L;

    int cycle;
    int step;
    /** Time since the start of the protocol step (s), and when that was. */
    double time;

    double startTime;
    /** Mean filling by the charge passed, now and at the start of the protocol step. */
    double filling;

    double startFilling;
    boolean atStepStart = true;
    /** The operating point, so that a resumed run need not solve for it again. */
    double u;

    double correction;
    double x;
    double inverse;
    double rate;
    long accepted;
    long rejected;
    long evaluations;
    StepSizeController.Memory controller = new StepSizeController.Memory();
    MethodChooser chooser = new MethodChooser();

    RunPosition copy() {
        RunPosition copy = new RunPosition();
        copy.cycle = cycle;
        copy.step = step;
        copy.time = time;
        copy.startTime = startTime;
        copy.filling = filling;
        copy.startFilling = startFilling;
        copy.atStepStart = atStepStart;
        copy.u = u;
        copy.correction = correction;
        copy.x = x;
        copy.inverse = inverse;
        copy.rate = rate;
        copy.accepted = accepted;
        copy.rejected = rejected;
        copy.evaluations = evaluations;
        copy.controller = controller.copy();
        copy.chooser = chooser.copy();
        return copy;
    }

    void savePoint(OperatingPoint point) {
        u = point.u;
        correction = point.correction;
        x = point.x;
        inverse = point.inverse;
        rate = point.rate;
    }

    void restorePoint(OperatingPoint point) {
        point.u = u;
        point.correction = correction;
        point.x = x;
        point.inverse = inverse;
        point.rate = rate;
    }
}
