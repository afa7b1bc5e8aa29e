package io.github.spinodal.phasefield.oscillation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/** How likely a {@link Resonance} makes a record beside a spline baseline whose coefficients are fitted. */
final class ResonanceLikelihood {
    private final PlateauRecord record;
    private final int terms;
    /** The terms of the baseline at all samples, and the record. */
    private final double[][] columns;
    /** The record less a baseline by ordinary least squares. */
    private final double[] detrended;

    ResonanceLikelihood(PlateauRecord record, BaselineStructure baseline) {
        this.record = record;
        this.terms = baseline.size();
        this.columns = new double[terms + 1][record.size()];
        double[] row = new double[terms];
        for (int i = 0; i < record.size(); i++) {
            baseline.values(record.x[i], row);
            for (int j = 0; j < terms; j++) {
                columns[j][i] = row[j];
            }
        }
        System.arraycopy(record.y, 0, columns[terms], 0, record.size());
        this.detrended = new ModelFitter(record).stiffBaseline(baseline.knots()).residuals;
    }

    /** The best baseline beside a resonance. */
    static final class Solution {
        final ResonanceFilter filter;
        /** Record less baseline (mV). */
        final double[] residuals;
        /** Total variance of all that is not baseline (mV2). */
        final double variance;
        /** Minus twice the logarithm of the largest likelihood. */
        final double deviance;
        /** The same of the restricted likelihood. */
        final double restrictedDeviance;

        private Solution(
                ResonanceFilter filter,
                double[] residuals,
                double variance,
                double deviance,
                double restrictedDeviance) {
            this.filter = filter;
            this.residuals = residuals;
            this.variance = variance;
            this.deviance = deviance;
            this.restrictedDeviance = restrictedDeviance;
        }
    }

    /** Minus twice the logarithm of the likelihood of the record without its baseline, which takes a twentieth of the time. */
    double quickDeviance(Resonance resonance, double[] x) {
        ResonanceFilter filter = new ResonanceFilter(resonance, x);
        double[] values = detrended.clone();
        filter.apply(values);
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return values.length * Math.log(sum / values.length) + filter.logDeterminant();
    }

    Solution solve(Resonance resonance, double[] x) {
        int n = record.size();
        ResonanceFilter filter = new ResonanceFilter(resonance, x);
        double[][] whitened = new double[terms + 1][];
        for (int j = 0; j <= terms; j++) {
            whitened[j] = columns[j].clone();
            filter.apply(whitened[j]);
        }
        int width = terms + 1;
        double[] products = new double[width * width];
        Products.of(whitened, whitened, width, products);
        DMatrixRMaj matrix = new DMatrixRMaj(terms, terms);
        DMatrixRMaj right = new DMatrixRMaj(terms, 1);
        for (int j = 0; j < terms; j++) {
            for (int k = 0; k < terms; k++) {
                matrix.set(j, k, products[j * width + k]);
            }
            right.set(j, 0, products[j * width + terms]);
        }
        CholeskyDecompositionInner_DDRM cholesky = new CholeskyDecompositionInner_DDRM(true);
        LinearSolverChol_DDRM solver = new LinearSolverChol_DDRM(cholesky);
        DMatrixRMaj coefficients = new DMatrixRMaj(terms, 1);
        if (!solver.setA(matrix)) {
            return new Solution(filter, record.y.clone(), 1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        solver.solve(right.copy(), coefficients);
        double sum = products[terms * width + terms];
        double[] residuals = record.y.clone();
        for (int j = 0; j < terms; j++) {
            double coefficient = coefficients.get(j, 0);
            sum -= coefficient * right.get(j, 0);
            for (int i = 0; i < n; i++) {
                residuals[i] -= coefficient * columns[j][i];
            }
        }
        double determinant = filter.logDeterminant();
        double information = Math.log(cholesky.computeDeterminant().real);
        return new Solution(
                filter,
                residuals,
                sum / (n - terms),
                n * Math.log(sum / n) + determinant,
                (n - terms) * Math.log(sum / (n - terms)) + determinant + information);
    }
}
