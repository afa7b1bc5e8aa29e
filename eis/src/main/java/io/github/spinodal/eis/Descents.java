package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.core.fit.LeastSquaresFit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Descents from several starts to their minima, and the record of which agree. */
final class Descents {
    /** Sums of squares within this share are the same minimum. */
    private static final double SAME = 1e-4;

    /** Sums of squares below this share of that of the data are rounding: minima of noise-free data agree. */
    private static final double ROUNDING = 1e-22;

    /** Of descents that end this close the first is kept, whatever their last bits say. */
    private static final double TIE = 1e-9;

    private static final int PROBE = 150;

    private final LeastSquares engine;
    private final FitProblem problem;
    private final Constraints constraints;
    private final List<Double> sums = new ArrayList<>();
    private final double level;
    private @Nullable LeastSquaresFit best;
    private @Nullable InvalidValueException failure;
    private double given = Double.NaN;

    Descents(LeastSquares engine, FitProblem problem, Constraints constraints) {
        this.engine = engine;
        this.problem = problem;
        this.constraints = constraints;
        this.level = ROUNDING * problem.dataSquares();
    }

    void descendFromGiven(double[] start) {
        descend(start);
        given = sums.isEmpty() ? Double.POSITIVE_INFINITY : sums.get(0);
    }

    void descend(double[] start) {
        descend(engine, start);
    }

    /** A short descent from one of many random starts: those that lead somewhere get there soon. */
    void probe(double[] start) {
        descend(engine.withMaximumEvaluations(PROBE), start);
    }

    private void descend(LeastSquares solver, double[] start) {
        LeastSquaresFit fit;
        try {
            fit = solver.solve(problem, constraints.clip(start));
        } catch (InvalidValueException e) {
            // A start at which the circuit's impedance overflows; others may do.
            failure = e;
            return;
        }
        sums.add(fit.sumOfSquares());
        if (best == null || fit.sumOfSquares() < best.sumOfSquares() * (1 - TIE)) {
            best = fit;
        }
    }

    int agreeing() {
        if (best == null) {
            return 0;
        }
        double limit = limit();
        return (int) sums.stream().filter(s -> s <= limit).count();
    }

    int count() {
        return sums.size();
    }

    /** The best minimum; a probe that stopped short is carried on. */
    LeastSquaresFit finish() {
        LeastSquaresFit found = best();
        if (!found.converged()) {
            best = engine.solve(problem, found.parameters());
        }
        return best();
    }

    LeastSquaresFit best() {
        if (best != null) {
            return best;
        }
        throw failure != null
                ? failure
                : new InvalidValueException("start values", "none", "found; the spectrum gives none for this circuit");
    }

    private double limit() {
        return best().sumOfSquares() * (1 + SAME) + level;
    }

    /** The smallest sum of squares of another minimum than the best; infinite if none was met. */
    double secondBest() {
        double limit = limit();
        return sums.stream().filter(s -> s > limit).min(Double::compare).orElse(Double.POSITIVE_INFINITY);
    }

    StartAudit audit() {
        double limit = limit();
        StartAudit.GivenStart fate = Double.isNaN(given)
                ? StartAudit.GivenStart.ABSENT
                : given <= limit ? StartAudit.GivenStart.REACHED_OPTIMUM : StartAudit.GivenStart.MISSED_OPTIMUM;
        return new StartAudit(sums.size(), agreeing(), best().sumOfSquares(), secondBest(), fate);
    }
}
