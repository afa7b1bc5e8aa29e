package io.github.spinodal.core.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.cycling.CyclingStep.Kind;
import io.github.spinodal.core.io.ReadResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class CyclingDetailsTest {
    @Test
    void directionsWithoutCurrentsFollowTheCharge() {
        CyclingData data = CyclingData.ofChargeAndVoltage(new double[] {0, 1, 1, 0.5}, new double[] {1, 2, 2, 1});
        assertEquals(
                List.of(Kind.CHARGE, Kind.REST, Kind.DISCHARGE),
                data.steps().stream().map(CyclingStep::kind).toList());
        assertEquals(2, data.steps().get(0).to());
    }

    @Test
    void manyRestsDoNotLowerTheLimitOfARest() {
        CyclingData data = CyclingData.of(
                new double[] {0, 1, 2, 3, 4, 5}, new double[] {0, 0, 0, 0, 1e-3, 1}, new double[] {1, 1, 1, 1, 1, 1});
        assertEquals(Kind.REST, data.steps().get(0).kind());
        assertEquals(5, data.steps().get(0).to());
    }

    @Test
    void theScanRateIsTheMedianOfUnsortedRates() {
        CyclicVoltammogram voltammogram =
                CyclicVoltammogram.of(new double[] {0, 8, 9, 13}, new double[4]).withTimes(new double[] {1, 3, 5, 7});
        assertEquals(2, voltammogram.scanRate().orElseThrow(), 1e-12);
    }

    @Test
    void stepNamesAndCapacitiesTellTheDirectionWithoutCurrents() {
        ReadResult<CyclingData> named = CyclingSamples.parse(
                "time (s),voltage (V),capacity (C),step type (1)\n0,1,0,charge\n1,0.9,1,charge\n2,0.8,2,charge\n");
        assertArrayEquals(new double[] {0, 1, 2}, named.single().netChargeCoulomb(), 1e-12);
        assertTrue(named.notices().toString().contains("no current in the file"));
        ReadResult<CyclingData> two = CyclingSamples.parse(
                "voltage (V),charge capacity (C),discharge capacity (C)\n1,0,0\n0.9,1,0\n0.8,2,0\n");
        assertArrayEquals(new double[] {0, 1, 2}, two.single().netChargeCoulomb(), 1e-12);
        ReadResult<CyclingData> net = CyclingSamples.parse("voltage (V),net charge (C)\n1,4\n0.9,5\n0.8,6\n");
        assertArrayEquals(new double[] {0, 1, 2}, net.single().netChargeCoulomb(), 1e-12);
        ReadResult<CyclingData> untimed =
                CyclingSamples.parse("voltage (V),current (A),capacity (C)\n1,1,0\n2,1,1\n3,1,2\n");
        assertTrue(untimed.notices().toString().contains("no time in the file"));
    }

    @Test
    void timesOfThreeStepsAddUp() {
        CyclingData data = CyclingSamples.parse("time (s),voltage (V),current (A),step (1)\n"
                        + "0,1,1,1\n10,2,1,1\n0,2,1,2\n10,3,1,2\n0,3,1,3\n10,4,1,3\n")
                .single();
        assertArrayEquals(new double[] {0, 10, 10, 20, 20, 30}, data.timeSecond(), 1e-12);
    }

    @Test
    void equalValuesHaveEqualHashes() {
        CyclingData data = CyclingSamples.read("arbin.csv").single();
        CyclingData same = CyclingSamples.read("arbin.csv").single();
        assertEquals(data.hashCode(), same.hashCode());
        CyclicVoltammogram voltammogram = CyclicVoltammogram.of(data.voltageVolt(), data.currentAmpere());
        assertEquals(
                voltammogram.hashCode(),
                CyclicVoltammogram.of(same.voltageVolt(), same.currentAmpere()).hashCode());
        assertEquals("CyclicVoltammogram[14 points, range 1.4 V]", voltammogram.toString());
    }
}
