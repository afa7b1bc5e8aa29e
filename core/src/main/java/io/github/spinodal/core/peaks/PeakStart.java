package io.github.spinodal.core.peaks;

import io.github.spinodal.core.fit.ResidualFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds where one more peak would help most: a scan over centres and widths, each candidate being fitted linearly together
 * with small changes of all present parameters, so that a peak under the slope of another or of the background is seen.
 */
final class PeakStart {
    private static final double FOUR_LN_2 = 4 * Math.log(2);
    /** Ratio of successive widths in the scan. */
    private static final double WIDTH_RATIO = 1.5;

    private static final int MAXIMUM_CENTRES = 240;

    /** A candidate and the decrease of the sum of squares that it promises. */
    record Candidate(double height, double centre, double width, double gain) {}

    private PeakStart() {}

    /** The best candidates at clearly different places or widths, best first. */
    static List<Candidate> candidates(
            ResidualFunction present,
            double[] parameters,
            double[] x,
            double[] inverseSigma,
            PeakSign sign,
            int maximum) {
        int m = x.length;
        int n = present.parameterCount();
        double[] residuals = new double[m];
        double[] jacobian = new double[m * n];
        present.residualsAndJacobian(parameters, residuals, jacobian);
        double[][] basis = orthonormal(jacobian, m, n);
        for (double[] q : basis) {
            project(residuals, q);
        }
        double range = x[m - 1] - x[0];
        List<Candidate> all = new ArrayList<>();
        int stride = Math.max(1, m / MAXIMUM_CENTRES);
        double[] g = new double[m];
        for (double width = 3 * range / (m - 1); width < range; width *= WIDTH_RATIO) {
            for (int c = 0; c < m; c += stride) {
                for (int i = 0; i < m; i++) {
                    double u = (x[i] - x[c]) / width;
                    g[i] = inverseSigma[i] * Math.exp(-FOUR_LN_2 * u * u);
                }
                double before = dot(g, g);
                for (double[] q : basis) {
                    project(g, q);
                }
                double left = dot(g, g);
                if (left < 1e-3 * before) {
                    continue;
                }
                double height = -dot(g, residuals) / left;
                boolean allowed = sign == PeakSign.EITHER || (sign == PeakSign.POSITIVE) == (height > 0);
                if (allowed && height != 0) {
                    all.add(new Candidate(height, x[c], width, height * height * left));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::gain).reversed());
        List<Candidate> chosen = new ArrayList<>();
        for (Candidate candidate : all) {
            boolean fresh = chosen.stream().allMatch(other -> differs(candidate, other));
            if (fresh) {
                chosen.add(candidate);
            }
            if (chosen.size() == maximum) {
                break;
            }
        }
        return chosen;
    }

    private static boolean differs(Candidate a, Candidate b) {
        double ratio = a.width / b.width;
        return Math.abs(a.centre - b.centre) > 0.5 * Math.min(a.width, b.width) || ratio > 3 || ratio < 1 / 3.0;
    }

    /** Orthonormal basis of the columns, by modified Gram-Schmidt applied twice. */
    private static double[][] orthonormal(double[] jacobian, int m, int n) {
        List<double[]> basis = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            double[] column = new double[m];
            for (int i = 0; i < m; i++) {
                column[i] = jacobian[i * n + j];
            }
            double before = Math.sqrt(dot(column, column));
            for (int twice = 0; twice < 2; twice++) {
                for (double[] q : basis) {
                    project(column, q);
                }
            }
            double norm = Math.sqrt(dot(column, column));
            if (norm > 1e-10 * before) {
                for (int i = 0; i < m; i++) {
                    column[i] /= norm;
                }
                basis.add(column);
            }
        }
        return basis.toArray(new double[0][]);
    }

    private static void project(double[] v, double[] q) {
        double overlap = dot(v, q);
        for (int i = 0; i < v.length; i++) {
            v[i] -= overlap * q[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
