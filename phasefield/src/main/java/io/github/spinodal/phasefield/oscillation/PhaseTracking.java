package io.github.spinodal.phasefield.oscillation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Follows a phase that wanders by more than a low polynomial: complex demodulation around a fitted line. */
final class PhaseTracking {
    private PhaseTracking() {}

    /** Legendre coefficients of the phase, after unwrapping the demodulated phase. */
    static double[] follow(PlateauRecord record, ModelFit fit, int degree) {
        int n = record.size();
        double period = 2 / fit.cycles();
        double width = 0.6 * period;
        int nodes = (int) Math.max(4.0 * degree, 3 * fit.cycles());
        double[] phases = new double[n];
        double[] oscillation = new double[n];
        for (int i = 0; i < n; i++) {
            phases[i] = fit.phaseAt(record.x[i]);
            oscillation[i] = record.y[i] - fit.baselineAt(record.x[i]);
        }
        DMatrixRMaj basis = new DMatrixRMaj(nodes, degree + 1);
        DMatrixRMaj target = new DMatrixRMaj(nodes, 1);
        double[] legendre = new double[degree];
        double last = 0;
        int from = 0;
        for (int k = 0; k < nodes; k++) {
            double at = -1 + (2 * k + 1.0) / nodes;
            double real = 0;
            double imaginary = 0;
            while (from < n && record.x[from] < at - 3 * width) {
                from++;
            }
            for (int i = from; i < n && record.x[i] < at + 3 * width; i++) {
                double distance = (record.x[i] - at) / width;
                double weight = Math.exp(-distance * distance / 2) * oscillation[i];
                real += weight * Math.cos(phases[i]);
                imaginary -= weight * Math.sin(phases[i]);
            }
            double angle = Math.atan2(imaginary, real);
            if (k > 0) {
                angle -= 2 * Math.PI * Math.rint((angle - last) / (2 * Math.PI));
            }
            last = angle;
            Bases.legendre(at, degree, legendre);
            double weight = 1e-9 + Math.hypot(real, imaginary);
            basis.set(k, 0, weight);
            for (int j = 0; j < degree; j++) {
                basis.set(k, j + 1, weight * legendre[j]);
            }
            target.set(k, 0, weight * (angle + fit.phaseAt(at)));
        }
        DMatrixRMaj solution = new DMatrixRMaj(degree + 1, 1);
        double[] phase = new double[degree];
        if (CommonOps_DDRM.solve(basis, target, solution)) {
            for (int j = 0; j < degree; j++) {
                phase[j] = solution.get(j + 1, 0);
            }
        } else {
            System.arraycopy(fit.phase(), 0, phase, 0, Math.min(degree, fit.structure.phaseDegree()));
        }
        return phase;
    }
}
