package io.github.spinodal.phasefield.oscillation;

import org.jspecify.annotations.Nullable;

/**
 * The largest oscillation that a record smooth enough to need no statistics can hide. Where all that a stiff baseline leaves
 * is small, an oscillation can only be there if something else cancels it; that something is allowed to be as large as what
 * is left. Unlike the search this also bounds oscillations of less than three periods.
 */
final class SmoothRecord {
    private static final int[] KNOTS = {0, 1, 3, 6};
    /** Share of the power of a sine of any phase that a baseline must leave. */
    private static final double LEFT = 0.5;
    /** What is left, once for the oscillation and once for what cancels it. */
    private static final double TWICE = 2;

    private static final double SLOWEST_CYCLES = 1.5;
    private static final double STEP_CYCLES = 0.1;

    private SmoothRecord() {}

    /** The bound under the stiffest baseline that brings it below a limit (mV); null if none does. */
    static @Nullable AmplitudeLimit bound(PlateauRecord record, double limitMillivolt, double mostCycles) {
        for (int knots : KNOTS) {
            ModelFit baseline = new ModelFitter(record).stiffBaseline(knots);
            double bound = TWICE * Math.sqrt(8 / LEFT * meanSquare(baseline.residuals));
            if (bound <= limitMillivolt) {
                double slowest = slowest(record, knots, mostCycles);
                return new AmplitudeLimit(bound, slowest, mostCycles);
            }
        }
        return null;
    }

    private static double slowest(PlateauRecord record, int knots, double mostCycles) {
        double cycles = SLOWEST_CYCLES;
        while (cycles < mostCycles && leastLeft(record, knots, cycles) < LEFT) {
            cycles += STEP_CYCLES;
        }
        return Math.min(cycles, mostCycles);
    }

    /** Share of the power of a sine that the baseline leaves at the phase where it leaves least. */
    private static double leastLeft(PlateauRecord record, int knots, double cycles) {
        int n = record.size();
        double[] sine = new double[n];
        double[] cosine = new double[n];
        for (int i = 0; i < n; i++) {
            sine[i] = Math.sin(Math.PI * cycles * record.x[i]);
            cosine[i] = Math.cos(Math.PI * cycles * record.x[i]);
        }
        double[] s = new ModelFitter(record.withValues(sine)).stiffBaseline(knots).residuals;
        double[] c = new ModelFitter(record.withValues(cosine)).stiffBaseline(knots).residuals;
        double product = 0;
        for (int i = 0; i < n; i++) {
            product += s[i] * c[i] / n;
        }
        double half = (meanSquare(s) + meanSquare(c)) / 2;
        double difference = (meanSquare(s) - meanSquare(c)) / 2;
        return 2 * (half - Math.hypot(difference, product));
    }

    private static double meanSquare(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v * v / values.length;
        }
        return sum;
    }
}
