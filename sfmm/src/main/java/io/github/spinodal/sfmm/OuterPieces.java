package io.github.spinodal.sfmm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The free flight and the solid contact alone, two straight lines, with everything near the contact left out. What noise
 * there is and whether there is a fringe is asked here first, where no contact model can follow a fringe or a slow wander.
 */
final class OuterPieces {
    private static final int LINES = 4;
    private static final int PERIODS = 14;
    /** Distance before the bare contact that is left out (nm), unless the start search saw a thicker layer. */
    private static final double BEFORE_CONTACT = 60;

    private final FitProblem problem;
    private final double[] used;
    private final int usedCount;
    private final double[][] columns;
    private double @Nullable [][] products;

    private OuterPieces(FitProblem problem, double[] used, int usedCount, double[][] columns) {
        this.problem = problem;
        this.used = used;
        this.usedCount = usedCount;
        this.columns = columns;
    }

    static OuterPieces of(FitProblem problem, StartSearch.Start start) {
        double[] z = problem.z;
        double first = z[0];
        double last = z[problem.n - 1];
        double before = Math.min(start.contact() - BEFORE_CONTACT, start.onset() - 0.1 * start.thickness());
        before = Math.max(before, first + 0.3 * (start.contact() - first));
        double solid = start.contact() + start.deflection();
        double after = Math.min(solid + 0.25 * (last - solid), last - 0.05 * (last - first));
        double[] used = problem.used.clone();
        double[][] columns = new double[LINES][problem.n];
        int count = 0;
        for (int i = 0; i < problem.n; i++) {
            boolean free = z[i] < before;
            if (!free && !(z[i] > after)) {
                used[i] = 0;
            }
            if (used[i] > 0) {
                count++;
                columns[free ? 0 : 2][i] = 1;
                columns[free ? 1 : 3][i] = (z[i] - first) / (last - first);
            }
        }
        return new OuterPieces(problem, used, count, columns);
    }

    boolean tooShort() {
        return usedCount < 16;
    }

    /** A fit of the lines, and of a fringe if its period is not zero. */
    // Never compared, never leaves the package.
    @SuppressWarnings("ArrayRecordComponent")
    record Lines(double[] residual, double sumOfSquares, double[] fringe) {}

    Lines lines(double period, @Nullable NoiseFilter filter) {
        int count = period > 0 ? LINES + 2 : LINES;
        double[][] work = work(period, filter);
        double[][] normal = new double[count][count];
        double[] solution = new double[count];
        double[][] known = filter == null ? plainProducts(work, count) : null;
        for (int i = 0; i < count; i++) {
            double[] row = known == null || i >= LINES ? null : known[i];
            solution[i] =
                    known == null || i >= LINES ? CurveFit.dot(work[i], work[count], 0, problem.n) : known[LINES][i];
            for (int j = 0; j <= i; j++) {
                normal[i][j] = row == null ? CurveFit.dot(work[i], work[j], 0, problem.n) : row[j];
                normal[j][i] = normal[i][j];
            }
            normal[i][i] = normal[i][i] * (1 + 1e-10) + 1e-12;
        }
        double[] residual = work[count];
        double squares = CurveFit.dot(residual, residual, 0, problem.n);
        double[] fringe = new double[3];
        if (!Double.isNaN(SmallCholesky.factor(normal, count))) {
            SmallCholesky.solve(normal, count, solution);
            for (int k = 0; k < count; k++) {
                for (int i = 0; i < problem.n; i++) {
                    residual[i] -= solution[k] * work[k][i];
                }
            }
            squares = CurveFit.dot(residual, residual, 0, problem.n);
            if (period > 0) {
                fringe = new double[] {solution[LINES], solution[LINES + 1], period};
            }
        }
        return new Lines(residual, squares, fringe);
    }

    /** Products of the lines with one another, and in the last row with the data, in white noise. */
    private double[][] plainProducts(double[][] work, int data) {
        double[][] made = products;
        if (made == null) {
            made = new double[LINES + 1][LINES];
            for (int i = 0; i < LINES; i++) {
                made[LINES][i] = CurveFit.dot(work[i], work[data], 0, problem.n);
                for (int j = 0; j <= i; j++) {
                    made[i][j] = CurveFit.dot(work[i], work[j], 0, problem.n);
                }
            }
            products = made;
        }
        return made;
    }

    private double[][] work(double period, @Nullable NoiseFilter filter) {
        int count = period > 0 ? LINES + 2 : LINES;
        double[][] work = new double[count + 1][];
        for (int k = 0; k < LINES; k++) {
            work[k] = filter == null ? columns[k] : columns[k].clone();
        }
        if (period > 0) {
            double middle = 0.5 * (problem.z[0] + problem.z[problem.n - 1]);
            work[LINES] = new double[problem.n];
            work[LINES + 1] = new double[problem.n];
            for (int i = 0; i < problem.n; i++) {
                double angle = 2 * Math.PI * (problem.z[i] - middle) / period;
                work[LINES][i] = used[i] * Math.sin(angle);
                work[LINES + 1][i] = used[i] * Math.cos(angle);
            }
        }
        double[] data = problem.y.clone();
        for (int i = 0; i < problem.n; i++) {
            data[i] *= used[i];
        }
        work[count] = data;
        if (filter != null) {
            filter.whiten(work, count + 1);
        }
        return work;
    }

    /** The best fringe with what it explains, over the noise variance that remains. */
    FringeSearch.Candidate fringe(FringeRange periods, @Nullable NoiseFilter filter) {
        double plain = lines(0, filter).sumOfSquares;
        Lines best = null;
        for (int k = 0; k < PERIODS; k++) {
            double share = k / (PERIODS - 1.0);
            double period = 1 / ((1 - share) / periods.longest() + share / periods.shortest());
            Lines lines = lines(period, filter);
            best = best == null || lines.sumOfSquares < best.sumOfSquares ? lines : best;
        }
        Lines found = Objects.requireNonNull(best);
        double variance = found.sumOfSquares / Math.max(1, usedCount - LINES - 2);
        double score = (plain - found.sumOfSquares) / Math.max(variance, 1e-300);
        return new FringeSearch.Candidate(score, found.fringe[0], found.fringe[1], found.fringe[2]);
    }

    boolean looksColoured(double period) {
        return NoiseEstimator.looksColoured(lines(period, null).residual, usedCount);
    }

    double variance(double period, NoiseFilter filter) {
        return lines(period, filter).sumOfSquares / Math.max(1, usedCount - LINES - 2);
    }

    NoiseFilter noise(double period) {
        double[][] work = work(period, null);
        int count = work.length - 1;
        NoiseFilter estimate = NoiseEstimator.coloured(work, count, used, usedCount);
        return NoiseFilter.of(estimate.correlationSamples(), estimate.colouredShare(), problem.used);
    }
}
