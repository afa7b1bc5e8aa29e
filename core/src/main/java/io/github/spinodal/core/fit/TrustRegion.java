package io.github.spinodal.core.fit;

import io.github.spinodal.core.InvalidValueException;
import java.util.Arrays;

/**
 * The iteration: a trust region in variables scaled by the largest column norms of the Jacobian met so far (Moré 1978), so
 * that no step, tolerance or radius depends on the units of a parameter. Long steps stop short of a bound; only a
 * component that keeps pressing against its bound may land on it.
 */
final class TrustRegion {
    /** Share of the distance to a bound that a step may cover while it is not yet allowed to land. */
    private static final double APPROACH = 0.9;
    /** After this many cut steps in a row, a component may land on its bound. */
    private static final int APPROACHES_BEFORE_LANDING = 4;
    /** Changes of the objective below this share are beyond what its rounding lets one compare. */
    private static final double COMPARABLE = 1e-13;

    private final ReducedProblem problem;
    private final LeastSquares settings;
    private final int m;
    private final int n;

    final double[] x;
    final double[] residuals;
    final double[] jacobian;
    private final double[] trialX;
    private final double[] trialResiduals;
    private final double[] trialJacobian;
    private boolean trialLinearised;
    private int rounds;
    private final double[] work;
    private final double[] weighted;
    private final double[] r;
    private final double[] scale;
    private final double[] gradient;
    private final boolean[] held;
    private final double[] low;
    private final double[] high;
    private final int[] approaches;
    private final BoxStep box;

    double objective;
    int iterations;
    StopReason reason = StopReason.MAXIMUM_EVALUATIONS;

    TrustRegion(ReducedProblem problem, LeastSquares settings, double[] start) {
        this.problem = problem;
        this.settings = settings;
        m = problem.residualCount();
        n = problem.freeCount();
        x = start;
        residuals = new double[m];
        jacobian = new double[m * n];
        trialX = new double[n];
        trialResiduals = new double[m];
        trialJacobian = new double[m * n];
        work = new double[m * n];
        weighted = new double[m];
        r = new double[n * n];
        scale = new double[n];
        gradient = new double[n];
        held = new boolean[n];
        low = new double[n];
        high = new double[n];
        approaches = new int[n];
        box = new BoxStep(n);
    }

    /** Iterates to convergence; looks again with a fresh radius where the first stop rested on the radius. */
    void run() {
        evaluate();
        double before;
        do {
            before = objective;
            reason = descend();
        } while (restIsDoubtful() && settings.restart() == Restart.WHERE_DOUBTFUL && firstOrBetter(before));
    }

    /** Only evaluates. */
    void evaluate() {
        objective = problem.linearise(x, residuals, jacobian);
        if (!(objective < Double.POSITIVE_INFINITY)) {
            throw new InvalidValueException("residuals and derivatives at the parameters", "not", "finite");
        }
        reason = StopReason.NOT_ITERATED;
    }

    private boolean restIsDoubtful() {
        return reason == StopReason.SMALL_STEP || reason == StopReason.ROUNDING;
    }

    private boolean firstOrBetter(double before) {
        rounds++;
        return rounds == 1 || objective < before * (1 - 1e-10);
    }

    private StopReason descend() {
        Arrays.fill(scale, 0);
        Arrays.fill(approaches, 0);
        double radius = Double.POSITIVE_INFINITY;
        boolean speculative = false;
        double lastPolish = Double.POSITIVE_INFINITY;
        int stalls = 0;
        while (true) {
            if (objective == 0) {
                return StopReason.ZERO_RESIDUALS;
            }
            iterations++;
            double modelNormSquared = factor();
            if (!holdOutward()) {
                return StopReason.NOTHING_TO_VARY;
            }
            limitSteps();
            box.solve(r, weighted, gradient, held, low, high, Double.POSITIVE_INFINITY);
            double offset = box.predictedReduction / modelNormSquared;
            if (!(offset > settings.tolerance() * settings.tolerance())) {
                return StopReason.RELATIVE_OFFSET;
            }
            boolean polishing = box.predictedReduction <= COMPARABLE * objective;
            if (polishing) {
                stalls = offset > 0.25 * lastPolish ? stalls + 1 : stalls;
                lastPolish = offset;
                if (stalls > 2) {
                    return StopReason.ROUNDING;
                }
            }
            double size = scaledNorm(x);
            boolean accepted = false;
            while (!accepted) {
                boolean probing = radius == Double.POSITIVE_INFINITY;
                double length = Columns.norm(box.step, 0, n);
                if (length > (1 + 0.1) * radius) {
                    box.solve(r, weighted, gradient, held, low, high, radius);
                    length = Columns.norm(box.step, 0, n);
                }
                if (!moveTrial()) {
                    return StopReason.SMALL_STEP;
                }
                if (problem.evaluations() >= settings.maximumEvaluations(n)) {
                    return StopReason.MAXIMUM_EVALUATIONS;
                }
                double trial = evaluateTrial(speculative);
                double expected = box.predictedReduction;
                double ratio = (objective - trial) / expected;
                if (polishing) {
                    if (!(trial <= objective * (1 + COMPARABLE))) {
                        return StopReason.ROUNDING;
                    }
                    accepted = true;
                } else {
                    accepted = ratio >= (probing ? 0.75 : 1e-4);
                    radius = nextRadius(radius, ratio, trial, length, size);
                    speculative = accepted && ratio > 0.25;
                }
                if (accepted && !trialLinearised) {
                    trial = problem.linearise(trialX, trialResiduals, trialJacobian);
                    accepted = trial < Double.POSITIVE_INFINITY;
                    radius = accepted ? radius : 0.25 * length;
                }
                if (accepted) {
                    adoptTrial(trial);
                }
                if (length <= settings.stepTolerance() * size) {
                    return StopReason.SMALL_STEP;
                }
            }
        }
    }

