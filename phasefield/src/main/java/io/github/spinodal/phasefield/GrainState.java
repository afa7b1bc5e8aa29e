package io.github.spinodal.phasefield;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fillings of all grains with the operating point, now and after the step being tried. Mutable. */
final class GrainState {
    final GrainSystem system;
    double[][] filling;
    double[][] candidate;
    final OperatingPoint point = new OperatingPoint();
    final OperatingPoint candidatePoint = new OperatingPoint();
    private final List<double[][]> work = new ArrayList<>();
    private final @Nullable GeneralSumsOf general;

    GrainState(GrainSystem system) {
        this.system = system;
        this.filling = system.allocate();
        this.candidate = system.allocate();
        this.general = system.isClosedForm() ? null : new GeneralSumsOf(system);
    }

    /** Puts fillings into the blocks; a single one goes to every grain. */
    void scatter(double[] fillings) {
        int grain = 0;
        for (double[] block : filling) {
            for (int i = 0; i < block.length; i++, grain++) {
                block[i] = fillings.length == 1 ? fillings[0] : fillings[grain];
            }
        }
    }

    /**
     * An array per block that a method may use as it likes until another method takes a step: the methods share them, so
     * that ten million grains find room.
     */
    double[][] work(int number) {
        while (work.size() <= number) {
            work.add(system.allocate());
        }
        return work.get(number);
    }

    /** Makes the candidate the present state. */
    void accept() {
        double[][] old = filling;
        filling = candidate;
        candidate = old;
        point.set(candidatePoint);
    }

    /** Solves for the operating point of factors p and q whose closed-form sums are a and b. */
    void solve(Control control, double a, double b, double[][] p, double[][] q, double time, OperatingPoint target) {
        if (general != null) {
            general.p = p;
            general.q = q;
        }
        control.solve(a, b, general, time, target);
    }

    /** Largest magnitude of the derivative of a rate with respect to its own filling (1/s), at the present state. */
    double largestSlope() {
        double[] largest = new double[system.blockCount()];
        system.pass((b, block, scratch) -> {
            block.rates.factors(block, filling[b], scratch.p, scratch.q, scratch);
            block.rates.fillingSlopes(block, filling[b], scratch.p, scratch.q, point, scratch.values, scratch);
            largest[b] = JacobianLoops.largest(scratch.values, block.size);
        });
        double over = 0;
        for (double value : largest) {
            over = Math.max(over, value);
        }
        return over;
    }

    /** Sums over the grains whose kinetics are not closed-form. */
    private static final class GeneralSumsOf implements Control.GeneralSums {
        private final GrainSystem system;
        private double[][] p = new double[0][];
        private double[][] q = new double[0][];
        private double rate;
        private double slope;

        GeneralSumsOf(GrainSystem system) {
            this.system = system;
        }

        @Override
        public void evaluate(OperatingPoint trial) {
            system.pass((b, block, scratch) -> {
                if (!block.rates.closedForm) {
                    block.rates.rates(p[b], q[b], trial, scratch.first, block.size);
                    block.accumulate(scratch.first, scratch.lanesA);
                    block.rates.slopes(p[b], q[b], trial, scratch.first, block.size);
                    block.accumulate(scratch.first, scratch.lanesB);
                }
            });
            rate = system.sumA();
            slope = system.sumB();
        }

        @Override
        public double rate() {
            return rate;
        }

        @Override
        public double slope() {
            return slope;
        }
    }
}
