package io.github.spinodal.sfmm;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The samples that are fitted, in nm, with the working arrays of the fits. Not shared between threads. */
final class FitProblem {
    final int n;
    final double[] z;
    final double[] y;
    /** 1 where a sample counts, 0 where it is masked. */
    final double[] used;

    /** Index of the sample after a break-through; n if there was none. */
    final int solidFrom;

    final int usedCount;
    /** Variance of a sample (nm^2), as far as it is known before a fit. */
    final double noiseVariance;

    private final boolean masked;
    private final @Nullable FitProblem sameSize;
    private double @Nullable [][] work;
    private double @Nullable [] evaluated;
    private @Nullable FitProblem evaluatedFor;
    private @Nullable LineSums sums;

    FitProblem(double[] z, double[] y, double[] used, int solidFrom, double noiseVariance) {
        this(z, y, used, solidFrom, noiseVariance, null);
    }

    private FitProblem(
            double[] z, double[] y, double[] used, int solidFrom, double noiseVariance, @Nullable FitProblem sameSize) {
        this.noiseVariance = noiseVariance;
        this.n = z.length;
        this.solidFrom = solidFrom;
        this.z = z;
        this.y = y;
        this.used = used;
        int count = 0;
        for (double w : used) {
            count += w > 0 ? 1 : 0;
        }
        this.usedCount = count;
        this.masked = count < n;
        this.sameSize = sameSize;
    }

    /** Working columns, shared with the problem this one was made from. */
    private double[][] work() {
        if (sameSize != null) {
            return sameSize.work();
        }
        double[][] made = work;
        if (made == null) {
            made = new double[ContactModel.MAXIMUM_PARAMETERS + 2][];
            made[ContactModel.MAXIMUM_PARAMETERS] = new double[n];
            made[ContactModel.MAXIMUM_PARAMETERS + 1] = new double[n];
            work = made;
        }
        return made;
    }

    /** The derivatives that {@link #evaluate} filled, one column a parameter. */
    double[][] columns() {
        return work();
    }

    /** The residuals that {@link #evaluate} filled. */
    double[] residual() {
        return work()[ContactModel.MAXIMUM_PARAMETERS];
    }

    /** What rounding may leave in a sum of squares (nm^2). */
    double rounding() {
        return 1e-15 * sums().sum(LineSums.YY, 0, n);
    }

    /** Sums over stretches of the samples. */
    LineSums sums() {
        LineSums made = sums;
        if (made == null) {
            made = new LineSums(z, y, used);
            sums = made;
        }
        return made;
    }

    /** Means of successive blocks; a block with a masked sample is masked. */
    FitProblem blocked(int factor) {
        int m = n / factor;
        double[] bz = new double[m];
        double[] by = new double[m];
        double[] bu = new double[m];
        for (int b = 0; b < m; b++) {
            double sz = 0;
            double sy = 0;
            double su = 1;
            for (int i = b * factor; i < (b + 1) * factor; i++) {
                sz += z[i];
                sy += y[i];
                su = Math.min(su, used[i]);
            }
            bz[b] = sz / factor;
            by[b] = sy / factor;
            bu[b] = su;
        }
        return new FitProblem(bz, by, bu, solidFrom == n ? m : solidFrom / factor, noiseVariance / factor);
    }

    FitProblem withNoiseVariance(double variance) {
        FitProblem same = new FitProblem(z, y, used, solidFrom, variance, this);
        same.sums = sums;
        return same;
    }

    FitProblem masking(int from, int to) {
        double[] less = used.clone();
        Arrays.fill(less, from, to, 0);
        return new FitProblem(z, y, less, solidFrom, noiseVariance, this);
    }

    private FitProblem root() {
        return sameSize == null ? this : sameSize.root();
    }

    /** The same for a fit whose parameters never change, without work if its columns and residuals are still there. */
    void recall(CurveFit fit) {
        FitProblem root = root();
        if (root.evaluated != fit.parameters || root.evaluatedFor != this) {
            evaluate(fit.kind, fit.fringed, fit.parameters);
        }
    }

    /** Says that columns or residuals are no longer what was evaluated. */
    void forget() {
        root().evaluated = null;
    }

    /**
     * Fills derivative columns and residuals (data minus model), zero where masked.
     *
     * @return index of the first sample above the onset
     */
    int evaluate(ContactModel kind, boolean fringed, double[] parameters) {
        double[][] columns = columns();
        int needed = kind.contactParameters() + (fringed ? ContactModel.FRINGE_PARAMETERS : 0);
        for (int k = 0; k < needed; k++) {
            if (columns[k] == null) {
                columns[k] = new double[n];
            }
        }
        FitProblem root = root();
        root.evaluated = parameters;
        root.evaluatedFor = this;
        double[] residual = residual();
        double[] model = work()[ContactModel.MAXIMUM_PARAMETERS + 1];
        int first = kind.evaluate(parameters, fringed, z, solidFrom, model, columns);
        for (int i = 0; i < n; i++) {
            residual[i] = y[i] - model[i];
        }
        if (masked) {
            int count = kind.contactParameters() + (fringed ? ContactModel.FRINGE_PARAMETERS : 0);
            for (int i = 0; i < n; i++) {
                if (used[i] == 0) {
                    residual[i] = 0;
                    for (int k = 0; k < count; k++) {
                        columns[k][i] = 0;
                    }
                }
            }
        }
        return first;
    }
}
