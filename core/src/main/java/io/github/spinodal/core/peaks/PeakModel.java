package io.github.spinodal.core.peaks;

import io.github.spinodal.core.fit.ResidualFunction;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Background plus peaks as a least-squares problem. Parameters: those of the background, then height, centre, width and
 * shape parameters of each peak.
 */
final class PeakModel implements ResidualFunction {
    private final double[] x;
    private final double[] y;
    private final double[] inverseSigma;
    private final List<PeakShape> shapes;
    private final @Nullable Satellite satellite;
    private final PeakBackground background;
    private final int[] first;
    private final int longest;
    private final int backgroundCount;

    PeakModel(
            double[] x,
            double[] y,
            double[] inverseSigma,
            List<PeakShape> shapes,
            @Nullable Satellite satellite,
            PeakBackground background) {
        this.x = x;
        this.y = y;
        this.inverseSigma = inverseSigma;
        this.shapes = shapes;
        this.satellite = satellite;
        this.background = background;
        backgroundCount = background.parameterCount();
        first = new int[shapes.size() + 1];
        first[0] = backgroundCount;
        int most = backgroundCount;
        for (int k = 0; k < shapes.size(); k++) {
            int length = 3 + shapes.get(k).parameters().size();
            first[k + 1] = first[k] + length;
            most = Math.max(most, length);
        }
        longest = most;
    }

    /** Number of parameters of a peak. */
    int stride(int peak) {
        return first[peak + 1] - first[peak];
    }

    int peakCount() {
        return shapes.size();
    }

    PeakShape shape(int peak) {
        return shapes.get(peak);
    }

    /** Index of the height of a peak; centre, width and shape parameters follow. */
    int first(int peak) {
        return first[peak];
    }

    @Override
    public int residualCount() {
        return x.length;
    }

    @Override
    public int parameterCount() {
        return first[shapes.size()];
    }

    @Override
    public void residuals(double[] parameters, double[] residuals) {
        compute(parameters, residuals, null);
    }

    @Override
    public void residualsAndJacobian(double[] parameters, double[] residuals, double[] jacobian) {
        compute(parameters, residuals, jacobian);
    }

    private void compute(double[] p, double[] residuals, double @Nullable [] jacobian) {
        int n = p.length;
        double[] gradient = new double[longest];
        for (int i = 0; i < x.length; i++) {
            residuals[i] = background.value(x[i], p, gradient) - y[i];
            if (jacobian != null) {
                System.arraycopy(gradient, 0, jacobian, i * n, backgroundCount);
            }
        }
        for (int k = 0; k < shapes.size(); k++) {
            int at = first(k);
            double[] work = new double[stride(k)];
            PeakShape.Profile profile = profile(p, k);
            for (int i = 0; i < x.length; i++) {
                residuals[i] += peak(p, at, profile, x[i], work, gradient);
                if (jacobian != null) {
                    System.arraycopy(gradient, 0, jacobian, i * n + at, work.length);
                }
            }
        }
        for (int i = 0; i < x.length; i++) {
            residuals[i] *= inverseSigma[i];
            if (jacobian != null) {
                for (int j = i * n; j < (i + 1) * n; j++) {
                    jacobian[j] *= inverseSigma[i];
                }
            }
        }
    }

    private PeakShape.Profile profile(double[] p, int peak) {
        return shapes.get(peak).profile(Arrays.copyOfRange(p, first[peak] + 3, first[peak + 1]));
    }

    /** One peak with its satellite at one point, with the derivatives with respect to its own parameters. */
    private double peak(
            double[] p, int at, PeakShape.Profile profile, double position, double[] work, double[] gradient) {
        Arrays.fill(gradient, 0);
        double value = line(p[at], p[at + 1], p[at + 2], profile, position, work, 1, 1, gradient);
        if (satellite != null) {
            double centre = satellite.position(p[at + 1]);
            double slope = satellite.positionSlope(p[at + 1]);
            value += line(p[at], centre, p[at + 2], profile, position, work, satellite.ratio(), slope, gradient);
        }
        return value;
    }

    private static double line(
            double height,
            double centre,
            double width,
            PeakShape.Profile profile,
            double position,
            double[] work,
            double ratio,
            double centreSlope,
            double[] gradient) {
        double u = (position - centre) / width;
        profile.evaluate(u, work);
        double scale = ratio * height;
        gradient[0] += ratio * work[0];
        gradient[1] -= scale * work[1] / width * centreSlope;
        gradient[2] -= scale * work[1] * u / width;
        for (int k = 3; k < work.length; k++) {
            gradient[k] += scale * work[k - 1];
        }
        return scale * work[0];
    }

    /** The curve of one peak with its satellite on any points. */
    double[] component(double[] p, int peak, double[] points) {
        double[] curve = new double[points.length];
        double[] work = new double[stride(peak)];
        double[] gradient = new double[longest];
        PeakShape.Profile profile = profile(p, peak);
        for (int i = 0; i < points.length; i++) {
            curve[i] = peak(p, first(peak), profile, points[i], work, gradient);
        }
        return curve;
    }

    /** The curve of the background on any points. */
    double[] backgroundCurve(double[] p, double[] points) {
        double[] curve = new double[points.length];
        double[] gradient = new double[longest];
        for (int i = 0; i < points.length; i++) {
            curve[i] = background.value(points[i], p, gradient);
        }
        return curve;
    }

    /** Area of the main line of a peak. */
    double area(double[] p, int peak) {
        int at = first(peak);
        return p[at] * p[at + 2] * profile(p, peak).integral();
    }
}
