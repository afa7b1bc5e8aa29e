package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * At Omega/kT = 4.5 and a thousand grains the order in which grains switch depends on rounding, so that correct solvers
 * differ point by point. Their statistics over seeds must agree.
 */
class EventStatisticsTest {
    private static final int SEEDS = 12;
    private static final int GRAINS = 1000;
    private static final int FEW_SEEDS = 6;
    private static final int MANY_GRAINS = 10_000;
    /** Mean potential (kT/e): at this tolerance implicit steps lie 7e-6 from explicit steps a hundred times more exact. */
    private static final double PLATEAU_ERROR = 1e-5;
    /** Either method errs by up to 1.6e-5 kT/e while a group switches, and a swing is the difference of two extremes. */
    private static final double SWING_ERROR = 4e-5;
    /** Swings smaller than this many kT/e do not count as bumps. */
    private static final double SMALLEST_SWING = 0.02;

    private record Statistics(double plateau, double period, double amplitude) {}

    private static Statistics statistics(int grains, int seed, Method method, double tolerance) {
        GrainEnsemble ensemble = GrainEnsemble.drawn(
                Grains.regular(4.5, Kinetics.symmetric()),
                GrainDistribution.ofRate(1).withRateSpread(0.3).withShiftSpread(0.1),
                grains,
                seed);
        SimulationResult result = Simulation.of(
                        Grains.electrode(ensemble),
                        Protocol.of(ProtocolStep.fillingRate(1e-3, EndCondition.filling(0.8))))
                .withInitialFilling(0.005)
                .withMethod(method)
                .withRelativeTolerance(tolerance)
                .run();
        double[] c = result.voltage().filling();
        double[] v = result.voltage().voltageVolt();
        double area = 0;
        double width = 0;
        double swings = 0;
        int turns = 0;
        double extreme = Double.NaN;
        double previous = Double.NaN;
        double first = Double.NaN;
        double last = Double.NaN;
        boolean rising = true;
        for (int i = 1; i < c.length; i++) {
            if (c[i] < 0.2) {
                extreme = v[i] / Grains.THERMAL_VOLTAGE;
                continue;
            }
            area += (c[i] - c[i - 1]) * (v[i] + v[i - 1]) / 2;
            width += c[i] - c[i - 1];
            double u = v[i] / Grains.THERMAL_VOLTAGE;
            if (rising ? u > extreme : u < extreme) {
                extreme = u;
            } else if (Math.abs(u - extreme) > SMALLEST_SWING) {
                turns++;
                first = turns == 1 ? c[i] : first;
                last = c[i];
                swings += turns > 1 ? Math.abs(extreme - previous) : 0;
                previous = extreme;
                rising = !rising;
                extreme = u;
            }
        }
        return new Statistics(
                area / width / Grains.THERMAL_VOLTAGE, 2 * (last - first) / (turns - 1), swings / (turns - 1));
    }

    @Test
    @Tag("slow")
    void solversAndTolerancesAgreeInTheirStatistics() {
        List<Statistics> explicit = new ArrayList<>();
        List<Statistics> tight = new ArrayList<>();
        List<Statistics> implicit = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            explicit.add(statistics(GRAINS, seed, Method.EXPLICIT, 1e-6));
            tight.add(statistics(GRAINS, seed, Method.EXPLICIT, 1e-7));
            implicit.add(statistics(GRAINS, seed, Method.IMPLICIT, 1e-6));
        }
        assertAgree(explicit, tight, 3, 0, 0);
        assertAgree(explicit, implicit, 3, 0, 0);
    }

    /** Six seeds know the error of their mean difference too poorly for three of them: Student's t at the same probability. */
    @Test
    @Tag("slow")
    void solversAgreeInTheStatisticsOfManyGrains() {
        List<Statistics> explicit = new ArrayList<>();
        List<Statistics> implicit = new ArrayList<>();
        for (int seed = 1; seed <= FEW_SEEDS; seed++) {
            explicit.add(statistics(MANY_GRAINS, seed, Method.EXPLICIT, 1e-6));
            implicit.add(statistics(MANY_GRAINS, seed, Method.IMPLICIT, 1e-6));
        }
        double allowed = new TDistribution(FEW_SEEDS - 1).inverseCumulativeProbability(0.99865);
        assertAgree(explicit, implicit, allowed, PLATEAU_ERROR, SWING_ERROR);
    }

    private static void assertAgree(
            List<Statistics> a, List<Statistics> b, double allowed, double plateauError, double swingError) {
        assertAgree("plateau", column(a, 0), column(b, 0), allowed, plateauError);
        assertAgree("period", column(a, 1), column(b, 1), allowed, 0);
        assertAgree("amplitude", column(a, 2), column(b, 2), allowed, swingError);
    }

    private static double[] column(List<Statistics> rows, int which) {
        return rows.stream()
                .mapToDouble(s -> which == 0 ? s.plateau() : which == 1 ? s.period() : s.amplitude())
                .toArray();
    }

    /** The mean difference, seed by seed, lies within so many of its standard errors, which are small, and the steps' error. */
    private static void assertAgree(String what, double[] a, double[] b, double allowed, double stepError) {
        double mean = 0;
        double level = 0;
        for (int i = 0; i < a.length; i++) {
            mean += (b[i] - a[i]) / a.length;
            level += Math.abs(a[i]) / a.length;
        }
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            square += (b[i] - a[i] - mean) * (b[i] - a[i] - mean);
        }
        double error = Math.sqrt(square / (a.length - 1) / a.length);
        assertEquals(0, mean, allowed * error + stepError, what);
        assertTrue(error < 0.05 * level, what + ": " + error + " of " + level);
    }
}
