package io.github.spinodal.core.statistics;

/**
 * Prefix sums that give the residual sum of squares of any segment in constant time. Both coordinates are centred first,
 * and the sums are compensated, so that little is left of the cancellation that differences of sums suffer.
 */
final class SegmentSums {
    private final SegmentShape shape;
    private final double centreX;
    private final double centreY;
    private final double[] x;
    private final double[] y;
    private final double[] xx;
    private final double[] xy;
    private final double[] yy;

    SegmentSums(double[] abscissa, double[] ordinate, SegmentShape shape) {
        this.shape = shape;
        int n = ordinate.length;
        centreX = mean(abscissa);
        centreY = mean(ordinate);
        x = new double[n + 1];
        y = new double[n + 1];
        xx = new double[n + 1];
        xy = new double[n + 1];
        yy = new double[n + 1];
        double[] running = new double[5];
        double[] lost = new double[5];
        for (int i = 0; i < n; i++) {
            double u = abscissa[i] - centreX;
            double v = ordinate[i] - centreY;
            x[i + 1] = append(running, lost, 0, u);
            y[i + 1] = append(running, lost, 1, v);
            xx[i + 1] = append(running, lost, 2, u * u);
            xy[i + 1] = append(running, lost, 3, u * v);
            yy[i + 1] = append(running, lost, 4, v * v);
        }
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v / values.length;
        }
        return sum;
    }

    /** Neumaier's compensated running sum. */
    private static double append(double[] running, double[] lost, int which, double term) {
        double before = running[which];
        double sum = before + term;
        lost[which] += Math.abs(before) >= Math.abs(term) ? (before - sum) + term : (term - sum) + before;
        running[which] = sum;
        return sum + lost[which];
    }

    /** Residual sum of squares of the segment [from, to). */
    double cost(int from, int to) {
        double n = to - from;
        double sy = y[to] - y[from];
        double syy = yy[to] - yy[from] - sy * sy / n;
        if (shape == SegmentShape.CONSTANT) {
            return Math.max(syy, 0);
        }
        double sx = x[to] - x[from];
        double sxx = xx[to] - xx[from] - sx * sx / n;
        double sxy = xy[to] - xy[from] - sx * sy / n;
        return Math.max(sxx > 0 ? syy - sxy * sxy / sxx : syy, 0);
    }

    /** Intercept at x = 0 and slope of the segment [from, to). */
    double[] line(int from, int to) {
        double n = to - from;
        double sx = x[to] - x[from];
        double sy = y[to] - y[from];
        double sxx = xx[to] - xx[from] - sx * sx / n;
        double sxy = xy[to] - xy[from] - sx * sy / n;
        double slope = shape == SegmentShape.CONSTANT || !(sxx > 0) ? 0 : sxy / sxx;
        return new double[] {centreY + sy / n - slope * (centreX + sx / n), slope};
    }
}
