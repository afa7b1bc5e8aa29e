package io.github.spinodal.core.cycling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DifferentialCapacityProperties {
    private static GalvanostaticCurve curve(double[] charge, double[] voltage) {
        return GalvanostaticCurve.of(Direction.DISCHARGE, 1, charge, voltage);
    }

    /** The charge is conserved whatever the voltage does: noise, plateaus, steps. */
    @Property(tries = 100, seed = "20260101")
    void conservesTheCharge(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 300) int n,
            @ForAll @IntRange(min = 0, max = 3) int digits) {
        Random random = new Random(seed);
        double[] charge = new double[n];
        double[] voltage = new double[n];
        double quantum = Math.pow(10, -digits);
        for (int i = 0; i < n; i++) {
            charge[i] = (i == 0 ? 0 : charge[i - 1]) + random.nextDouble() + 1e-3;
            voltage[i] = quantum * Math.round((2 - i / (double) n + 0.1 * random.nextGaussian()) / quantum);
        }
        GalvanostaticCurve curve = curve(charge, voltage);
        DifferentialCapacity plain = DifferentialCapacity.of(curve, 0.007);
        assertEquals(curve.capacityCoulomb(), plain.capacityCoulomb(), 1e-9 * n);
        assertEquals(curve.capacityCoulomb(), plain.smoothed(0.02).capacityCoulomb(), 1e-9 * n);
        assertTrue(Arrays.stream(plain.coulombPerVolt()).allMatch(c -> c >= 0));
    }

    /** A straight line has a constant differential capacity, |dQ/dV| = 1 / slope, quantised or not. */
    @Example
    void ofAStraightLineIsConstant() {
        for (double quantum : new double[] {0, 1e-3}) {
            int n = 20_001;
            double[] charge = new double[n];
            double[] voltage = new double[n];
            for (int i = 0; i < n; i++) {
                charge[i] = i * 1e-3;
                double v = 3 - i * 1e-4;
                voltage[i] = quantum == 0 ? v : quantum * Math.round(v / quantum);
            }
            DifferentialCapacity result = DifferentialCapacity.of(curve(charge, voltage), 0.01);
            double[] density = result.coulombPerVolt();
            assertEquals(quantum, result.resolutionVolt(), 1e-12);
            for (int i = 2; i < density.length - 2; i++) {
                assertEquals(10, density[i], 0.11, "bin " + i + " at quantum " + quantum);
            }
            assertEquals(0.01, result.binWidthVolt());
        }
    }

    /** Frumkin isotherm V = -ln(c/(1-c)) kT/e (regular solution with Omega = 0): dQ/dV = (e/kT) c(1-c), peak at 0 V. */
    @Example
    void findsThePeakOfTheIdealSolution() {
        double kt = 0.0257;
        int n = 4001;
        double[] charge = new double[n];
        double[] voltage = new double[n];
        for (int i = 0; i < n; i++) {
            double c = 0.001 + 0.998 * i / (n - 1);
            charge[i] = c;
            voltage[i] = 1e-4 * Math.round(-kt * Math.log(c / (1 - c)) / 1e-4);
        }
        DifferentialCapacity result = DifferentialCapacity.of(curve(charge, voltage), 0.002);
        assertEquals(0, result.peakVoltage(), 0.0041);
        double[] v = result.voltageVolt();
        for (int i = 3; i < v.length - 3; i++) {
            double c = 1 / (1 + Math.exp(v[i] / kt));
            assertEquals(c * (1 - c) / kt, result.coulombPerVolt()[i], 0.02 * 0.25 / kt, "at " + v[i] + " V");
        }
        assertEquals(0, result.smoothed(0.004).peakVoltage(), 0.0041);
        assertTrue(result.smoothed(0.02).coulombPerVolt()[v.length / 2] < result.coulombPerVolt()[v.length / 2]);
        assertEquals(v.length, result.table().rowCount());
        assertEquals(
                result.coulombPerVolt()[5] / 3.6e-3, result.table().column("differential capacity", "uAh/V")[5], 1e-9);
    }

    @Example
    void aFlatPlateauIsOnePeak() {
        DifferentialCapacity flat =
                DifferentialCapacity.of(curve(new double[] {0, 1, 2}, new double[] {1.5, 1.5, 1.5}), 0.01);
        assertEquals(1, flat.voltageVolt().length);
        assertEquals(200, flat.coulombPerVolt()[0], 1e-9);
        assertEquals(flat, DifferentialCapacity.of(curve(new double[] {0, 1, 2}, new double[] {1.5, 1.5, 1.5}), 0.01));
    }

    @Example
    void boundsTheNumberOfBins() {
        GalvanostaticCurve line = curve(new double[] {0, 1}, new double[] {2, 1});
        assertThrows(InvalidValueException.class, () -> DifferentialCapacity.of(line, 1e-7));
        assertThrows(InvalidValueException.class, () -> DifferentialCapacity.of(line, 0));
        assertThrows(
                InvalidValueException.class,
                () -> DifferentialCapacity.of(line, 0.01).smoothed(Double.NaN));
    }
}
