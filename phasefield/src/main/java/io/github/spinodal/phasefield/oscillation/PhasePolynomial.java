package io.github.spinodal.phasefield.oscillation;

/** A phase that is a sum of Legendre polynomials of the degrees from one, and the covariance of their coefficients. */
final class PhasePolynomial {
    private final double[] coefficients;
    /** Row by row. */
    private final double[] covariance;

    PhasePolynomial(double[] coefficients, double[] covariance) {
        this.coefficients = coefficients;
        this.covariance = covariance;
    }

    int degree() {
        return coefficients.length;
    }

    /** Periods between the ends of the window. */
    double cycles() {
        return cycles(coefficients);
    }

    /** Periods between the ends of the window of a phase with these coefficients from degree one. */
    static double cycles(double[] coefficients) {
        double sum = 0;
        for (int k = 0; k < coefficients.length; k += 2) {
            sum += coefficients[k];
        }
        return sum / Math.PI;
    }

    double cyclesDeviation() {
        double[] gradient = new double[coefficients.length];
        for (int k = 0; k < gradient.length; k += 2) {
            gradient[k] = 1 / Math.PI;
        }
        return deviation(gradient);
    }

    /** Slope of the phase with x: pi times the local number of periods per window. */
    double slope(double x) {
        return Bases.legendreSlope(x, coefficients);
    }

    double slopeDeviation(double x) {
        return deviation(slopes(x));
    }

    /** Local period at one place less that at another, over the mean period, and its standard error. */
    double[] drift(double from, double to) {
        double early = slope(from);
        double late = slope(to);
        double[] earlySlopes = slopes(from);
        double[] lateSlopes = slopes(to);
        double mean = Math.PI * cycles();
        double[] gradient = new double[coefficients.length];
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] = mean * (earlySlopes[k] / (early * early) - lateSlopes[k] / (late * late));
        }
        return new double[] {mean / late - mean / early, deviation(gradient)};
    }

    private double[] slopes(double x) {
        double[] slopes = new double[coefficients.length];
        Bases.legendreSlopes(x, slopes.length, slopes);
        return slopes;
    }

    private double deviation(double[] gradient) {
        return Math.sqrt(Math.max(0, Products.variance(gradient, covariance)));
    }
}
