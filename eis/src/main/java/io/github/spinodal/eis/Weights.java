package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.io.Serializable;
import java.util.Arrays;

/** Square roots of the weights of real and imaginary parts. */
final class Weights implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] real;
    private final double[] imaginary;

    private Weights(double[] real, double[] imaginary) {
        this.real = real;
        this.imaginary = imaginary;
    }

    /** 1/standard deviation of the real part (1/ohm, or 1/ohm times the unit of the residuals). */
    double real(int i) {
        return real[i];
    }

    double imaginary(int i) {
        return imaginary[i];
    }

    static Weights of(Weighting weighting, ImpedanceSpectrum z) {
        int m = z.size();
        double[] real = new double[m];
        double[] imaginary = new double[m];
        switch (weighting) {
            case UNIT -> {
                Arrays.fill(real, 1);
                Arrays.fill(imaginary, 1);
            }
            case MODULUS, ESTIMATED -> {
                for (int i = 0; i < m; i++) {
                    real[i] = 1 / requireNonZero("|Z| (ohm)", i, z.modulus(i));
                    imaginary[i] = real[i];
                }
            }
            case PROPORTIONAL -> {
                for (int i = 0; i < m; i++) {
                    real[i] = 1 / requireNonZero("Z' (ohm)", i, Math.abs(z.real(i)));
                    imaginary[i] = 1 / requireNonZero("Z'' (ohm)", i, Math.abs(z.imaginary(i)));
                }
            }
            case STANDARD_DEVIATIONS -> {
                double[] sigma = z.standardDeviationsOhm()
                        .orElseThrow(() -> new InvalidValueException(
                                "standard deviations of the spectrum", "absent", "present for this weighting"));
                for (int i = 0; i < m; i++) {
                    real[i] = 1 / sigma[i];
                    imaginary[i] = real[i];
                }
            }
        }
        return new Weights(real, imaginary);
    }

    private static double requireNonZero(String name, int i, double value) {
        if (!(value > 0)) {
            throw new InvalidValueException(name + "[" + i + "]", value, "different from zero for this weighting");
        }
        return value;
    }

    /** Weights 1/(a^2 + b^2 |Z|^2). */
    static Weights of(ErrorStructure structure, ImpedanceSpectrum z) {
        double[] weight = new double[z.size()];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = 1 / structure.standardDeviationOhm(z.modulus(i));
        }
        return new Weights(weight, weight);
    }
}
