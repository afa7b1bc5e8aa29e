package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.thermo.FreeEnergyModel;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws that hold for every ensemble, each with the conditions under which it does. */
class SimulationProperties {
    private static final double EPSILON = Math.ulp(1.0);

    @Provide
    Arbitrary<Kinetics> kinetics() {
        return Arbitraries.of(
                Kinetics.symmetric(),
                Kinetics.bazant(),
                Kinetics.constantExchange(),
                Kinetics.butlerVolmer(0.3),
                Kinetics.marcusHushChidsey(8),
                Kinetics.linear());
    }

    @Provide
    Arbitrary<Double> omegas() {
        return Arbitraries.doubles().between(2.1, 5).ofScale(12);
    }

    @Provide
    Arbitrary<Double> rates() {
        return Arbitraries.doubles().between(-4, -1.5).ofScale(12).map(e -> Math.pow(10, e));
    }

    @Property(tries = 20, seed = "20260101")
    void lithiumIsConserved(
            @ForAll("kinetics") Kinetics kinetics,
            @ForAll("omegas") double omega,
            @ForAll("rates") double rate,
            @ForAll Method method,
            @ForAll @LongRange(max = 1000) long seed) {
        GrainEnsemble ensemble = Grains.spread(omega, kinetics, 8, seed);
        Protocol protocol = Protocol.of(
                ProtocolStep.fillingRate(rate, EndCondition.filling(0.5)),
                ProtocolStep.rest(3),
                ProtocolStep.sweep(0.01, -0.02, 0.01),
                ProtocolStep.fillingRate(-rate, EndCondition.capacityShare(0.1)));
        SimulationResult result = Simulation.of(Grains.electrode(ensemble), protocol)
                .withInitialFilling(0.3)
                .withMethod(method)
                .run(VoltageRecorder.atLeastApart(1));
        assertEquals(StopReason.PROTOCOL_COMPLETED, result.stopReason(), result.message());
        double bound = 4 * EPSILON * Math.sqrt(result.acceptedSteps() + 16.0);
        assertTrue(
                Math.abs(result.lithiumDrift()) <= bound,
                () -> result.lithiumDrift() + " after " + result.acceptedSteps() + " steps");
    }

    @Property(tries = 20, seed = "20260101")
    void freeEnergyNeverRisesAtRest(
            @ForAll("kinetics") Kinetics kinetics,
            @ForAll("omegas") double omega,
            @ForAll @LongRange(max = 1000) long seed,
            @ForAll boolean exchange) {
        GrainEnsemble ensemble = Grains.spread(omega, kinetics, 9, seed);
        double[] start = IntStream.range(0, 9)
                .mapToDouble(i -> CounterRandom.uniform(seed, 77, i))
                .toArray();
        Simulation simulation = Simulation.of(Grains.electrode(ensemble), Protocol.of(ProtocolStep.rest(20)))
                .withInitialFillings(start);
        if (exchange) {
            simulation = simulation.withExchange(ExchangeGraph.ring(9, 0.01));
        }
        double[] last = {Double.POSITIVE_INFINITY};
        SimulationResult result = simulation.run(state -> {
            double energy = freeEnergy(ensemble, state.fillings());
            assertTrue(energy <= last[0] + 1e-11, () -> energy + " after " + last[0]);
            last[0] = energy;
        });
        assertEquals(StopReason.PROTOCOL_COMPLETED, result.stopReason(), result.message());
        assertTrue(Math.abs(result.lithiumDrift()) <= 1e-13);
    }

