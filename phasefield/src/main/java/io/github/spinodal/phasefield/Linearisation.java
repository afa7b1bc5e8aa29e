package io.github.spinodal.phasefield;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An electrode linearised about a state, at rest or under current: dc_i/dt changes by d_i per unit of filling and by v_i
 * per kT of the common potential.
 */
public final class Linearisation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Electrode electrode;
    private final double[] fillingSlope;
    private final double[] potentialSlope;
    private final double rate;
    private final double voltage;

    private Linearisation(
            Electrode electrode, double[] fillingSlope, double[] potentialSlope, double rate, double voltage) {
        this.electrode = electrode;
        this.fillingSlope = fillingSlope;
        this.potentialSlope = potentialSlope;
        this.rate = rate;
        this.voltage = voltage;
    }

    /**
     * Linearises an electrode that passes a current.
     *
     * @param electrode the electrode
     * @param fillings filling of each grain, each in (0, 1)
     * @param fillingRatePerSecond rate of the mean filling (1/s), finite; zero at rest
     * @return the linearisation
     * @throws InvalidValueException if the fillings do not match the grains or a value is outside its range
     */
    public static Linearisation of(Electrode electrode, double[] fillings, double fillingRatePerSecond) {
        GrainEnsemble ensemble = electrode.ensemble();
        Require.sameLength("grains", ensemble.size(), "fillings", fillings.length);
        Require.finite("rate of filling (1/s)", fillingRatePerSecond);
        for (int i = 0; i < fillings.length; i++) {
            Require.inside("filling[" + i + "]", fillings[i], 0, 1);
        }
        try (Workers workers = new Workers(1)) {
            GrainSystem system = GrainSystem.of(ensemble, workers);
            GrainState state = new GrainState(system);
            int grain = 0;
            for (double[] block : state.filling) {
                System.arraycopy(fillings, grain, block, 0, block.length);
                grain += block.length;
            }
            return of(electrode, system, state, fillingRatePerSecond);
        }
    }

    private static Linearisation of(Electrode electrode, GrainSystem system, GrainState state, double rate) {
        double[][] p = system.allocate();
        double[][] q = system.allocate();
        double[][] d = system.allocate();
        double[][] v = system.allocate();
        system.pass((b, block, scratch) -> {
            block.rates.factors(block, state.filling[b], p[b], q[b], scratch);
            if (block.rates.closedForm) {
                block.accumulate(p[b], scratch.lanesA);
                block.accumulate(q[b], scratch.lanesB);
            }
        });
        OperatingPoint point = state.point;
        Control control = Control.rate(rate, electrode.reducedSeriesResistance());
        state.solve(control, system.sumA(), system.sumB(), p, q, 0, point);
        if (!Double.isFinite(point.potential())) {
            throw new InvalidValueException(
                    "rate of filling (1/s)", rate, "one that the kinetics of the grains can carry");
        }
        system.pass((b, block, scratch) -> {
            block.rates.fillingSlopes(block, state.filling[b], p[b], q[b], point, d[b], scratch);
            block.rates.slopes(p[b], q[b], point, v[b], block.size);
        });
        return new Linearisation(electrode, join(d), join(v), rate, electrode.voltage(point.potential(), point.rate));
    }

    private static double[] join(double[][] blocks) {
        return Arrays.stream(blocks).flatMapToDouble(Arrays::stream).toArray();
    }

    /**
     * The electrode.
     *
     * @return the electrode
     */
    public Electrode electrode() {
        return electrode;
    }

    /**
     * Derivative of a grain's rate with respect to its filling, at constant potential.
     *
     * @param grain number of the grain, in [0, size)
     * @return derivative (1/s); positive where the grain is unstable
     */
    public double fillingSlope(int grain) {
        return fillingSlope[grain];
    }

    /**
     * Derivative of a grain's rate with respect to the reduced potential -e(V - V_EQ)/kT.
     *
     * @param grain number of the grain, in [0, size)
     * @return derivative (1/s), positive
     */
    public double potentialSlope(int grain) {
        return potentialSlope[grain];
    }

    /**
     * Rate of the mean filling in the state.
     *
     * @return rate (1/s)
     */
    public double fillingRatePerSecond() {
        return rate;
    }

    /**
     * Measured voltage in the state.
     *
     * @return voltage (V)
     */
    public double voltageVolt() {
        return voltage;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Linearisation that
                && Objects.equals(electrode, that.electrode)
                && Arrays.equals(fillingSlope, that.fillingSlope)
                && Arrays.equals(potentialSlope, that.potentialSlope)
                && Double.compare(rate, that.rate) == 0
                && Double.compare(voltage, that.voltage) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(electrode, Arrays.hashCode(fillingSlope), Arrays.hashCode(potentialSlope), rate, voltage);
    }

    @Override
    public String toString() {
        return "Linearisation[of " + electrode + " at " + voltage + " V]";
    }
}