    /** Scales and triangularises the Jacobian; afterwards weighted[0..n) is Q^T r. Returns the squared residual norm. */
    private double factor() {
        System.arraycopy(jacobian, 0, work, 0, m * n);
        problem.applyLoss(residuals, weighted, work);
        double square = Columns.dot(weighted, 0, weighted, 0, m);
        for (int j = 0; j < n; j++) {
            scale[j] = Math.max(scale[j], Columns.norm(work, j * m, m));
            double inverse = scale[j] == 0 ? 0 : 1 / scale[j];
            for (int i = j * m; i < (j + 1) * m; i++) {
                work[i] *= inverse;
            }
        }
        Columns.triangularise(work, m, n, weighted);
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i <= j; i++) {
                r[j * n + i] = work[j * m + i];
                sum += work[j * m + i] * weighted[i];
            }
            gradient[j] = sum;
        }
        return square;
    }

    /** Marks what must not move: no influence, or at a bound with the descent direction pointing out. */
    private boolean holdOutward() {
        boolean any = false;
        for (int j = 0; j < n; j++) {
            held[j] = scale[j] == 0
                    || (x[j] == problem.map().lower(j) && gradient[j] > 0)
                    || (x[j] == problem.map().upper(j) && gradient[j] < 0);
            any |= !held[j];
        }
        return any;
    }

    private void limitSteps() {
        for (int j = 0; j < n; j++) {
            double share = lands(j) ? 1 : APPROACH;
            low[j] = share * ((problem.map().lower(j) - x[j]) * scale[j]);
            high[j] = share * ((problem.map().upper(j) - x[j]) * scale[j]);
        }
    }

    private boolean lands(int j) {
        return approaches[j] >= APPROACHES_BEFORE_LANDING;
    }

    /** Sets the trial point; false if rounding swallows the whole step. */
    private boolean moveTrial() {
        boolean moved = false;
        for (int j = 0; j < n; j++) {
            double next = held[j] ? x[j] : x[j] + box.step[j] / scale[j];
            if (box.limited[j] && lands(j)) {
                next = box.step[j] < 0 ? problem.map().lower(j) : problem.map().upper(j);
            }
            trialX[j] = Math.min(
                    Math.max(next, problem.map().lower(j)), problem.map().upper(j));
            moved |= trialX[j] != x[j];
        }
        return moved;
    }

    private double evaluateTrial(boolean speculative) {
        trialLinearised = speculative;
        return speculative
                ? problem.linearise(trialX, trialResiduals, trialJacobian)
                : problem.objective(trialX, trialResiduals);
    }

    private double nextRadius(double radius, double ratio, double trial, double length, double size) {
        if (ratio >= 0.75 || (ratio >= 0.25 && box.gaussNewton)) {
            return 2 * length;
        }
        if (ratio >= 0.25) {
            return radius;
        }
        double slope = 2 * Columns.dot(gradient, 0, box.step, 0, n);
        double change = trial - objective;
        // minimum of the parabola through value, slope and trial value
        double share = -slope / (2 * (change - slope));
        double next = Math.min(Math.max(share, 0.1), 0.5) * Math.min(length, radius);
        // the first, unlimited step may have been absurdly long
        return radius == Double.POSITIVE_INFINITY && size > 0 ? Math.min(next, settings.initialRadius() * size) : next;
    }

    private void adoptTrial(double trial) {
        objective = trial;
        System.arraycopy(trialX, 0, x, 0, n);
        System.arraycopy(trialResiduals, 0, residuals, 0, m);
        System.arraycopy(trialJacobian, 0, jacobian, 0, m * n);
        for (int j = 0; j < n; j++) {
            approaches[j] = box.limited[j] ? approaches[j] + 1 : 0;
        }
    }

    private double scaledNorm(double[] q) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            double v = scale[j] * q[j];
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}
