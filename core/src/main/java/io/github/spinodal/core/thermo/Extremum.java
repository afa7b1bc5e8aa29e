package io.github.spinodal.core.thermo;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/** Where a function of one variable is lowest inside an interval. */
final class Extremum {
    private static final double RELATIVE_TOLERANCE = 1e-9;
    private static final double ABSOLUTE_TOLERANCE = 1e-12;
    private static final int MOST_EVALUATIONS = 500;

    private Extremum() {}

    static double minimum(DoubleUnaryOperator function, double from, double to) {
        return new BrentOptimizer(RELATIVE_TOLERANCE, ABSOLUTE_TOLERANCE)
                .optimize(
                        new UnivariateObjectiveFunction(function::applyAsDouble),
                        GoalType.MINIMIZE,
                        new SearchInterval(from, to),
                        new MaxEval(MOST_EVALUATIONS))
                .getPoint();
    }
}
