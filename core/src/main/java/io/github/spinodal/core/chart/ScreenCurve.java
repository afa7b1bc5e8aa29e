package io.github.spinodal.core.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A curve made ready for a screen: thinned to what pixels can show, or cut into dashes. The plotting library draws each
 * segment by itself, so that a dash pattern would start anew at every point of a dense curve.
 */
final class ScreenCurve {
    /** Length of a dash and of the gap after it (pixels). */
    static final float DASH = 7;

    static final float GAP = 5;

    private final List<Double> x = new ArrayList<>();
    private final List<Double> y = new ArrayList<>();

    private ScreenCurve() {}

    List<Double> x() {
        return x;
    }

    List<Double> y() {
        return y;
    }

    private void add(double px, double py) {
        x.add(px);
        y.add(py);
    }

    /** Keeps first, lowest, highest and last point of each of many bins of consecutive points. */
    static ScreenCurve thinned(List<Double> x, List<Double> y, int bins) {
        ScreenCurve curve = new ScreenCurve();
        int n = x.size();
        if (n <= 4 * bins) {
            curve.x.addAll(x);
            curve.y.addAll(y);
            return curve;
        }
        for (int bin = 0; bin < bins; bin++) {
            int from = (int) ((long) n * bin / bins);
            int to = (int) ((long) n * (bin + 1) / bins);
            int low = from;
            int high = from;
            for (int i = from; i < to; i++) {
                low = y.get(i) < y.get(low) ? i : low;
                high = y.get(i) > y.get(high) ? i : high;
            }
            int[] kept = {from, Math.min(low, high), Math.max(low, high), to - 1};
            for (int k = 0; k < kept.length; k++) {
                if (k == 0 || kept[k] != kept[k - 1]) {
                    curve.add(x.get(kept[k]), y.get(kept[k]));
                }
            }
        }
        return curve;
    }

    /** Cuts a curve into dashes of even length on the screen, with not-a-number between them. */
    static ScreenCurve dashed(
            List<Double> x, List<Double> y, DoubleUnaryOperator screenX, DoubleUnaryOperator screenY) {
        ScreenCurve curve = new ScreenCurve();
        double travelled = 0;
        for (int i = 1; i < x.size(); i++) {
            double dx = screenX.applyAsDouble(x.get(i)) - screenX.applyAsDouble(x.get(i - 1));
            double dy = screenY.applyAsDouble(y.get(i)) - screenY.applyAsDouble(y.get(i - 1));
            double length = Math.hypot(dx, dy);
            if (!(length > 0)) {
                continue;
            }
            double done = 0;
            while (done < length) {
                double inPattern = travelled % (DASH + GAP);
                boolean on = inPattern < DASH;
                double step = Math.min(length - done, (on ? DASH : DASH + GAP) - inPattern);
                step = Math.max(step, 1e-3);
                if (on) {
                    curve.add(between(x, i, done / length), between(y, i, done / length));
                    done = Math.min(length, done + step);
                    curve.add(between(x, i, done / length), between(y, i, done / length));
                } else {
                    curve.add(x.get(i), Double.NaN);
                    done += step;
                }
                travelled += step;
            }
        }
        return curve;
    }

    private static double between(List<Double> values, int i, double fraction) {
        return values.get(i - 1) + fraction * (values.get(i) - values.get(i - 1));
    }
}
