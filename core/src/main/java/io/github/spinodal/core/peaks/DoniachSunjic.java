package io.github.spinodal.core.peaks;

import java.util.List;

/** The line of Doniach and Sunjic. */
record DoniachSunjic(TailSide tail) implements PeakShape {
    @Override
    public String name() {
        return "Doniach-Sunjic";
    }

    @Override
    public List<ShapeParameter> parameters() {
        return List.of(new ShapeParameter("asymmetry", 0.1, 0, 0.5));
    }

    @Override
    public Profile profile(double... values) {
        return new At(values[0], -2 * tail.sign());
    }

    private record At(double a, double scale) implements Profile {
        @Override
        public void evaluate(double u, double[] result) {
            double e = scale * u;
            double atan = Math.atan(e);
            double angle = Math.PI * a / 2 + (1 - a) * atan;
            double log = Math.log1p(e * e);
            double power = Math.exp(-(1 - a) / 2 * log) / Math.cos(Math.PI * a / 2);
            double value = Math.cos(angle) * power;
            double sine = Math.sin(angle) * power;
            result[0] = value;
            result[1] = scale * (1 - a) / (1 + e * e) * (-sine - e * value);
            result[2] =
                    -sine * (Math.PI / 2 - atan) + value * log / 2 + value * Math.PI / 2 * Math.tan(Math.PI * a / 2);
        }

        @Override
        public double integral() {
            return a == 0 ? Math.PI / 2 : Double.POSITIVE_INFINITY;
        }
    }
}
