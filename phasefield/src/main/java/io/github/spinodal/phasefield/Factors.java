package io.github.spinodal.phasefield;

/**
 * The two numbers of each grain that depend on its filling alone, kept between the pass that sums them and the pass that
 * needs the rates; or, where memory is slower than computing them twice, not kept.
 */
final class Factors {
    private final boolean kept;
    private final double[][] p;
    private final double[][] q;

    private Factors(boolean kept, double[][] p, double[][] q) {
        this.kept = kept;
        this.p = p;
        this.q = q;
    }

    /** Factors that are kept unless there are too many grains, all of them closed-form. */
    static Factors of(GrainSystem system, boolean always) {
        boolean keep = always || !system.isClosedForm() || system.grainCount() <= GrainBlock.MANY;
        int blocks = system.blockCount();
        return new Factors(
                keep, keep ? system.allocate() : new double[blocks][], keep ? system.allocate() : new double[blocks][]);
    }

    boolean areKept() {
        return kept;
    }

    /** The factors p of a block: those kept, or where they may be put. */
    double[] p(int b, Scratch scratch) {
        return kept ? p[b] : scratch.p;
    }

    double[] q(int b, Scratch scratch) {
        return kept ? q[b] : scratch.q;
    }

    /** Computes the factors at fillings and adds them, weighted, to the two sets of lanes. */
    void addUp(int b, GrainBlock block, double[] fillings, Scratch scratch) {
        if (!kept) {
            block.rates.addFactors(block, fillings, scratch);
            return;
        }
        block.rates.factors(block, fillings, p[b], q[b], scratch);
        if (block.rates.closedForm) {
            block.accumulate(p[b], scratch.lanesA);
            block.accumulate(q[b], scratch.lanesB);
        }
    }

    /** Fills out with the rates at the fillings whose factors were added up last. */
    void rates(int b, GrainBlock block, double[] fillings, OperatingPoint at, double[] out, Scratch scratch) {
        if (kept) {
            block.rates.rates(p[b], q[b], at, out, block.size);
        } else {
            block.rates.ratesAnew(block, fillings, at, out, scratch);
        }
    }

    /** Solves for the operating point of the sums of the last pass. */
    void solve(GrainState state, Control control, double time, OperatingPoint target) {
        state.solve(control, state.system.sumA(), state.system.sumB(), p, q, time, target);
    }
}
