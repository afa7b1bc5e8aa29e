package io.github.spinodal.core.fit;

/** The problem as the iteration sees it: free variables only, the loss folded in, the Jacobian by columns. */
final class ReducedProblem {
    /** Below this share of the slope, the true curvature of a loss is too weak to steer a Gauss-Newton step. */
    private static final double SMALLEST_CURVATURE_SHARE = 0.1;

    private final ResidualFunction function;
    private final ParameterMap map;
    private final Loss loss;
    private final boolean plain;
    private final double[] parameters;
    private final double[] byRows;
    private int evaluations;

    ReducedProblem(ResidualFunction function, ParameterMap map, Loss loss) {
        this.function = function;
        this.map = map;
        this.loss = loss;
        this.plain = loss == Losses.Squares.INSTANCE;
        this.parameters = new double[map.parameterCount()];
        this.byRows = new double[function.residualCount() * map.parameterCount()];
    }

    int residualCount() {
        return function.residualCount();
    }

    int freeCount() {
        return map.freeCount();
    }

    ParameterMap map() {
        return map;
    }

    int evaluations() {
        return evaluations;
    }

    /** The objective, or infinity where the residuals are not finite. */
    double objective(double[] q, double[] residuals) {
        evaluations++;
        map.expand(q, parameters);
        function.residuals(parameters, residuals);
        return objectiveOf(residuals);
    }

    /** Residuals and plain Jacobian by columns; the objective is infinite where anything is not finite. */
    double linearise(double[] q, double[] residuals, double[] columns) {
        evaluations++;
        map.expand(q, parameters);
        function.residualsAndJacobian(parameters, residuals, byRows);
        map.contract(byRows, residuals.length, columns);
        double objective = objectiveOf(residuals);
        double sum = 0;
        for (int i = 0; i < residuals.length * map.freeCount(); i++) {
            sum += columns[i] * 0;
        }
        return sum == 0 ? objective : Double.POSITIVE_INFINITY;
    }

    private double objectiveOf(double[] residuals) {
        double sum = 0;
        if (plain) {
            sum = Columns.dot(residuals, 0, residuals, 0, residuals.length);
        } else {
            for (double r : residuals) {
                sum += loss.value(r * r);
            }
        }
        return Double.isFinite(sum) ? sum : Double.POSITIVE_INFINITY;
    }

    /**
     * Scales residuals and Jacobian so that their Gauss-Newton model has the gradient of the loss and, where it is positive
     * enough, its curvature (Triggs et al., Bundle adjustment, 1999, section 4.3).
     */
    void applyLoss(double[] residuals, double[] weighted, double[] columns) {
        int m = residuals.length;
        System.arraycopy(residuals, 0, weighted, 0, m);
        if (plain) {
            return;
        }
        for (int i = 0; i < m; i++) {
            double s = residuals[i] * residuals[i];
            double slope = loss.slope(s);
            double curvature = Math.max(slope + 2 * s * loss.curvature(s), SMALLEST_CURVATURE_SHARE * slope);
            double scale = Math.sqrt(curvature);
            weighted[i] *= slope / scale;
            for (int k = 0; k < map.freeCount(); k++) {
                columns[k * m + i] *= scale;
            }
        }
    }
}
