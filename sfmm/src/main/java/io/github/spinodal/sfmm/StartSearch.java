package io.github.spinodal.sfmm;

import io.github.spinodal.core.statistics.ChangePoints;
import io.github.spinodal.core.statistics.SegmentShape;
import io.github.spinodal.core.statistics.Segmentation;
import java.util.Arrays;
import java.util.List;

/** Start values from the exact least-squares division of block means into three lines: free, indentation and solid. */
final class StartSearch {
    private static final int SHORTEST_PIECE = 3;
    private static final int BLOCKS = 64;

    private StartSearch() {}

    /**
     * Start values, in nm.
     *
     * @param offset baseline at the middle of the ramp
     * @param tilt rise of the baseline over half the ramp
     */
    record Start(double offset, double tilt, double slope, double onset, double thickness, double deflection) {
        double contact() {
            return onset + thickness;
        }
    }

    static Start search(FitProblem problem) {
        FitProblem blocks = problem.blocked(Math.max(1, problem.n / BLOCKS));
        double[] z = new double[blocks.n];
        double[] y = new double[blocks.n];
        int n = 0;
        for (int i = 0; i < blocks.n; i++) {
            if (blocks.used[i] > 0) {
                z[n] = blocks.z[i];
                y[n++] = blocks.y[i];
            }
        }
        z = Arrays.copyOf(z, n);
        y = Arrays.copyOf(y, n);
        List<Segmentation> found = ChangePoints.exact(z, y, SegmentShape.LINE, 3, SHORTEST_PIECE);
        Segmentation pieces = found.get(found.size() - 1);
        int last = pieces.segmentCount() - 1;
        double middle = 0.5 * (problem.z[0] + problem.z[problem.n - 1]);
        double half = 0.5 * (problem.z[problem.n - 1] - problem.z[0]);
        double tilt = last == 0 ? 0 : pieces.slope(0);
        double base = last == 0 ? y[0] : pieces.intercept(0) + tilt * middle;
        double solid = pieces.intercept(last) + pieces.slope(last) * middle;
        double steeper = pieces.slope(last) - tilt;
        double contact = middle - (solid - base) / Math.max(1e-3, steeper);
        contact = Math.max(z[0], Math.min(z[n - 1], contact));
        // On a bare surface the middle piece may have been spent on the baseline.
        double onset = Math.min(z[pieces.end(0) - 1], contact - 1);
        double deflection = Math.max(1, (z[pieces.start(last)] - contact) * Math.max(0.1, pieces.slope(last)));
        return new Start(base, tilt * half, Math.max(0.05, steeper), onset, contact - onset, deflection);
    }
}
