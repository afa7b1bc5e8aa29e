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
    /** After this many cut steps in a row a component may land on its bound. */
    private static final int APPROACHES_BEFORE_LANDING = 8;
    /** Changes of the objective below this share are beyond what its rounding lets one compare. */
    private static final double COMPARABLE = 1e-13;
    /** Agreement with the model at which the very first, unlimited step is believed. */
    private static final double BELIEVABLE = 0.75;
    /** Steps shorter than this share of the parameters are swallowed by rounding. */
    private static final double NEGLIGIBLE_STEP = 1e-15;

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
    private final double[] work;
    private final double[] weighted;
    private final double[] r;
    private final double[] scale;
    private final double[] scaledX;
    private final double[] gradient;
    private final boolean[] held;
    private final double[] low;
    private final double[] high;
    private final int[] approaches;
    private final StepFinder finder;
    private double reference;
    private boolean trialLinearised;

    double objective;
    int iterations;
    StopReason reason = StopReason.NOT_ITERATED;

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
        scaledX = new double[n];
        gradient = new double[n];
        held = new boolean[n];
        low = new double[n];
        high = new double[n];
        approaches = new int[n];
        finder = new StepFinder(n);
    }

    /** Only evaluates. */
    void evaluate() {
        objective = problem.linearise(x, residuals, jacobian);
        if (!(objective < Double.POSITIVE_INFINITY)) {
            throw new InvalidValueException("residuals and derivatives at the start", "not", "finite");
        }
    }

    /** Iterates to convergence; looks again with a fresh radius where a stop rested on the radius. */
    void run() {
        evaluate();
        boolean again = true;
        double before = Double.POSITIVE_INFINITY;
        while (again) {
            reason = descend();
            boolean doubtful = reason == StopReason.SMALL_STEP || reason == StopReason.ROUNDING;
            again = doubtful && settings.restart() == Restart.WHERE_DOUBTFUL && objective < before * (1 - 1e-10);
            before = objective;
        }
        if (n > 0 && reason.converged() && objective > 0) {
            snapToBounds();
        }
    }

    private StopReason descend() {
        Arrays.fill(scale, 0);
        Arrays.fill(approaches, 0);
        reference = 0;
        double radius = Double.POSITIVE_INFINITY;
        boolean speculative = false;
        double lastOffset = Double.POSITIVE_INFINITY;
        int stalls = 0;
        while (objective > 0) {
            iterations++;
            double modelNormSquared = factor();
            if (!holdOutward()) {
                return StopReason.NOTHING_TO_VARY;
            }
            limitSteps();
            finder.gaussNewton(r, weighted, gradient, held, low, high);
            double offset = finder.predictedReduction / modelNormSquared;
            if (!(offset > settings.tolerance() * settings.tolerance())) {
                return StopReason.RELATIVE_OFFSET;
            }
            boolean polishing = finder.predictedReduction <= COMPARABLE * objective;
            if (polishing) {
                stalls += offset > 0.95 * lastOffset ? 1 : 0;
                lastOffset = offset;
                if (stalls > 2) {
                    return StopReason.ROUNDING;
                }
            }
            boolean accepted = false;
            while (!accepted) {
                if (!polishing) {
                    finder.restricted(r, weighted, gradient, held, low, high, reference, radius);
                }
                boolean moved = moveTrial();
                if (problem.evaluations() >= settings.maximumEvaluations(n)) {
                    return StopReason.MAXIMUM_EVALUATIONS;
                }
                if (!moved) {
                    return StopReason.SMALL_STEP;
                }
                double trial = evaluateTrial(speculative);
                double ratio = (objective - trial) / finder.predictedReduction;
                if (polishing) {
                    accepted = trial <= objective * (1 + COMPARABLE);
                    if (!accepted) {
                        return StopReason.ROUNDING;
                    }
                } else {
                    accepted = ratio >= (radius == Double.POSITIVE_INFINITY ? BELIEVABLE : 1e-4);
                    radius = nextRadius(radius, ratio, trial);
                    speculative = accepted && ratio > 0.25;
                }
                if (accepted && !trialLinearised) {
                    trial = problem.linearise(trialX, trialResiduals, trialJacobian);
                    accepted = trial < Double.POSITIVE_INFINITY;
                    radius = accepted ? radius : 0.25 * finder.length;
                }
                if (accepted) {
                    adoptTrial(trial);
                }
                if (finder.length <= NEGLIGIBLE_STEP * finder.radiusNorm(scaledX)) {
                    return StopReason.SMALL_STEP;
                }
            }
        }
        return StopReason.ZERO_RESIDUALS;
    }

    /** Scales and triangularises the Jacobian; afterwards weighted[0..n) is Q^T r. Returns the squared residual norm. */
    private double factor() {
        System.arraycopy(jacobian, 0, work, 0, m * n);
        problem.applyLoss(residuals, weighted, work);
        double square = Columns.dot(weighted, 0, weighted, 0, m);
        reference = reference == 0 ? Math.sqrt(square) : reference;
        for (int j = 0; j < n; j++) {
            scale[j] = Math.max(scale[j], Columns.norm(work, j * m, m));
            scaledX[j] = scale[j] * x[j];
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
            // a held component may have no scale at all beside an infinite gap
            low[j] = held[j] ? 0 : (problem.map().lower(j) - x[j]) * scale[j];
            high[j] = held[j] ? 0 : (problem.map().upper(j) - x[j]) * scale[j];
        }
        finder.look(gradient, held, low, high, reference);
        for (int j = 0; j < n; j++) {
            if (!lands(j)) {
                low[j] *= APPROACH;
                high[j] *= APPROACH;
            }
        }
    }

    private boolean lands(int j) {
        return approaches[j] >= APPROACHES_BEFORE_LANDING;
    }

    /** Sets the trial point; false if rounding swallows the whole step. */
    private boolean moveTrial() {
        boolean moved = false;
        for (int j = 0; j < n; j++) {
            double lower = problem.map().lower(j);
            double upper = problem.map().upper(j);
            double next = held[j] ? x[j] : x[j] + finder.step[j] / scale[j];
            if (finder.limited[j] && lands(j)) {
                next = finder.step[j] < 0 ? lower : upper;
            }
            trialX[j] = Math.min(Math.max(next, lower), upper);
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

    private double nextRadius(double radius, double ratio, double trial) {
        if (ratio >= 0.75 || (ratio >= 0.25 && finder.gaussNewton)) {
            return 2 * finder.length;
        }
        if (ratio >= 0.25 && radius < Double.POSITIVE_INFINITY) {
            return radius;
        }
        double slope = 2 * Columns.dot(gradient, 0, finder.step, 0, n);
        // minimum of the parabola through value, slope and trial value
        double share = -slope / (2 * (trial - objective - slope));
        double next = Math.min(Math.max(share, 0.1), 0.5) * Math.min(finder.length, radius);
        double size = finder.radiusNorm(scaledX);
        // the first, unlimited step may have been absurdly long
        return radius == Double.POSITIVE_INFINITY && size > 0 ? Math.min(next, settings.initialRadius() * size) : next;
    }

    private void adoptTrial(double trial) {
        objective = trial;
        System.arraycopy(trialX, 0, x, 0, n);
        System.arraycopy(trialResiduals, 0, residuals, 0, m);
        System.arraycopy(trialJacobian, 0, jacobian, 0, m * n);
        for (int j = 0; j < n; j++) {
            approaches[j] = finder.limited[j] ? approaches[j] + 1 : 0;
        }
    }

    /** Puts components that press against a bound at a negligible distance onto it, unless that makes things worse. */
    private void snapToBounds() {
        boolean any = false;
        double negligible = settings.tolerance() * reference;
        for (int j = 0; j < n; j++) {
            double bound =
                    gradient[j] > 0 ? problem.map().lower(j) : problem.map().upper(j);
            boolean near = !held[j] && finder.limited[j] && Math.abs(bound - x[j]) * scale[j] <= negligible;
            trialX[j] = near ? bound : x[j];
            any |= near;
        }
        if (any) {
            double trial = problem.linearise(trialX, trialResiduals, trialJacobian);
            if (trial <= objective * (1 + COMPARABLE)) {
                adoptTrial(trial);
            }
        }
    }
}
