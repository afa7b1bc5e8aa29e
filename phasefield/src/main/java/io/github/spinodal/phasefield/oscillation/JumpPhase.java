package io.github.spinodal.phasefield.oscillation;

import java.util.Arrays;
import java.util.List;

/** A phase, as a sum of Legendre polynomials from degree zero, that passes a multiple of 2 pi at every jump. */
final class JumpPhase {
    /** Fall of the misfit that is asked of one degree more, and of two. */
    private static final double[] CLEARLY = {10, 13};
    /** A drift is rarely the polynomial that this test stops at. */
    private static final int ROOM = 2;

    final double[] coefficients;
    /** Row by row. */
    final double[] covariance;
    /** Sum of the squared distances from the mean places, in standard deviations, or of what the likelihood asks for less. */
    private final double misfit;

    private JumpPhase(double[] coefficients, double[] covariance, double misfit) {
        this.coefficients = coefficients;
        this.covariance = covariance;
        this.misfit = misfit;
    }

    /** A phase to begin with. */
    static JumpPhase starting(double constant, double[] others) {
        double[] coefficients = new double[others.length + 1];
        coefficients[0] = constant;
        System.arraycopy(others, 0, coefficients, 1, others.length);
        return new JumpPhase(coefficients, new double[coefficients.length * coefficients.length], 0);
    }

    /** With a covariance that is known. */
    static JumpPhase of(double[] coefficients, double[] covariance) {
        return new JumpPhase(coefficients, covariance, 0);
    }

    int degree() {
        return coefficients.length - 1;
    }

    /** Periods between the ends of the window. */
    double cycles() {
        return PhasePolynomial.cycles(others());
    }

    double slope(double x) {
        return Bases.legendreSlope(x, others());
    }

    /** The coefficients from degree one. */
    double[] others() {
        return Arrays.copyOfRange(coefficients, 1, coefficients.length);
    }

    double at(double x) {
        double[] terms = terms(x, degree());
        double sum = 0;
        for (int k = 0; k < terms.length; k++) {
            sum += coefficients[k] * terms[k];
        }
        return sum;
    }

    static double[] terms(double x, int degree) {
        double[] others = new double[degree];
        Bases.legendre(x, degree, others);
        double[] terms = new double[degree + 1];
        terms[0] = 1;
        System.arraycopy(others, 0, terms, 1, degree);
        return terms;
    }

    PhasePolynomial withoutConstant() {
        int degree = degree();
        double[] block = new double[degree * degree];
        for (int i = 0; i < degree; i++) {
            System.arraycopy(covariance, (i + 1) * (degree + 1) + 1, block, i * degree, degree);
        }
        return new PhasePolynomial(others(), block);
    }

    /** The phase at all samples. */
    double[] values(PlateauRecord record) {
        return record.series(coefficients[0], others());
    }

    /** Through the mean places, of as many degrees as these ask for. */
    JumpPhase through(List<JumpPlace> places, int most) {
        int largest = Math.max(1, Math.min(Math.min(most, PlateauRecord.DEGREES), places.size() / 2));
        JumpPhase best = leastSquares(places, 1);
        boolean growing = true;
        while (growing) {
            growing = false;
            for (int more = 1; more <= 2 && !growing && best.degree() + more <= largest; more++) {
                JumpPhase next = leastSquares(places, best.degree() + more);
                if (next.misfit < best.misfit - CLEARLY[more - 1]) {
                    best = next;
                    growing = true;
                }
            }
        }
        return best.degree() == 1 ? best : leastSquares(places, Math.min(best.degree() + ROOM, largest));
    }

    /** The middle of each jump's likeliest cell, given the phase and how surely it is known. */
    double[] jumps(List<JumpPlace> places) {
        int freedom = places.size() - coefficients.length;
        double scatter = freedom > 0 ? Math.max(1, misfit / freedom) : 1;
        double[] jumps = new double[places.size()];
        for (int k = 0; k < jumps.length; k++) {
            JumpPlace place = places.get(k);
            double slope = slope(place.mean());
            double variance = Products.variance(terms(place.mean(), degree()), covariance) / (slope * slope);
            jumps[k] = place.likeliestAbout(placeOf(place), scatter * variance);
        }
        return jumps;
    }

    /** Where the phase has a jump, from its slope at the mean place. */
    double placeOf(JumpPlace jump) {
        double mean = jump.mean();
        return mean - (at(mean) - 2 * Math.PI * jump.number()) / slope(mean);
    }

    private JumpPhase leastSquares(List<JumpPlace> places, int degree) {
        int n = places.size();
        double[][] columns = new double[degree + 2][n];
        for (int k = 0; k < n; k++) {
            JumpPlace place = places.get(k);
            double weight = 1 / (Math.sqrt(place.variance()) * slope(place.mean()));
            double[] terms = terms(place.mean(), degree);
            for (int j = 0; j <= degree; j++) {
                columns[j][k] = weight * terms[j];
            }
            columns[degree + 1][k] = weight * 2 * Math.PI * place.number();
        }
        NormalEquations equations = NormalEquations.of(columns);
        double[] solution = equations.solve(0);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double distance = columns[degree + 1][k];
            for (int j = 0; j <= degree; j++) {
                distance -= solution[j] * columns[j][k];
            }
            JumpPlace place = places.get(k);
            double there = place.mean() + distance * Math.sqrt(place.variance());
            sum += Math.min(distance * distance, place.misfit(there));
        }
        return new JumpPhase(solution, equations.inverse(), sum);
    }
}
