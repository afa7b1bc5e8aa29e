package io.github.spinodal.sfmm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AdaptiveSamplesTest {
    private static StudentProposal proposal(double centre) {
        double[][] spread = {{1, 0}, {0, 1}};
        return Objects.requireNonNull(StudentProposal.of(new double[] {centre, 0}, spread));
    }

    /** Two normal tops of weights 0.7 and 0.3 at 0 and 6, of deviations 1 and 0.5; the second one is marked. */
    private static LogDensity twoTops() {
        return new LogDensity() {
            private double mark;

            @Override
            public double at(double[] x) {
                double first = 0.7 * Math.exp(-0.5 * x[0] * x[0]);
                double second = 0.3 / 0.5 * Math.exp(-2 * (x[0] - 6) * (x[0] - 6));
                mark = second / (first + second);
                return Math.log(first + second) - 0.5 * x[1] * x[1];
            }

            @Override
            public double mark() {
                return mark;
            }
        };
    }

    @Test
    void momentsQuantilesAndMarksOfTwoTops() {
        AdaptiveSamples samples =
                AdaptiveSamples.of(twoTops(), List.of(proposal(0), proposal(6)), new double[][] {{1, 0}, {0, 1}});
        WeightedValues values = samples.coordinate(0, 1);
        // Mean 0.3 * 6; second moment 0.7 + 0.3 (36 + 0.25); quantiles from the normal distributions of the parts.
        assertEquals(1.8, values.mean(), 0.1);
        assertEquals(11.575, values.spreadAbout(0), 0.5);
        assertEquals(0.3, samples.marked(), 0.02);
        assertEquals(-1.803, values.quantile(0.025), 0.12);
        assertEquals(6.69, values.quantile(0.975), 0.1);
        assertEquals(0, samples.coordinate(0, 0).mean(), 0.06);
        assertEquals(3 * 0.3 / (0.7 + 3 * 0.3) * 6, samples.coordinate(0, 3).mean(), 0.12);
    }
}
