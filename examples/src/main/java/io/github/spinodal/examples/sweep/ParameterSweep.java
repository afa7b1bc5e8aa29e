package io.github.spinodal.examples.sweep;

import java.io.IOException;
import java.util.List;

/** Sweeps current, spread and seed on the cores of one machine. */
public final class ParameterSweep {
    private ParameterSweep() {}

    /**
     * Runs the sweep.
     *
     * @param arguments {@code --omega 3.476 --currents 4e-4,8e-4 --spreads 0.01,0.03 --grains 2000 --seeds 2 --out FILE}
     * @throws IOException if the results cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        SweepOptions options = SweepOptions.parse(arguments);
        int batch = 2 * Runtime.getRuntime().availableProcessors();
        int computed = SweepFile.of(options.out()).complete(options.cases(), batch, ParameterSweep::compute);
        System.out.println(computed + " of " + options.cases().size() + " cases computed, results in " + options.out());
    }

    private static List<SweepOutcome> compute(List<SweepCase> cases) {
        return cases.parallelStream().map(SweepCase::compute).toList();
    }
}
