package io.github.spinodal.core.fit;

import io.github.spinodal.core.InvalidValueException;
import java.util.Arrays;

/**
 * The affine map from the free variables q to all parameters p: each parameter is free, fixed, or factor * (a free one) +
 * offset. Also carries the bounds over to q.
 */
final class ParameterMap {
    /** Index of the free variable behind each parameter, -1 where fixed. */
    private final int[] source;

    private final double[] factor;
    private final double[] offset;
    private final int[] freeParameter;
    private final double[] lower;
    private final double[] upper;

    private ParameterMap(
            int[] source, double[] factor, double[] offset, int[] freeParameter, double[] lower, double[] upper) {
        this.source = source;
        this.factor = factor;
        this.offset = offset;
        this.freeParameter = freeParameter;
        this.lower = lower;
        this.upper = upper;
    }

    static ParameterMap of(LeastSquares settings, double[] start) {
        int n = start.length;
        int[] source = new int[n];
        double[] factor = new double[n];
        double[] offset = new double[n];
        int[] free = new int[n];
        int count = 0;
        Tie[] ties = settings.tiesByTarget(n);
        for (int j = 0; j < n; j++) {
            boolean fixed = settings.isFixed(j) || settings.lower(j) == settings.upper(j);
            source[j] = -1;
            offset[j] = start[j];
            if (!fixed && ties[j] == null) {
                source[j] = count;
                factor[j] = 1;
                offset[j] = 0;
                free[count++] = j;
            }
        }
        double[] lower = new double[count];
        double[] upper = new double[count];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (int j = 0; j < n; j++) {
            Tie tie = ties[j];
            if (tie != null) {
                source[j] = source[tie.source()];
                factor[j] = source[j] < 0 ? 0 : tie.factor();
                offset[j] = source[j] < 0 ? tie.factor() * start[tie.source()] + tie.offset() : tie.offset();
            }
        }
        for (int j = 0; j < n; j++) {
            double low = settings.lower(j);
            double high = settings.upper(j);
            if (source[j] < 0) {
                if (!(offset[j] >= low && offset[j] <= high)) {
                    throw outside(j, offset[j], low, high);
                }
            } else {
                double a = (low - offset[j]) / factor[j];
                double b = (high - offset[j]) / factor[j];
                int k = source[j];
                lower[k] = Math.max(lower[k], Math.min(a, b));
                upper[k] = Math.min(upper[k], Math.max(a, b));
            }
        }
        ParameterMap map = new ParameterMap(source, factor, offset, Arrays.copyOf(free, count), lower, upper);
        for (int k = 0; k < count; k++) {
            double q = start[free[k]];
            if (!(q >= lower[k] && q <= upper[k])) {
                throw outside(free[k], q, lower[k], upper[k]);
            }
        }
        return map;
    }

    private static InvalidValueException outside(int j, double value, double low, double high) {
        return new InvalidValueException("start of parameter " + j, value, "within [" + low + ", " + high + "]");
    }

    int parameterCount() {
        return source.length;
    }

    int freeCount() {
        return freeParameter.length;
    }

    double lower(int k) {
        return lower[k];
    }

    double upper(int k) {
        return upper[k];
    }

    int source(int j) {
        return source[j];
    }

    double factor(int j) {
        return factor[j];
    }

    double[] freeOf(double[] p) {
        double[] q = new double[freeParameter.length];
        for (int k = 0; k < q.length; k++) {
            q[k] = p[freeParameter[k]];
        }
        return q;
    }

    void expand(double[] q, double[] p) {
        for (int j = 0; j < p.length; j++) {
            int k = source[j];
            p[j] = k < 0 ? offset[j] : factor[j] == 1 && offset[j] == 0 ? q[k] : factor[j] * q[k] + offset[j];
        }
    }

    /** Gathers the Jacobian by rows over all parameters into one by columns over the free variables. */
    void contract(double[] byRows, int m, double[] byColumns) {
        int n = source.length;
        Arrays.fill(byColumns, 0, m * freeParameter.length, 0);
        for (int j = 0; j < n; j++) {
            int k = source[j];
            if (k < 0) {
                continue;
            }
            double f = factor[j];
            for (int i = 0, from = j, to = k * m; i < m; i++, from += n, to++) {
                byColumns[to] += f * byRows[from];
            }
        }
    }
}
