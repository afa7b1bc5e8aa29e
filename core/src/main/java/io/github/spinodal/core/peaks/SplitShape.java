package io.github.spinodal.core.peaks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A symmetric shape stretched differently on its two sides. */
record SplitShape(PeakShape base) implements PeakShape {
    @Override
    public String name() {
        return "split " + base.name();
    }

    @Override
    public List<ShapeParameter> parameters() {
        List<ShapeParameter> all = new ArrayList<>(base.parameters());
        all.add(new ShapeParameter("skew", 0, -0.95, 0.95));
        return List.copyOf(all);
    }

    @Override
    public Profile profile(double... values) {
        int last = values.length - 1;
        return new At(base.profile(Arrays.copyOf(values, last)), values[last], last);
    }

    private record At(Profile inner, double skew, int innerCount) implements Profile {
        @Override
        public void evaluate(double u, double[] result) {
            double stretch = u < 0 ? 1 - skew : 1 + skew;
            inner.evaluate(u / stretch, result);
            double slope = result[1];
            result[1] = slope / stretch;
            result[2 + innerCount] = slope * u / (stretch * stretch) * (u < 0 ? 1 : -1);
        }

        @Override
        public double integral() {
            return inner.integral();
        }
    }
}
