package io.github.spinodal.core.peaks;

import java.util.List;

/** The Voigt function in units of its exact full width at half maximum. */
record Voigt() implements PeakShape {
    private static final double ROOT_LN_2 = Math.sqrt(Math.log(2));
    private static final double ROOT_PI = Math.sqrt(Math.PI);

    @Override
    public String name() {
        return "Voigt";
    }

    @Override
    public List<ShapeParameter> parameters() {
        return List.of(new ShapeParameter("Lorentz share", 0.3, 0, 0.999));
    }

    @Override
    public Profile profile(double... values) {
        return new At(values[0]);
    }

    /** With H(x, y) = Re w(x + iy) and h(y) its half width: the profile is H(2 h u, y)/H(0, y). */
    private static final class At implements Profile {
        private final double y;
        private final double slopeOfY;
        private final double top;
        private final double topSlope;
        private final double half;
        private final double halfSlope;
        private final double[] w = new double[2];

        At(double share) {
            y = ROOT_LN_2 * share / (1 - share);
            slopeOfY = ROOT_LN_2 / ((1 - share) * (1 - share));
            Faddeeva.evaluate(0, y, w);
            top = w[0];
            topSlope = slopeY(0);
            // starts from Olivero and Longbothum's formula, good to 0.02 %, so that Newton needs two steps
            double h = 0.5346 * y + Math.sqrt(0.2166 * y * y + Math.log(2));
            for (int k = 0; k < 4; k++) {
                Faddeeva.evaluate(h, y, w);
                h -= (w[0] - top / 2) / slopeX(h);
            }
            half = h;
            Faddeeva.evaluate(half, y, w);
            halfSlope = (topSlope / 2 - slopeY(half)) / slopeX(half);
        }

        /** dH/dx = Re w', w' = -2 z w + 2i/sqrt(pi), for the current w. */
        private double slopeX(double x) {
            return -2 * (x * w[0] - y * w[1]);
        }

        /** dH/dy = Re(i w') = -Im w'. */
        private double slopeY(double x) {
            return 2 * (x * w[1] + y * w[0]) - 2 / ROOT_PI;
        }

        @Override
        public void evaluate(double u, double[] result) {
            double x = 2 * half * u;
            Faddeeva.evaluate(x, y, w);
            result[0] = w[0] / top;
            result[1] = 2 * half * slopeX(x) / top;
            double dy = (slopeX(x) * 2 * u * halfSlope + slopeY(x)) / top - result[0] * topSlope / top;
            result[2] = dy * slopeOfY;
        }

        @Override
        public double integral() {
            return ROOT_PI / (2 * half * top);
        }
    }
}
