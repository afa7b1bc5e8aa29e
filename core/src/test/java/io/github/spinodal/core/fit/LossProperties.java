package io.github.spinodal.core.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LossProperties {
    @Provide
    Arbitrary<Double> logUniform() {
        return Arbitraries.integers().between(-4000, 4000).map(k -> Math.pow(10, k / 1000.0));
    }

    private static List<Loss> losses(double t) {
        return List.of(Loss.squares(), Loss.huber(t), Loss.softL1(t), Loss.cauchy(t), Loss.studentT(t));
    }

    @Property(seed = "20260101")
    void derivativesAgreeWithDifferences(@ForAll("logUniform") double threshold, @ForAll("logUniform") double s) {
        for (Loss loss : losses(threshold)) {
            double kink = threshold * threshold;
            if (loss instanceof Losses.Huber && Math.abs(s - kink) < 0.02 * kink) {
                continue;
            }
            double h = 1e-4 * s;
            double slope = (loss.value(s + h) - loss.value(s - h)) / (2 * h);
            double curvature = (loss.slope(s + h) - loss.slope(s - h)) / (2 * h);
            assertEquals(1, loss.slope(s) / slope, 1e-6, loss.toString());
            assertEquals(curvature, loss.curvature(s), 1e-6 * loss.slope(s) / s, loss.toString());
        }
    }

    @Property(seed = "20260101")
    void lossesStartAsSquaresAndNeverExceedThem(
            @ForAll("logUniform") double threshold, @ForAll("logUniform") double s) {
        for (Loss loss : losses(threshold)) {
            assertEquals(0, loss.value(0), loss.toString());
            assertEquals(1, loss.slope(0), loss.toString());
            assertTrue(loss.value(s) <= s * (1 + 1e-15), loss.toString());
            assertTrue(loss.value(s) > 0, loss.toString());
            assertTrue(loss.slope(s) > 0 && loss.slope(s) <= 1, loss.toString());
        }
    }
}
