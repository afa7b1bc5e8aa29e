package io.github.spinodal.core.thermo;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A twice continuously differentiable cubic spline on [0, 1] through knots inside it.
 *
 * <p>Between the outermost knots it is the not-a-knot spline, of fourth order. From either outermost knot to the end of
 * the interval its curvature fades linearly to zero, which keeps two derivatives continuous and the continuation tame.
 */
final class CubicSpline implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Knots with 0 and 1 added where the table does not reach them. */
    private final double[] x;

    private final double[] y;
    private final double[] curvature;
    /** Integral of the spline from 0 to each knot. */
    private final double[] integral;

    private CubicSpline(double[] x, double[] y, double[] curvature) {
        this.x = x;
        this.y = y;
        this.curvature = curvature;
        integral = new double[x.length];
        for (int i = 1; i < x.length; i++) {
            integral[i] = integral[i - 1] + integralWithin(i - 1, x[i] - x[i - 1]);
        }
    }

    /** The spline through at least four knots with strictly rising x in [0, 1]. */
    static CubicSpline through(double[] x, double[] y) {
        int n = x.length;
        double[] curvature = notAKnotCurvatures(x, y);
        int before = x[0] > 0 ? 1 : 0;
        int after = x[n - 1] < 1 ? 1 : 0;
        double[] allX = new double[n + before + after];
        double[] allY = new double[allX.length];
        double[] allCurvature = new double[allX.length];
        System.arraycopy(x, 0, allX, before, n);
        System.arraycopy(y, 0, allY, before, n);
        System.arraycopy(curvature, 0, allCurvature, before, n);
        if (before == 1) {
            double slope = slopeAtLeft(x[1] - x[0], y[1] - y[0], curvature[0], curvature[1]);
            allY[0] = y[0] - slope * x[0] + curvature[0] * x[0] * x[0] / 3;
        }
        if (after == 1) {
            double gap = 1 - x[n - 1];
            double slope = -slopeAtLeft(x[n - 1] - x[n - 2], y[n - 2] - y[n - 1], curvature[n - 1], curvature[n - 2]);
            allX[allX.length - 1] = 1;
            allY[allX.length - 1] = y[n - 1] + slope * gap + curvature[n - 1] * gap * gap / 3;
        }
        return new CubicSpline(allX, allY, allCurvature);
    }

    double value(double at) {
        int i = segment(at);
        double h = x[i + 1] - x[i];
        double t = at - x[i];
        return y[i] + t * (slopeAtLeft(i) + t * (curvature[i] / 2 + t * (curvature[i + 1] - curvature[i]) / (6 * h)));
    }

    double slope(double at) {
        int i = segment(at);
        double h = x[i + 1] - x[i];
        double t = at - x[i];
        return slopeAtLeft(i) + t * (curvature[i] + t * (curvature[i + 1] - curvature[i]) / (2 * h));
    }

    double integralFromZero(double at) {
        int i = segment(at);
        return integral[i] + integralWithin(i, at - x[i]);
    }

    private double integralWithin(int i, double t) {
        double h = x[i + 1] - x[i];
        return t
                * (y[i]
                        + t
                                * (slopeAtLeft(i) / 2
                                        + t * (curvature[i] / 6 + t * (curvature[i + 1] - curvature[i]) / (24 * h))));
    }

    private double slopeAtLeft(int i) {
        return slopeAtLeft(x[i + 1] - x[i], y[i + 1] - y[i], curvature[i], curvature[i + 1]);
    }

    private static double slopeAtLeft(double h, double rise, double leftCurvature, double rightCurvature) {
        return rise / h - h * (2 * leftCurvature + rightCurvature) / 6;
    }

    private int segment(double at) {
        int found = Arrays.binarySearch(x, at);
        return Math.min(found >= 0 ? found : -found - 2, x.length - 2);
    }

    /** Second derivatives at the knots, by elimination without pivoting: the system is diagonally dominant. */
    private static double[] notAKnotCurvatures(double[] x, double[] y) {
        int n = x.length;
        double[] diagonal = new double[n];
        double[] upper = new double[n];
        double[] right = new double[n];
        for (int i = 1; i < n - 1; i++) {
            double before = x[i] - x[i - 1];
            double after = x[i + 1] - x[i];
            // Equal third derivatives across the second knot from either end express the end's curvature by two others.
            double foldedBefore = i == 1 ? before / after : 0;
            double foldedAfter = i == n - 2 ? after / before : 0;
            double lower = i == 1 ? 0 : before - foldedAfter * after;
            diagonal[i] = 2 * (before + after) + foldedBefore * (before + after) + foldedAfter * (before + after);
            upper[i] = i == n - 2 ? 0 : after - foldedBefore * before;
            right[i] = 6 * ((y[i + 1] - y[i]) / after - (y[i] - y[i - 1]) / before);
            if (i > 1) {
                double factor = lower / diagonal[i - 1];
                diagonal[i] -= factor * upper[i - 1];
                right[i] -= factor * right[i - 1];
            }
        }
        double[] curvature = new double[n];
        for (int i = n - 2; i >= 1; i--) {
            curvature[i] = (right[i] - upper[i] * curvature[i + 1]) / diagonal[i];
        }
        curvature[0] = beyond(x[1] - x[0], x[2] - x[1], curvature[1], curvature[2]);
        curvature[n - 1] = beyond(x[n - 1] - x[n - 2], x[n - 2] - x[n - 3], curvature[n - 2], curvature[n - 3]);
        return curvature;
    }

    private static double beyond(double step, double previousStep, double nearest, double next) {
        return nearest + step / previousStep * (nearest - next);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CubicSpline that && Arrays.equals(x, that.x) && Arrays.equals(y, that.y);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
    }
}
