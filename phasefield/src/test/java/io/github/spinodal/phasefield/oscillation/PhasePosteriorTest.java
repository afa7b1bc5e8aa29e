package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spinodal.core.quantity.Interval;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhasePosteriorTest {
    /** Cells of width 0.01; the jump may be in the one that holds a place or, less likely, in the next. */
    private static JumpPlace place(int number, double at, double offset, double next) {
        double left = at - offset;
        double[] edges = {left - 0.02, left - 0.01, left, left + 0.01, left + 0.02, left + 0.03};
        double[] logLikelihood = {-40, -20, 0, next, -40};
        return JumpPlace.of(number, edges, logLikelihood);
    }

    /** Six jumps of a steady wave of six periods, against the same posterior integrated on a grid of offset and period. */
    @Test
    void meanDeviationAndQuantilesAreThoseOfAGridOfPhases() {
        double[] offsets = {0.002, 0.007, 0.005, 0.009, 0.001, 0.006};
        double[] next = {-1, -8, -0.3, -30, -5, -2};
        List<JumpPlace> places = new ArrayList<>();
        for (int k = 0; k < 6; k++) {
            places.add(place(k, (k - 2.5) / 3, offsets[k], next[k]));
        }
        JumpPhase start =
                JumpPhase.starting(5 * Math.PI, new double[] {6 * Math.PI}).through(places, 3);
        assertEquals(1, start.degree());

        double[] sums = new double[3];
        int steps = 1500;
        double lowest = 5.9;
        double width = 0.2;
        double[] marginal = new double[steps];
        for (int i = 0; i < steps; i++) {
            double cycles = lowest + width * (i + 0.5) / steps;
            for (int j = 0; j < steps; j++) {
                double middle = -0.03 + 0.06 * (j + 0.5) / steps;
                double logLikelihood = 0;
                for (JumpPlace place : places) {
                    double at = middle + 2 * (place.number() - 2.5) / cycles;
                    logLikelihood += place.logLikelihoodAt(at, place.cellOf(at, 2));
                }
                // A phase a + b x is flat in a = -b middle and b: the change of variables brings a factor b.
                double weight = cycles * Math.exp(logLikelihood);
                marginal[i] += weight;
                sums[0] += weight;
                sums[1] += weight * cycles;
                sums[2] += weight * cycles * cycles;
            }
        }
        double mean = sums[1] / sums[0];
        double deviation = Math.sqrt(sums[2] / sums[0] - mean * mean);

        PhasePosterior posterior = PhasePosterior.about(start, places);
        assertEquals(mean, posterior.phase().cycles(), 0.15 * deviation);
        assertEquals(deviation, posterior.phase().cyclesDeviation(), 0.08 * deviation);
        Interval interval = posterior.cyclesInterval(0.9);
        assertEquals(0.05, share(marginal, sums[0], (interval.low() - lowest) / width), 0.015);
        assertEquals(0.95, share(marginal, sums[0], (interval.high() - lowest) / width), 0.015);
    }

    private static double share(double[] marginal, double total, double place) {
        double sum = 0;
        for (int i = 0; i < marginal.length * place; i++) {
            sum += marginal[i];
        }
        return sum / total;
    }

    @Test
    void theSamePlacesGiveTheSameDraws() {
        List<JumpPlace> places = new ArrayList<>();
        for (int k = 0; k < 5; k++) {
            places.add(place(k, (k - 2) / 3.0, 0.004, -3));
        }
        JumpPhase start =
                JumpPhase.starting(4 * Math.PI, new double[] {6 * Math.PI}).through(places, 3);
        assertEquals(
                PhasePosterior.about(start, places).cyclesInterval(0.95),
                PhasePosterior.about(start, places).cyclesInterval(0.95));
    }
}
