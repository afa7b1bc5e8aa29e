package io.github.spinodal.phasefield.oscillation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/** How likely noise of some kind makes a record beside a spline baseline whose coefficients are fitted. */
final class BaselineLikelihood {
    private final PlateauRecord record;
    /** The terms of the baseline at all samples. */
    private final double[][] terms;

    BaselineLikelihood(PlateauRecord record, BaselineStructure baseline) {
        this.record = record;
        this.terms = baseline.columns(record.x);
    }

    /** The best baseline beside the noise. */
    static final class Solution {
        private final double[] coefficients;
        /** Total variance of all that is not baseline (mV2). */
        final double variance;
        /** Minus twice the logarithm of the largest likelihood. */
        final double deviance;
        /** The same of the restricted likelihood. */
        final double restrictedDeviance;

        private Solution(double[] coefficients, double variance, double deviance, double restrictedDeviance) {
            this.coefficients = coefficients;
            this.variance = variance;
            this.deviance = deviance;
            this.restrictedDeviance = restrictedDeviance;
        }
    }

    /** Minus twice the logarithm of the likelihood of values without a baseline, which takes a twentieth of the time. */
    static double devianceWithoutBaseline(Innovations filter, double[] values) {
        double[] innovations = values.clone();
        filter.apply(innovations);
        double sum = 0;
        for (double innovation : innovations) {
            sum += innovation * innovation;
        }
        return values.length * Math.log(sum / values.length) + filter.logDeterminant();
    }

    /** Record less baseline (mV). */
    double[] residuals(Solution solution) {
        double[] residuals = record.y.clone();
        for (int j = 0; j < terms.length; j++) {
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] -= solution.coefficients[j] * terms[j][i];
            }
        }
        return residuals;
    }

    Solution solve(Innovations filter) {
        int n = record.size();
        int p = terms.length;
        int width = p + 1;
        double[][] whitened = new double[width][];
        for (int j = 0; j < width; j++) {
            whitened[j] = j < p ? terms[j].clone() : record.y.clone();
            filter.apply(whitened[j]);
        }
        double[] products = new double[width * width];
        Products.of(whitened, whitened, width, products);
        DMatrixRMaj matrix = new DMatrixRMaj(p, p);
        DMatrixRMaj right = new DMatrixRMaj(p, 1);
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                matrix.set(j, k, products[j * width + k]);
            }
            right.set(j, 0, products[j * width + p]);
        }
        CholeskyDecompositionInner_DDRM cholesky = new CholeskyDecompositionInner_DDRM(true);
        LinearSolverChol_DDRM solver = new LinearSolverChol_DDRM(cholesky);
        DMatrixRMaj coefficients = new DMatrixRMaj(p, 1);
        if (!solver.setA(matrix)) {
            return new Solution(new double[p], 1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        solver.solve(right.copy(), coefficients);
        double sum = products[p * width + p];
        for (int j = 0; j < p; j++) {
            sum -= coefficients.get(j, 0) * right.get(j, 0);
        }
        double determinant = filter.logDeterminant();
        double information = Math.log(cholesky.computeDeterminant().real);
        return new Solution(
                coefficients.getData(),
                sum / (n - p),
                n * Math.log(sum / n) + determinant,
                (n - p) * Math.log(sum / (n - p)) + determinant + information);
    }
}
