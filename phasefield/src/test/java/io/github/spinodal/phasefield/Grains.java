package io.github.spinodal.phasefield;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.thermo.RegularSolution;

/** Ensembles and electrodes used by several tests. */
final class Grains {
    static final double KT = PhysicalConstants.thermalEnergy(298.15);
    static final double THERMAL_VOLTAGE = PhysicalConstants.thermalVoltage(298.15);

    private Grains() {}

    static GrainClass regular(double omegaOverKT, Kinetics kinetics) {
        return GrainClass.of(RegularSolution.ofOmegaOverKT(omegaOverKT, 298.15), kinetics);
    }

    static GrainEnsemble spread(double omegaOverKT, Kinetics kinetics, int size, long seed) {
        return GrainEnsemble.drawn(
                regular(omegaOverKT, kinetics),
                GrainDistribution.ofRate(1).withRateSpread(0.3).withShiftSpread(0.1),
                size,
                seed);
    }

    /** Capacity 1 C, V_EQ = 0. */
    static Electrode electrode(GrainEnsemble ensemble) {
        return Electrode.of(ensemble, 1, 0);
    }

    static Simulation galvanostatic(GrainEnsemble ensemble, double rate, double from, double to) {
        return Simulation.of(
                        electrode(ensemble),
                        Protocol.of(ProtocolStep.fillingRate(Math.copySign(rate, to - from), EndCondition.filling(to))))
                .withInitialFilling(from);
    }

    /** Largest difference of two voltage curves (kT/e), the second interpolated by a cubic through four points. */
    static double largestDifference(VoltageRecorder a, VoltageRecorder b) {
        double[] x = a.filling();
        double[] y = a.voltageVolt();
        double[] bx = b.filling();
        double[] by = b.voltageVolt();
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(y[i] - interpolate(bx, by, x[i])) / THERMAL_VOLTAGE);
        }
        return largest;
    }

    private static double interpolate(double[] x, double[] y, double at) {
        double sign = x[x.length - 1] > x[0] ? 1 : -1;
        int low = 0;
        int high = x.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (sign * (x[middle] - at) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        int first = Math.max(0, Math.min(x.length - 4, low - 1));
        double sum = 0;
        for (int i = first; i < first + 4; i++) {
            double term = y[i];
            for (int j = first; j < first + 4; j++) {
                if (j != i) {
                    term *= (at - x[j]) / (x[i] - x[j]);
                }
            }
            sum += term;
        }
        return sum;
    }
}
