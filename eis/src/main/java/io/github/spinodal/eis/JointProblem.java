package io.github.spinodal.eis;

import io.github.spinodal.core.fit.ResidualFunction;
import java.util.Arrays;
import java.util.List;

/** Several spectra of one circuit as one least-squares problem, each with its own block of parameters and residuals. */
final class JointProblem implements ResidualFunction {
    private final List<FitProblem> problems;
    private final int n;
    private final int total;

    JointProblem(List<FitProblem> problems) {
        this.problems = List.copyOf(problems);
        this.n = problems.get(0).parameterCount();
        this.total = problems.stream().mapToInt(FitProblem::residualCount).sum();
    }

    @Override
    public int residualCount() {
        return total;
    }

    @Override
    public int parameterCount() {
        return n * problems.size();
    }

    @Override
    public void residuals(double[] parameters, double[] residuals) {
        int row = 0;
        for (int s = 0; s < problems.size(); s++) {
            double[] own = new double[problems.get(s).residualCount()];
            problems.get(s).residuals(Arrays.copyOfRange(parameters, s * n, (s + 1) * n), own);
            System.arraycopy(own, 0, residuals, row, own.length);
            row += own.length;
        }
    }

    @Override
    public void residualsAndJacobian(double[] parameters, double[] residuals, double[] jacobian) {
        Arrays.fill(jacobian, 0);
        int columns = parameterCount();
        int row = 0;
        for (int s = 0; s < problems.size(); s++) {
            int m = problems.get(s).residualCount();
            double[] own = new double[m];
            double[] slopes = new double[m * n];
            problems.get(s).residualsAndJacobian(Arrays.copyOfRange(parameters, s * n, (s + 1) * n), own, slopes);
            System.arraycopy(own, 0, residuals, row, m);
            for (int i = 0; i < m; i++) {
                System.arraycopy(slopes, i * n, jacobian, (row + i) * columns + s * n, n);
            }
            row += m;
        }
    }
}
