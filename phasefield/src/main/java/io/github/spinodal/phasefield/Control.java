package io.github.spinodal.phasefield;

import org.jspecify.annotations.Nullable;

/**
 * What the instrument holds: the rate of filling, or the measured potential as a linear function of time.
 *
 * @param galvanostatic whether the rate is held
 * @param rate rate of filling (1/s) when galvanostatic
 * @param potential reduced measured potential -e(V - V_EQ)/kT at time zero of the step otherwise
 * @param potentialSlope its change with time (1/s)
 * @param seriesResistance series resistance in kT per unit rate of filling (s)
 */
record Control(boolean galvanostatic, double rate, double potential, double potentialSlope, double seriesResistance) {
    private static final int MAXIMUM_ITERATIONS = 100;
    /** Corrections below this are applied linearly to all rates; their square is below rounding. */
    private static final double LINEAR = 1e-8;

    static Control rate(double ratePerSecond, double seriesResistance) {
        return new Control(true, ratePerSecond, 0, 0, seriesResistance);
    }

    static Control potential(double reduced, double slopePerSecond, double seriesResistance) {
        return new Control(false, 0, reduced, slopePerSecond, seriesResistance);
    }

    double measuredPotential(double time) {
        return potential + potentialSlope * time;
    }

    /** Sums over the grains of general kinetics at a trial potential: their rate and its slope. */
    interface GeneralSums {
        void evaluate(OperatingPoint trial);

        double rate();

        double slope();
    }

    /**
     * Finds the operating point.
     *
     * @param a sum of w p over the closed-form grains
     * @param b sum of w q over them
     * @param general the other grains, if any
     * @param time time since the start of the step (s)
     * @param point holds a first guess of u; receives the result
     */
    void solve(double a, double b, @Nullable GeneralSums general, double time, OperatingPoint point) {
        if (general == null && galvanostatic) {
            closedForm(a, b, point);
        } else if (!galvanostatic && seriesResistance == 0) {
            point.setLogarithmic(measuredPotential(time));
            point.rate = rateAt(a, b, general, point);
        } else {
            iterate(a, b, general, time, point);
        }
    }

    private void closedForm(double a, double b, OperatingPoint point) {
        double root = Math.sqrt(rate * rate + 4 * a * b);
        if (rate >= 0) {
            point.x = (rate + root) / (2 * a);
            point.inverse = 1 / point.x;
        } else {
            point.inverse = (root - rate) / (2 * b);
            point.x = 1 / point.inverse;
        }
        point.u = rate >= 0 ? 2 * StrictMath.log(point.x) : -2 * StrictMath.log(point.inverse);
        point.correction = 0;
        point.rate = rate;
    }

    private static double rateAt(double a, double b, @Nullable GeneralSums general, OperatingPoint point) {
        double sum = a == 0 && b == 0 ? 0 : a * point.x - b * point.inverse;
        if (general != null) {
            general.evaluate(point);
            sum += general.rate();
        }
        return sum;
    }

    /** Safeguarded Newton iteration on a monotone function of u, ended by a linear correction. */
    private void iterate(double a, double b, @Nullable GeneralSums general, double time, OperatingPoint point) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double u = Double.isFinite(point.potential()) ? point.potential() : 0;
        for (int iteration = 0; iteration < MAXIMUM_ITERATIONS; iteration++) {
            point.setLogarithmic(u);
            double sum = rateAt(a, b, general, point);
            double sumSlope = 0.5 * (a * point.x + b * point.inverse) + (general == null ? 0 : general.slope());
            double residual = galvanostatic ? sum - rate : u + seriesResistance * sum - measuredPotential(time);
            double slope = galvanostatic ? sumSlope : 1 + seriesResistance * sumSlope;
            if (residual > 0) {
                high = u;
            } else {
                low = u;
            }
            double du = -residual / slope;
            if (Math.abs(du) <= LINEAR) {
                point.correct(du);
                point.rate = galvanostatic ? rate : sum + sumSlope * du;
                return;
            }
            u = step(u, du, low, high);
            if (Double.isNaN(u)) {
                break;
            }
        }
        point.setLogarithmic(Double.NaN);
    }

    private static double step(double u, double du, double low, double high) {
        double limited = u + Math.max(-8, Math.min(8, du));
        if (limited > low && limited < high) {
            return limited;
        }
        return Double.isInfinite(low) || Double.isInfinite(high) ? Double.NaN : 0.5 * (low + high);
    }
}
