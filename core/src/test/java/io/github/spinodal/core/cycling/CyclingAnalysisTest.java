package io.github.spinodal.core.cycling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.cycling.CyclingStep.Kind;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CyclingAnalysisTest {
    /** One sample a second; current in A as given; voltage 2 V falling or rising with the charge. */
    private static CyclingData test(double... current) {
        double[] time = new double[current.length];
        double[] voltage = new double[current.length];
        Arrays.setAll(time, i -> i);
        for (int i = 0; i < current.length; i++) {
            voltage[i] = 2 + (i == 0 ? 0 : voltage[i - 1] - 2) + 0.001 * current[i];
        }
        return CyclingData.of(time, current, voltage);
    }

    private static double[] repeat(double... valueAndCount) {
        int total = 0;
        for (int i = 1; i < valueAndCount.length; i += 2) {
            total += (int) valueAndCount[i];
        }
        double[] all = new double[total];
        int n = 0;
        for (int i = 0; i < valueAndCount.length; i += 2) {
            Arrays.fill(all, n, n + (int) valueAndCount[i + 1], valueAndCount[i]);
            n += (int) valueAndCount[i + 1];
        }
        return all;
    }

    @Test
    void integratesTheCurrent() {
        CyclingData data = test(0, 2, 2, 4, 0, -1, -1);
        // trapezoids 2 + 3; nothing across the switches to and from rest; 1 back
        assertArrayEquals(new double[] {0, 0, 2, 5, 5, 5, 4}, data.netChargeCoulomb());
        assertEquals(
                List.of(Kind.REST, Kind.CHARGE, Kind.REST, Kind.DISCHARGE),
                data.steps().stream().map(CyclingStep::kind).toList());
        assertEquals(new CyclingStep(1, 0, Kind.CHARGE, 1, 4, 5), data.steps().get(1));
        assertTrue(data.toString().contains("7 samples, 4 steps"));
        assertEquals(Kind.REST, test(0.009, 1, 1).steps().get(0).kind());
        assertEquals(Kind.CHARGE, test(0.011, 1, 1).steps().get(0).kind());
    }

    @Test
    void countsCycles() {
        CyclingData data = test(repeat(0, 2, -1, 3, 0, 2, 1, 3, -1, 3, 0, 1, -1, 1, 1, 2));
        assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2}, data.cycles());
        assertArrayEquals(
                new int[] {7, 7}, test(1, 1).withCycles(new int[] {7, 7}).cycles());
        assertEquals(2, test(1, 1).withStepNumbers(new int[] {1, 2}).steps().size());
        assertEquals(2, test(1, 1).withCycles(new int[] {1, 2}).steps().size());
    }

    @Test
    void sumsCapacitiesByCycle() {
        CyclingData data = test(repeat(-1, 101, 0, 1, 1, 91, 0, 1, -1, 81));
        CycleTable table = CycleTable.of(data, EfficiencyConvention.CHARGE_OVER_DISCHARGE);
        assertEquals(2, table.cycles().size());
        assertEquals(new CycleCapacity(1, 90, 100), table.cycle(1));
        assertEquals(0.9, table.cycle(1).coulombicEfficiency(table.convention()).orElseThrow(), 1e-15);
        assertEquals(
                100 / 90.0,
                table.cycle(1)
                        .coulombicEfficiency(EfficiencyConvention.DISCHARGE_OVER_CHARGE)
                        .orElseThrow(),
                1e-15);
        assertEquals(0.8, table.retention(Direction.DISCHARGE, 1, 2), 1e-15);
        assertEquals(0, table.retention(Direction.CHARGE, 1, 2));
        assertEquals(100 / 3.6e-3, table.cycle(1).inMicroampereHours(Direction.DISCHARGE), 1e-9);
        assertTrue(table.cycle(2)
                .coulombicEfficiency(EfficiencyConvention.DISCHARGE_OVER_CHARGE)
                .isEmpty());
        assertThrows(InvalidValueException.class, () -> table.cycle(3));
        assertThrows(InvalidValueException.class, () -> table.retention(Direction.CHARGE, 2, 1));
        assertEquals(
                "cycle,charge capacity (uAh),discharge capacity (uAh),coulombic efficiency (1)",
                table.table().toCsv().split("\n", -1)[0]);
        assertEquals(table, CycleTable.of(table.cycles(), EfficiencyConvention.CHARGE_OVER_DISCHARGE));
        assertNotEquals(table, CycleTable.of(table.cycles(), EfficiencyConvention.DISCHARGE_OVER_CHARGE));
        assertThrows(
                InvalidValueException.class,
                () -> CycleTable.of(
                        List.of(table.cycle(2), table.cycle(1)), EfficiencyConvention.DISCHARGE_OVER_CHARGE));
        assertThrows(
                InvalidValueException.class,
                () -> CycleTable.of(List.of(), EfficiencyConvention.DISCHARGE_OVER_CHARGE));
        assertThrows(InvalidValueException.class, () -> new CycleCapacity(1, -1, 0));
        assertThrows(InvalidValueException.class, () -> new CycleCapacity(1, 0, Double.NaN));
    }

    /** Shi et al.: 27.4 uAh/cm2 fall to 17.8 in 100 cycles: 65.0 % are left. */
    @Test
    void retentionOfTheStudy() {
        CycleTable table = CycleTable.of(
                List.of(new CycleCapacity(1, 0, 27.4 * 3.6e-3), new CycleCapacity(100, 0, 17.8 * 3.6e-3)),
                EfficiencyConvention.CHARGE_OVER_DISCHARGE);
        assertEquals(0.650, table.retention(Direction.DISCHARGE, 1, 100), 5e-4);
    }

    @Test
    void extractsConstantCurrentBranches() {
        // rest, discharge with a spike, pause, discharge on, charge, constant-voltage decay, short discharge
        double[] current =
                repeat(0, 3, -1, 10, -3, 2, -1, 10, 0, 4, -1, 10, 1, 20, 0.8, 1, 0.6, 1, 0.4, 1, 0.2, 5, -1, 4);
        List<GalvanostaticBranch> branches = BranchExtraction.withDefaults().extract(test(current));
        assertEquals(2, branches.size());
        GalvanostaticBranch discharge = branches.get(0);
        assertEquals(Direction.DISCHARGE, discharge.curve().direction());
        assertEquals(1, discharge.curve().currentAmpere());
        assertEquals(3, discharge.firstIndex());
        assertEquals(38, discharge.lastIndex());
        assertEquals(2, discharge.skippedSamples());
        assertEquals(1, discharge.pauses());
        assertEquals(30, discharge.curve().size());
        assertEquals(0, discharge.curve().charge(0));
        assertEquals(21 + 2 + 3 * 1.0 + 9 - 1, discharge.curve().capacityCoulomb(), 1.01);
        GalvanostaticBranch charge = branches.get(1);
        assertEquals(20, charge.curve().size());
        assertEquals(58, charge.lastIndex());
        assertEquals(0, charge.skippedSamples());
        List<GalvanostaticBranch> split = BranchExtraction.withDefaults()
                .withPauses(BranchExtraction.Pauses.SPLIT)
                .withLongestSpike(1)
                .extract(test(current));
        assertArrayEquals(
                new int[] {10, 10, 10, 20},
                split.stream().mapToInt(b -> b.curve().size()).toArray());
        assertEquals(
                3,
                BranchExtraction.withDefaults()
                        .withFewestPoints(4)
                        .extract(test(current))
                        .size());
        assertEquals(
                21,
                BranchExtraction.withDefaults()
                        .withTolerance(0.25)
                        .extract(test(current))
                        .get(1)
                        .curve()
                        .size());
    }

    @Test
    void needsACurrent() {
        CyclingData data = CyclingData.ofChargeAndVoltage(
                new double[] {0, -1, -2, -3, -4, -5, -5}, new double[] {2, 1.9, 1.8, 1.7, 1.6, 1.5, 1.5});
        assertThrows(
                InvalidValueException.class,
                () -> BranchExtraction.withDefaults().extract(data));
        List<GalvanostaticBranch> branches =
                BranchExtraction.withDefaults().withAssumedCurrent(2e-3).extract(data);
        assertEquals(1, branches.size());
        assertEquals(2e-3, branches.get(0).curve().currentAmpere());
        assertEquals(5, branches.get(0).curve().capacityCoulomb());
        assertThrows(
                InvalidValueException.class,
                () -> BranchExtraction.withDefaults().withAssumedCurrent(0));
        assertThrows(
                InvalidValueException.class,
                () -> BranchExtraction.withDefaults().withTolerance(1));
        assertThrows(
                InvalidValueException.class,
                () -> BranchExtraction.withDefaults().withFewestPoints(1));
        assertThrows(
                InvalidValueException.class,
                () -> BranchExtraction.withDefaults().withLongestSpike(-1));
    }

    @Test
    void leavesOutSamplesWhoseChargeFallsBehind() {
        CyclingData data = test(repeat(1, 8)).withNetCharge(new double[] {0, 1, 2, 1.5, 3, 4, 5, 6});
        GalvanostaticBranch branch =
                BranchExtraction.withDefaults().extract(data).get(0);
        assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5, 6}, branch.curve().chargeCoulomb());
        assertEquals(1, branch.skippedSamples());
    }

    @Test
    void tabulatesRates() {
        CyclingData data = test(repeat(-1, 101, 1, 50, -1, 91, 1, 50, -2, 31, 1, 50, -1, 96));
        List<GalvanostaticBranch> branches = BranchExtraction.withDefaults().extract(data);
        RateTable table = RateTable.of(branches, Direction.DISCHARGE, 0.05);
        assertEquals(3, table.rates().size());
        RateTable.Rate slow = table.rates().get(0);
        assertEquals(2, slow.branches());
        assertEquals(95, slow.meanCapacityCoulomb(), 1e-12);
        assertEquals(Math.sqrt(50), slow.spreadCoulomb(), 1e-12);
        assertEquals(1, slow.firstCycle());
        assertEquals(1, slow.relativeCapacity());
        assertEquals(60 / 95.0, table.rates().get(1).relativeCapacity(), 1e-12);
        assertEquals(2, table.rates().get(1).currentAmpere());
        assertEquals(95 / 95.0, table.rates().get(2).relativeCapacity(), 1e-12);
        assertTrue(Double.isNaN(table.rates().get(2).spreadCoulomb()));
        assertEquals(36, slow.cRate(100));
        assertEquals(Direction.DISCHARGE, table.direction());
        assertEquals(3, table.table().rows().size());
        assertEquals(1e6, table.table().rows().get(0).cells().get("current (uA)"));
        assertEquals(1, RateTable.of(branches, Direction.CHARGE, 0.05).rates().size());
        assertEquals(table, RateTable.of(branches, Direction.DISCHARGE, 0.06));
        assertThrows(InvalidValueException.class, () -> RateTable.of(branches, Direction.CHARGE, 0));
        assertThrows(InvalidValueException.class, () -> slow.cRate(0));
    }

    @Test
    void refusesInvalidColumns() {
        assertThrows(InvalidValueException.class, () -> test(1));
        assertThrows(InvalidValueException.class, () -> test(1, Double.NaN));
        assertThrows(
                InvalidValueException.class, () -> CyclingData.of(new double[] {1, 0}, new double[2], new double[2]));
        assertThrows(InvalidValueException.class, () -> CyclingData.of(new double[2], new double[2], new double[3]));
        assertThrows(InvalidValueException.class, () -> CyclingData.ofChargeAndVoltage(new double[2], new double[3]));
        CyclingData data = test(1, 1);
        assertThrows(InvalidValueException.class, () -> data.withNetCharge(new double[3]));
        assertThrows(InvalidValueException.class, () -> data.withCycles(new int[3]));
        assertThrows(InvalidValueException.class, () -> data.withStepNumbers(new int[3]));
        assertEquals(data, test(1, 1));
        assertNotEquals(data, data.withNetCharge(new double[] {0, 5}));
        assertNotEquals(data, data.withCycles(new int[] {2, 2}));
        assertNotEquals(data, data.withStepNumbers(new int[] {2, 2}));
        assertThrows(
                InvalidValueException.class,
                () -> CyclingReadOptions.withDefaults().withTimeFactor(0));
    }
}
