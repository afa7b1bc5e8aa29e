package io.github.spinodal.sfmm;

import io.github.spinodal.core.data.PhaseCurve;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Phase curves over the study's ramp, as a lock-in of any offset, branch and sense would report them. */
final class PhaseCurves {
    static final int POINTS = 1024;
    static final double RAMP = 500;

    private PhaseCurves() {}

    static DoubleUnaryOperator jump(double at) {
        return z -> z < at ? 90 : 0;
    }

    static DoubleUnaryOperator layer(double from, double to, double level) {
        return z -> z < from ? 90 : z < to ? level : 0;
    }

    static DoubleUnaryOperator ramp(double from, double to) {
        return z -> 90 * (1 - Math.max(0, Math.min(1, (z - from) / (to - from))));
    }

    static PhaseCurve draw(DoubleUnaryOperator phaseDegrees, double noiseDegrees, Random random) {
        double offset = 360 * random.nextDouble();
        double sense = random.nextBoolean() ? 1 : -1;
        double[] z = new double[POINTS];
        double[] phase = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double position = RAMP * i / (POINTS - 1);
            z[i] = 1e-9 * position;
            double reading =
                    sense * (phaseDegrees.applyAsDouble(position) + noiseDegrees * random.nextGaussian()) + offset;
            phase[i] = Math.IEEEremainder(reading, 360);
        }
        return PhaseCurve.ofDegrees(z, phase);
    }
}
