package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.ResidualFunction;
import java.util.Arrays;

/**
 * Weighted differences between a circuit and a spectrum, in reduced parameters: first all real parts, then all imaginary
 * ones. The residuals carry the weights' unit, so that their sum of squares does not depend on the scales. Holds a
 * workspace; not for several threads at once.
 */
final class FitProblem implements ResidualFunction {
    private final CompiledCircuit compiled;
    private final int m;
    private final int n;
    private final double[] dataRe;
    private final double[] dataIm;
    private final double[] weightRe;
    private final double[] weightIm;
    private final double[] last;

    FitProblem(Circuit circuit, ImpedanceSpectrum z, Weights weights, Scales scales) {
        m = z.size();
        n = circuit.parameterCount();
        double[] omega = new double[m];
        dataRe = new double[m];
        dataIm = new double[m];
        weightRe = new double[m];
        weightIm = new double[m];
        for (int i = 0; i < m; i++) {
            omega[i] = z.angularFrequency(i) / scales.radianPerSecond();
            dataRe[i] = z.real(i) / scales.ohm();
            dataIm[i] = z.imaginary(i) / scales.ohm();
            weightRe[i] = weights.real(i) * scales.ohm();
            weightIm[i] = weights.imaginary(i) * scales.ohm();
        }
        compiled = new CompiledCircuit(circuit, omega);
        last = new double[n];
        Arrays.fill(last, Double.NaN);
    }

    /** Sum of squares of the weighted data: the residuals of a circuit without impedance. */
    double dataSquares() {
        double sum = 0;
        for (int i = 0; i < m; i++) {
            double re = dataRe[i] * weightRe[i];
            double im = dataIm[i] * weightIm[i];
            sum += re * re + im * im;
        }
        return sum;
    }

    @Override
    public int residualCount() {
        return 2 * m;
    }

    @Override
    public int parameterCount() {
        return n;
    }

    @Override
    public void residuals(double[] parameters, double[] residuals) {
        if (!Arrays.equals(parameters, last)) {
            compiled.evaluate(parameters);
            System.arraycopy(parameters, 0, last, 0, n);
        }
        double[] re = compiled.real();
        double[] im = compiled.imaginary();
        for (int i = 0; i < m; i++) {
            residuals[i] = (re[i] - dataRe[i]) * weightRe[i];
            residuals[m + i] = (im[i] - dataIm[i]) * weightIm[i];
        }
    }

    @Override
    public void residualsAndJacobian(double[] parameters, double[] residuals, double[] jacobian) {
        residuals(parameters, residuals);
        for (int k = 0; k < n; k++) {
            double[] re = compiled.realSlope(k);
            double[] im = compiled.imaginarySlope(k);
            for (int i = 0, real = k, imaginary = m * n + k; i < m; i++, real += n, imaginary += n) {
                jacobian[real] = re[i] * weightRe[i];
                jacobian[imaginary] = im[i] * weightIm[i];
            }
        }
    }
}
