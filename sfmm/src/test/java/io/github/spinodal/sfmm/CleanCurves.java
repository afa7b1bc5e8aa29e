package io.github.spinodal.sfmm;

import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.sfmm.simulation.CurveNoise;
import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import java.util.Random;

/** Bare surfaces as bad instruments see them: every defect that has passed for a layer. */
final class CleanCurves {
    private static final double[] NOISE = {0.2, 1, 2};

    private CleanCurves() {}

    static ForceCurve draw(int index) {
        Random random = new Random((index + 5) * 0x9E3779B97F4A7C15L);
        double sigma = NOISE[index % 3];
        CurveSimulator curve = CurveSimulator.of(LayerLaws.none())
                .withRamp(1024, 500, 200 + 120 * random.nextDouble())
                .withBaseline(0.9 + 0.25 * random.nextDouble(), 3, 0.03 * random.nextGaussian())
                .withNoise(index % 5 == 4 ? CurveNoise.coloured(sigma, 60) : CurveNoise.white(sigma));
        boolean fringed = random.nextBoolean();
        boolean snapping = random.nextBoolean();
        boolean stepped = random.nextInt(3) == 0;
        if (fringed) {
            curve = curve.withFringe(
                    2 * random.nextDouble(), 220 + 230 * random.nextDouble(), 2 * Math.PI * random.nextDouble());
        }
        if (snapping) {
            curve = curve.withJumps(10 * random.nextDouble(), 1);
        }
        if (stepped) {
            curve = curve.withZQuantum(9 * random.nextDouble());
        }
        return curve.simulate(index);
    }
}
