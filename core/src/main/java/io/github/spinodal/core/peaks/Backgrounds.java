package io.github.spinodal.core.peaks;

import io.github.spinodal.core.statistics.RobustStatistics;

/** The backgrounds that {@link PeakBackground} offers. */
final class Backgrounds {
    private Backgrounds() {}

    /** Sum of powers; none at all if the degree is -1. */
    record Polynomial(int degree, double origin) implements PeakBackground {
        @Override
        public int parameterCount() {
            return degree + 1;
        }

        @Override
        public double value(double x, double[] parameters, double[] gradient) {
            double power = 1;
            double sum = 0;
            for (int k = 0; k <= degree; k++) {
                gradient[k] = power;
                sum += parameters[k] * power;
                power *= x - origin;
            }
            return sum;
        }

        @Override
        public double[] start(double[] x, double[] y) {
            double[] start = new double[degree + 1];
            if (degree >= 0) {
                start[0] = RobustStatistics.quantile(0.2, y);
            }
            return start;
        }
    }

    /** b_1 exp(-b_2 x). */
    record Exponential() implements PeakBackground {
        @Override
        public int parameterCount() {
            return 2;
        }

        @Override
        public double value(double x, double[] parameters, double[] gradient) {
            double e = Math.exp(-parameters[1] * x);
            gradient[0] = e;
            gradient[1] = -parameters[0] * x * e;
            return parameters[0] * e;
        }

        /** The best of a ladder of decay lengths with the amplitude by least squares. */
        @Override
        public double[] start(double[] x, double[] y) {
            double range = x[x.length - 1] - x[0];
            double best = Double.POSITIVE_INFINITY;
            double[] start = new double[2];
            for (int k = -8; k <= 12; k++) {
                double rate = Math.pow(2, k / 2.0) / range;
                double ee = 0;
                double ey = 0;
                double yy = 0;
                for (int i = 0; i < x.length; i++) {
                    double e = Math.exp(-rate * (x[i] - x[0]));
                    ee += e * e;
                    ey += e * y[i];
                    yy += y[i] * y[i];
                }
                double rest = yy - ey * ey / ee;
                if (rest < best) {
                    best = rest;
                    start[0] = ey / ee * Math.exp(rate * x[0]);
                    start[1] = rate;
                }
            }
            return start;
        }
    }
}
