package io.github.spinodal.sfmm;

/**
 * The bias that the curvature of the model gives its least-squares parameters (Box 1971, J. R. Statist. Soc. B 33:171),
 * with the second derivatives taken as differences over one standard deviation, so that the kinks of the model are seen at
 * the scale at which the estimate wanders over them.
 */
final class CurvatureBias {
    private CurvatureBias() {}

    /** Expected excess of every parameter of one layer in white noise. */
    static double[] of(FitProblem problem, CurveFit fit, double[][] covariance, double variance) {
        double[] t = fit.parameters;
        int count = ContactModel.LAYER.contactParameters();
        double[][] root = new double[count][];
        for (int i = 0; i < count; i++) {
            root[i] = covariance[i].clone();
        }
        if (Double.isNaN(SmallCholesky.factor(root, count))) {
            return new double[count];
        }
        double[] z = problem.z;
        double reach = 0;
        for (int k = ContactModel.ONSET; k <= ContactModel.BREAK; k++) {
            reach += 1.5 * Math.sqrt(covariance[k][k]);
        }
        int from = ContactModel.firstAbove(
                z, t[ContactModel.ONSET] - 1.5 * Math.sqrt(covariance[ContactModel.ONSET][ContactModel.ONSET]));
        double end = t[ContactModel.ONSET] + t[ContactModel.THICKNESS] + t[ContactModel.BREAK];
        int to = Math.max(from, ContactModel.firstAbove(z, end + reach));
        double[] excess = new double[to - from];
        double[] shifted = new double[count];
        for (int k = 0; k < count; k++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                for (int i = 0; i < count; i++) {
                    shifted[i] = t[i] + (i >= k ? sign * root[i][k] : 0);
                }
                shifted[ContactModel.THICKNESS] =
                        Math.max(0.1 * t[ContactModel.THICKNESS], shifted[ContactModel.THICKNESS]);
                shifted[ContactModel.BREAK] = Math.max(0.1 * t[ContactModel.BREAK], shifted[ContactModel.BREAK]);
                shifted[ContactModel.EXPONENT] = Math.max(1, shifted[ContactModel.EXPONENT]);
                add(problem, shifted, 1, from, to, excess);
            }
        }
        add(problem, t, -2 * count, from, to, excess);
        double contactWithSlope = covariance[ContactModel.SLOPE][ContactModel.ONSET]
                + covariance[ContactModel.SLOPE][ContactModel.THICKNESS];
        double[] projected = projection(problem, t, excess, from, to, -2 * contactWithSlope);
        double[] bias = new double[count];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < count; k++) {
                bias[i] -= 0.5 / variance * covariance[i][k] * projected[k];
            }
        }
        return bias;
    }

    private static void add(FitProblem problem, double[] t, double weight, int from, int to, double[] sum) {
        double[] z = problem.z;
        double contact = t[ContactModel.ONSET] + t[ContactModel.THICKNESS];
        int first = Math.max(from, ContactModel.firstAbove(z, t[ContactModel.ONSET]));
        int solid = Math.min(
                to,
                Math.min(
                        Math.max(first, problem.solidFrom),
                        ContactModel.firstAbove(z, contact + t[ContactModel.BREAK])));
        LayerYield yield = new LayerYield(t[ContactModel.THICKNESS], t[ContactModel.BREAK], t[ContactModel.EXPONENT]);
        double slope = weight * t[ContactModel.SLOPE];
        for (int i = first; i < solid; i++) {
            yield.solve(z[i] - t[ContactModel.ONSET]);
            sum[i - from] += slope * yield.deflection;
        }
        for (int i = Math.max(first, solid); i < to; i++) {
            sum[i - from] += slope * (z[i] - contact);
        }
    }

    /** The derivatives by every parameter, times what the curvature adds to the model, summed over the samples. */
    private static double[] projection(
            FitProblem problem, double[] t, double[] excess, int from, int to, double solidExcess) {
        double[] z = problem.z;
        int n = problem.n;
        double middle = 0.5 * (z[0] + z[n - 1]);
        double half = 0.5 * (z[n - 1] - z[0]);
        double slope = t[ContactModel.SLOPE];
        double contact = t[ContactModel.ONSET] + t[ContactModel.THICKNESS];
        int first = Math.max(from, ContactModel.firstAbove(z, t[ContactModel.ONSET]));
        int solid = Math.min(
                Math.max(first, problem.solidFrom), ContactModel.firstAbove(z, contact + t[ContactModel.BREAK]));
        LayerYield yield = new LayerYield(t[ContactModel.THICKNESS], t[ContactModel.BREAK], t[ContactModel.EXPONENT]);
        double[] sum = new double[t.length];
        for (int i = from; i < to; i++) {
            double e = problem.used[i] * excess[i - from];
            sum[ContactModel.OFFSET] += e;
            sum[ContactModel.TILT] += e * (z[i] - middle) / half;
            if (i >= first && i < solid) {
                yield.solve(z[i] - t[ContactModel.ONSET]);
                double soft = slope * yield.power * (1 - yield.stiffness);
                sum[ContactModel.SLOPE] += e * yield.deflection;
                sum[ContactModel.ONSET] -= e * slope * yield.stiffness;
                sum[ContactModel.THICKNESS] -= e * slope * yield.stiffness * yield.fraction;
                sum[ContactModel.BREAK] += e * soft;
                sum[ContactModel.EXPONENT] +=
                        e * slope * t[ContactModel.BREAK] * yield.sensitivity * (1 - yield.stiffness);
            } else if (i >= solid) {
                sum[ContactModel.SLOPE] += e * (z[i] - contact);
                sum[ContactModel.ONSET] -= e * slope;
                sum[ContactModel.THICKNESS] -= e * slope;
            }
        }
        LineSums sums = problem.sums();
        double one = solidExcess * sums.sum(LineSums.ONE, to, n);
        double s = solidExcess * sums.sum(LineSums.S, to, n);
        sum[ContactModel.OFFSET] += one;
        sum[ContactModel.TILT] += s;
        sum[ContactModel.SLOPE] += half * s + (middle - contact) * one;
        sum[ContactModel.ONSET] -= slope * one;
        sum[ContactModel.THICKNESS] -= slope * one;
        return sum;
    }
}