    private static double freeEnergy(GrainEnsemble ensemble, double[] c) {
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            FreeEnergyModel model = ensemble.model(i);
            sum += ensemble.weight(i) * (model.freeEnergy(c[i]) / Grains.KT + ensemble.shiftOverKT(i) * c[i]);
        }
        return sum;
    }

    /** Conditions: an exchange law and a driving law that are symmetric; the regular solution, which is. */
    @Property(tries = 12, seed = "20260101")
    void fillingMirrorsEmptying(
            @ForAll("omegas") double omega,
            @ForAll("rates") double rate,
            @ForAll @LongRange(max = 1000) long seed,
            @ForAll @IntRange(max = 2) int law) {
        Kinetics kinetics =
                new Kinetics[] {Kinetics.symmetric(), Kinetics.constantExchange(), Kinetics.marcusHushChidsey(8)}[law];
        GrainEnsemble ensemble = Grains.spread(omega, kinetics, 6, seed);
        GrainEnsemble mirror = GrainEnsemble.of(
                Grains.regular(omega, kinetics), weights(ensemble), rates(ensemble), shifts(ensemble, -1));
        VoltageRecorder filling = VoltageRecorder.everyStep();
        VoltageRecorder emptying = VoltageRecorder.everyStep();
        Grains.galvanostatic(ensemble, rate, 0.25, 0.4)
                .withRelativeTolerance(1e-10)
                .run(filling);
        Grains.galvanostatic(mirror, rate, 0.75, 0.6)
                .withRelativeTolerance(1e-10)
                .run(emptying);
        double[] v = filling.voltageVolt();
        double[] w = emptying.voltageVolt();
        double endFilling = v[v.length - 1] / Grains.THERMAL_VOLTAGE;
        double endEmptying = w[w.length - 1] / Grains.THERMAL_VOLTAGE;
        assertEquals(endFilling, -endEmptying, 2e-7 * (1 + Math.abs(endFilling)));
    }

    /** Bazant's law is not mirrored: one grain, closed form u = mu + 2 asinh(I/2j0), j0 = k (1 - c) e^(mu/2). */
    @Property(tries = 20, seed = "20260101")
    void bazantsLawIsNotMirrored(@ForAll("omegas") double omega, @ForAll("rates") double rate) {
        GrainEnsemble one = GrainEnsemble.identical(Grains.regular(omega, Kinetics.bazant()), 1, 1);
        double filling = Linearisation.of(Grains.electrode(one), new double[] {0.3}, rate)
                .voltageVolt();
        double emptying = Linearisation.of(Grains.electrode(one), new double[] {0.7}, -rate)
                .voltageVolt();
        double mu = omega * 0.4 + Math.log(0.3 / 0.7);
        double asinhFilling = asinh(rate / (2 * 0.7 * Math.exp(mu / 2)));
        double asinhEmptying = asinh(rate / (2 * 0.3 * Math.exp(-mu / 2)));
        double expected = -2 * (asinhFilling - asinhEmptying) * Grains.THERMAL_VOLTAGE;
        assertEquals(expected, filling + emptying, 1e-12);
        assertTrue(Math.abs(expected) > 1e-9);
    }

    private static double asinh(double x) {
        return Math.log(x + Math.sqrt(1 + x * x));
    }

    /** Conditions: symmetric laws, no resistance, no noise. */
    @Property(tries = 10, seed = "20260101")
    void voltageDependsOnCurrentOverRateConstant(
            @ForAll("omegas") double omega, @ForAll("rates") double rate, @ForAll @LongRange(max = 1000) long seed) {
        GrainEnsemble slow = Grains.spread(omega, Kinetics.symmetric(), 7, seed);
        double factor = 8;
        GrainEnsemble fast = GrainEnsemble.of(
                Grains.regular(omega, Kinetics.symmetric()),
                weights(slow),
                Arrays.stream(rates(slow)).map(k -> factor * k).toArray(),
                shifts(slow, 1));
        SimulationResult first = Grains.galvanostatic(slow, rate, 0.2, 0.35).run();
        SimulationResult second =
                Grains.galvanostatic(fast, factor * rate, 0.2, 0.35).run();
        double[] v = first.voltage().voltageVolt();
        double[] w = second.voltage().voltageVolt();
        assertEquals(v.length, w.length);
        for (int i = 0; i < v.length; i++) {
            assertEquals(v[i], w[i], 1e-12);
        }
    }

    /** Conditions: no noise; the range ends before the order of events can depend on rounding. */
    @Property(tries = 10, seed = "20260101")
    void permutedAndSplitGrainsGiveTheSameVoltage(
            @ForAll("omegas") double omega, @ForAll @LongRange(max = 1000) long seed) {
        GrainEnsemble ensemble = Grains.spread(omega, Kinetics.symmetric(), 8, seed);
        GrainClass grainClass = Grains.regular(omega, Kinetics.symmetric());
        int[] order = {3, 1, 7, 0, 2, 6, 5, 4, 4};
        double[] w = pick(weights(ensemble), order);
        w[7] /= 2;
        w[8] /= 2;
        GrainEnsemble changed =
                GrainEnsemble.of(grainClass, w, pick(rates(ensemble), order), pick(shifts(ensemble, 1), order));
        VoltageRecorder first = VoltageRecorder.everyStep();
        VoltageRecorder second = VoltageRecorder.everyStep();
        Grains.galvanostatic(ensemble, 1e-3, 0.01, 0.9)
                .withRelativeTolerance(1e-10)
                .run(first);
        Grains.galvanostatic(changed, 1e-3, 0.01, 0.9)
                .withRelativeTolerance(1e-10)
                .run(second);
        double[] v = first.voltageVolt();
        double[] u = second.voltageVolt();
        assertEquals(v[v.length - 1] / Grains.THERMAL_VOLTAGE, u[u.length - 1] / Grains.THERMAL_VOLTAGE, 1e-5);
        assertTrue(Grains.largestDifference(first, second) <= 1e-5);
    }

    @Property(tries = 10, seed = "20260101")
    void identicalGrainsEqualOneUntilRoundingBreaksTheTie(@ForAll("omegas") double omega) {
        GrainClass grainClass = Grains.regular(omega, Kinetics.symmetric());
        double spinodal = 0.5 * (1 - Math.sqrt(1 - 2 / omega));
        VoltageRecorder one = VoltageRecorder.everyStep();
        VoltageRecorder many = VoltageRecorder.everyStep();
        Grains.galvanostatic(GrainEnsemble.identical(grainClass, 1, 1), 1e-2, 0.01, spinodal)
                .run(one);
        Grains.galvanostatic(GrainEnsemble.identical(grainClass, 64, 1), 1e-2, 0.01, spinodal)
                .run(many);
        double[] v = one.voltageVolt();
        double[] w = many.voltageVolt();
        assertEquals(v.length, w.length);
        for (int i = 0; i < v.length; i++) {
            assertEquals(v[i], w[i], 1e-11);
        }
    }

    /** As the current vanishes, one grain follows V_EQ - mu(c)/e on charge and discharge alike. */
    @Property(tries = 10, seed = "20260101")
    void oneGrainFollowsItsChemicalPotential(@ForAll("omegas") double omega, @ForAll boolean fills) {
        GrainEnsemble ensemble = GrainEnsemble.identical(Grains.regular(omega, Kinetics.symmetric()), 1, 1);
        VoltageRecorder record = VoltageRecorder.everyStep();
        Grains.galvanostatic(ensemble, 1e-7, fills ? 0.05 : 0.95, fills ? 0.95 : 0.05)
                .run(record);
        double[] c = record.filling();
        double[] v = record.voltageVolt();
        for (int i = 0; i < c.length; i++) {
            double mu = omega * (1 - 2 * c[i]) + Math.log(c[i] / (1 - c[i]));
            assertEquals(-mu * Grains.THERMAL_VOLTAGE, v[i], 1e-7);
        }
    }

    private static double[] weights(GrainEnsemble ensemble) {
        return IntStream.range(0, ensemble.size()).mapToDouble(ensemble::weight).toArray();
    }

    private static double[] rates(GrainEnsemble ensemble) {
        return IntStream.range(0, ensemble.size())
                .mapToDouble(ensemble::ratePerSecond)
                .toArray();
    }

    private static double[] shifts(GrainEnsemble ensemble, double sign) {
        return IntStream.range(0, ensemble.size())
                .mapToDouble(i -> sign * ensemble.shiftOverKT(i))
                .toArray();
    }

    private static double[] pick(double[] values, int... order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }
}
