package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * At Omega/kT = 4.5 and a thousand grains the order in which grains switch depends on rounding, so that correct solvers
 * differ point by point. Their statistics over seeds must agree.
 */
class EventStatisticsTest {
    private static final int SEEDS = 12;
    private static final int GRAINS = 1000;
    /** Swings smaller than this many kT/e do not count as bumps. */
    private static final double SMALLEST_SWING = 0.02;

    private record Statistics(double plateau, double period, double amplitude) {}

    private static Statistics statistics(int seed, Method method, double tolerance) {
        GrainEnsemble ensemble = GrainEnsemble.drawn(
                Grains.regular(4.5, Kinetics.symmetric()),
                GrainDistribution.ofRate(1).withRateSpread(0.3).withShiftSpread(0.1),
                GRAINS,
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
            explicit.add(statistics(seed, Method.EXPLICIT, 1e-6));
            tight.add(statistics(seed, Method.EXPLICIT, 1e-7));
            implicit.add(statistics(seed, Method.IMPLICIT, 1e-6));
        }
        assertAgree(explicit, tight);
        assertAgree(explicit, implicit);
    }

    private static void assertAgree(List<Statistics> a, List<Statistics> b) {
        assertAgree("plateau", column(a, 0), column(b, 0));
        assertAgree("period", column(a, 1), column(b, 1));
        assertAgree("amplitude", column(a, 2), column(b, 2));
    }

    private static double[] column(List<Statistics> rows, int which) {
        return rows.stream()
                .mapToDouble(s -> which == 0 ? s.plateau() : which == 1 ? s.period() : s.amplitude())
                .toArray();
    }

    /** The mean difference, seed by seed, lies within three of its standard errors, which are small. */
    private static void assertAgree(String what, double[] a, double[] b) {
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
        assertEquals(0, mean, 3 * error, what);
        assertTrue(error < 0.05 * level, what + ": " + error + " of " + level);
    }
}
