package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.eis.CircuitNode.Leaf;
import io.github.spinodal.eis.element.Dimension;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Units made from the data, in which every well-posed fit looks alike: impedances in units of the median |Z|, angular
 * frequencies in units of the middle of the window. A reduced parameter is p ohm^-a second^-(b + c n) in these units, for
 * the dimension ohm^a s^(b + c n).
 */
record Scales(double ohm, double radianPerSecond) implements Serializable {
    private static final long serialVersionUID = 1L;

    static Scales of(ImpedanceSpectrum z) {
        double[] modulus = new double[z.size()];
        Arrays.setAll(modulus, z::modulus);
        Arrays.sort(modulus);
        double median = modulus[modulus.length / 2];
        // One root of the product, not two roots: a change of unit by a power of two then changes no bit.
        double omega = Math.sqrt(z.angularFrequency(0) * z.angularFrequency(z.size() - 1));
        return new Scales(median > 0 ? median : modulus[modulus.length - 1], omega);
    }

    /** Impedances scaled only: parameters with a variable dimension keep a constant factor. */
    Scales withoutTime() {
        return new Scales(ohm, 1);
    }

    double[] toReduced(Circuit circuit, double[] physical) {
        return convert(circuit, physical, -1);
    }

    double[] toPhysical(Circuit circuit, double[] reduced) {
        return convert(circuit, reduced, 1);
    }

    private double[] convert(Circuit circuit, double[] values, int direction) {
        double[] converted = new double[values.length];
        double[] factor = factors(circuit, values);
        for (int k = 0; k < values.length; k++) {
            converted[k] = direction > 0 ? values[k] * factor[k] : values[k] / factor[k];
        }
        return converted;
    }

    /** Physical over reduced value of each parameter; exponents are the same in both. */
    double[] factors(Circuit circuit, double[] values) {
        double[] factor = new double[values.length];
        forEach(
                circuit,
                values,
                (k, dimension, own, first) -> factor[k] =
                        power(ohm, dimension.ohm()) / power(radianPerSecond, dimension.secondExponent(own)));
        return factor;
    }

    /**
     * T C T^t with T the derivative of physical by reduced parameters: the diagonal of factors, and -p c ln(omega0) beside
     * it for each exponent n that a dimension depends on.
     */
    double[][] toPhysicalCovariance(Circuit circuit, double[] physical, double[][] reduced) {
        int n = physical.length;
        double[] factor = factors(circuit, physical);
        double[] byExponent = new double[n];
        int[] exponent = new int[n];
        forEach(circuit, physical, (k, dimension, own, first) -> {
            exponent[k] = dimension.dependsOnExponent() ? first + dimension.exponentParameter() : -1;
            byExponent[k] = dimension.dependsOnExponent()
                    ? -physical[k] * dimension.exponentFactor() * Math.log(radianPerSecond)
                    : 0;
        });
        double[][] left = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                left[i][j] = factor[i] * reduced[i][j] + chained(byExponent[i], exponent[i], reduced, j);
            }
        }
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = left[i][j] * factor[j] + (byExponent[j] == 0 ? 0 : left[i][exponent[j]] * byExponent[j]);
            }
        }
        return result;
    }

    /** The part of a row that comes through the exponent; an infinite variance counts only where it is multiplied at all. */
    private static double chained(double slope, int exponent, double[][] reduced, int j) {
        return slope == 0 ? 0 : slope * reduced[exponent][j];
    }

    private interface Visitor {
        void visit(int k, Dimension dimension, double[] own, int first);
    }

    private static void forEach(Circuit circuit, double[] values, Visitor visitor) {
        int[] next = {0};
        circuit.root().forEachLeaf((Leaf leaf) -> {
            int first = next[0];
            int count = leaf.element().parameters().size();
            double[] own = Arrays.copyOfRange(values, first, first + count);
            for (int k = 0; k < count; k++) {
                visitor.visit(first + k, leaf.element().parameters().get(k).dimension(), own, first);
            }
            next[0] += count;
        });
    }

    /** Powers that occur, exact for powers of two so that a change of units changes no bit. */
    private static double power(double base, double exponent) {
        if (exponent == 0) {
            return 1;
        }
        if (exponent == 1) {
            return base;
        }
        if (exponent == -1) {
            return 1 / base;
        }
        if (exponent == 0.5) {
            return Math.sqrt(base);
        }
        return exponent == -0.5 ? 1 / Math.sqrt(base) : Math.pow(base, exponent);
    }
}
