package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.io.Serializable;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The linear Kramers-Kronig test (Boukamp, J. Electrochem. Soc. 142, 1885, 1995): data that follow from a causal, linear,
 * stable system can be fitted by R0 + sum R_k/(1 + s tau_k) on a fixed grid of time constants, a series capacitance and an
 * inductance; what the fit leaves is noise, or a violation.
 *
 * <p>Real and imaginary part are fitted together with modulus weights. Capacitance and inductance are always offered:
 * leaving them out is what makes the test cry wolf on
 * Warburg impedances.
 */
public final class LinKk implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final LinKk DEFAULTS = new LinKk(3.5, 0.6);

    private final double perDecade;
    private final double extension;

    private LinKk(double perDecade, double extension) {
        this.perDecade = perDecade;
        this.extension = extension;
    }

    /**
     * Three and a half time constants per decade, 0.6 decades beyond the window on either side.
     *
     * @return the default configuration
     */
    public static LinKk withDefaults() {
        return DEFAULTS;
    }

    /**
     * Tests a spectrum with the defaults.
     *
     * @param spectrum at least 8 points
     * @return residuals and verdict
     * @throws InvalidValueException if there are fewer points, or one has no impedance
     */
    public static KkResult check(ImpedanceSpectrum spectrum) {
        return DEFAULTS.test(spectrum);
    }

    /**
     * Sets the density of time constants.
     *
     * @param perDecade number per decade, in [0.5, 10]
     * @return a changed copy
     * @throws InvalidValueException if the density is outside
     */
    public LinKk withTimeConstantsPerDecade(double perDecade) {
        return new LinKk(Require.within("time constants per decade", perDecade, 0.5, 10), extension);
    }

    /**
     * Sets how far the time constants reach beyond the window.
     *
     * @param decades decades on either side, in [0, 3]
     * @return a changed copy
     * @throws InvalidValueException if the extension is outside
     */
    public LinKk withExtension(double decades) {
        return new LinKk(perDecade, Require.within("extension (decades)", decades, 0, 3));
    }

    /**
     * Tests a spectrum.
     *
     * @param spectrum at least 8 points
     * @return residuals and verdict
     * @throws InvalidValueException if there are fewer points, or one has no impedance
     */
    public KkResult test(ImpedanceSpectrum spectrum) {
        int m = Require.atLeast("number of points", spectrum.size(), 8);
        Scales scales = Scales.of(spectrum);
        double[] omega = new double[m];
        double[] weight = new double[m];
        for (int i = 0; i < m; i++) {
            omega[i] = spectrum.angularFrequency(i) / scales.radianPerSecond();
            weight[i] = 1 / Require.positive("|Z| (ohm)[" + i + "]", spectrum.modulus(i));
        }
        double[] tau = timeConstants(omega);
        int n = tau.length + 3;
        DMatrixRMaj a = new DMatrixRMaj(2 * m, n);
        DMatrixRMaj b = new DMatrixRMaj(2 * m, 1);
        for (int i = 0; i < m; i++) {
            double w = weight[i] * scales.ohm();
            a.unsafe_set(i, 0, w);
            for (int k = 0; k < tau.length; k++) {
                double x = omega[i] * tau[k];
                double norm = w / (1 + x * x);
                a.unsafe_set(i, k + 1, norm);
                a.unsafe_set(m + i, k + 1, -x * norm);
            }
            a.unsafe_set(m + i, n - 2, -w / omega[i]);
            a.unsafe_set(m + i, n - 1, w * omega[i]);
            b.unsafe_set(i, 0, spectrum.real(i) * weight[i]);
            b.unsafe_set(m + i, 0, spectrum.imaginary(i) * weight[i]);
        }
        double[] norms = normaliseColumns(a);
        DMatrixRMaj x = new DMatrixRMaj(n, 1);
        DMatrixRMaj copy = a.copy();
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquares(2 * m, n);
        if (!solver.setA(copy)) {
            throw new InvalidValueException("frequencies", "too close together", "spread enough for the test");
        }
        solver.solve(b, x);
        return result(spectrum, scales, a, b, x, norms, tau);
    }

    private double[] timeConstants(double[] omega) {
        double high = Math.max(omega[0], omega[omega.length - 1]);
        double low = Math.min(omega[0], omega[omega.length - 1]);
        double from = -Math.log10(high) - extension;
        double to = -Math.log10(low) + extension;
        // Never more unknowns than about two thirds of the data.
        int most = Math.max(2, 4 * omega.length / 3 - 4);
        int count = Math.min(most, (int) Math.ceil((to - from) * perDecade) + 1);
        double[] tau = new double[count];
        for (int k = 0; k < count; k++) {
            tau[k] = Math.pow(10, from + (to - from) * k / (count - 1));
        }
        return tau;
    }

    private static double[] normaliseColumns(DMatrixRMaj a) {
        double[] norms = new double[a.numCols];
        for (int i = 0; i < a.numRows; i++) {
            for (int k = 0; k < a.numCols; k++) {
                norms[k] += a.unsafe_get(i, k) * a.unsafe_get(i, k);
            }
        }
        for (int k = 0; k < norms.length; k++) {
            norms[k] = Math.sqrt(norms[k]);
        }
        for (int i = 0; i < a.numRows; i++) {
            for (int k = 0; k < a.numCols; k++) {
                a.unsafe_set(i, k, a.unsafe_get(i, k) / norms[k]);
            }
        }
        return norms;
    }

    private KkResult result(
            ImpedanceSpectrum spectrum,
            Scales scales,
            DMatrixRMaj a,
            DMatrixRMaj b,
            DMatrixRMaj x,
            double[] norms,
            double[] tau) {
        int m = spectrum.size();
        double[] real = new double[m];
        double[] imaginary = new double[m];
        for (int i = 0; i < 2 * m; i++) {
            double model = 0;
            for (int k = 0; k < a.numCols; k++) {
                model += a.unsafe_get(i, k) * x.unsafe_get(k, 0);
            }
            double residual = b.unsafe_get(i, 0) - model;
            if (i < m) {
                real[i] = residual;
            } else {
                imaginary[i - m] = residual;
            }
        }
        int n = a.numCols;
        double[] resistances = new double[tau.length];
        double[] seconds = new double[tau.length];
        for (int k = 0; k < tau.length; k++) {
            resistances[k] = x.unsafe_get(k + 1, 0) / norms[k + 1] * scales.ohm();
            seconds[k] = tau[k] / scales.radianPerSecond();
        }
        double series = x.unsafe_get(0, 0) / norms[0] * scales.ohm();
        double elastance = x.unsafe_get(n - 2, 0) / norms[n - 2] * scales.ohm() * scales.radianPerSecond();
        double inductance = x.unsafe_get(n - 1, 0) / norms[n - 1] * scales.ohm() / scales.radianPerSecond();
        return new KkResult(spectrum, real, imaginary, 2 * m - n, series, resistances, seconds, elastance, inductance);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinKk that && perDecade == that.perDecade && extension == that.extension;
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(perDecade) + Double.hashCode(extension);
    }

    @Override
    public String toString() {
        return "LinKk[perDecade " + perDecade + ", extension " + extension + "]";
    }
}
