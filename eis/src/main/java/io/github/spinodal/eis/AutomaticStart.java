package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.ResidualFunction;
import java.util.List;

/** Feeds descents with starts made from the data until enough of them agree. */
final class AutomaticStart {
    private static final int RANDLES_STARTS = 6;

    /** A rival minimum within this factor of the best makes the search go on. */
    private static final double CLEARLY_WORSE = 4;

    private final Circuit circuit;
    private final ImpedanceSpectrum spectrum;
    private final Scales scales;
    private final Constraints constraints;
    private final long seed;

    AutomaticStart(Circuit circuit, ImpedanceSpectrum spectrum, Scales scales, Constraints constraints, long seed) {
        this.circuit = circuit;
        this.spectrum = spectrum;
        this.scales = scales;
        this.constraints = constraints;
        this.seed = seed;
    }

    void run(Descents descents, ResidualFunction problem, StartSearch how) {
        boolean thorough = how == StartSearch.THOROUGH;
        List<double[]> projected = projectedStarts(thorough ? 4 * RANDLES_STARTS : RANDLES_STARTS);
        for (double[] start : projected) {
            descents.descend(start);
        }
        if (thorough) {
            screen(descents, problem, 4000, 120, 8);
        } else if (projected.isEmpty()) {
            screen(descents, problem, 1500, 40, 4);
        } else if (descents.agreeing() < 2
                || descents.secondBest() < CLEARLY_WORSE * descents.best().sumOfSquares()) {
            screen(descents, problem, 600, 12, Integer.MAX_VALUE);
        }
    }

    /** Descends from the best of many random starts until enough descents agree. */
    private void screen(Descents descents, ResidualFunction problem, int draws, int most, int enough) {
        int before = descents.count();
        double decades = Math.abs(Math.log10(spectrum.frequency(0) / spectrum.frequency(spectrum.size() - 1)));
        StartSampler sampler = new StartSampler(circuit, decades, seed);
        for (double[] start : sampler.screen(problem, this::toProblem, constraints, draws, most)) {
            if (descents.agreeing() >= enough && descents.count() - before >= enough + 2) {
                return;
            }
            descents.descend(start);
        }
    }

    private List<double[]> projectedStarts(int count) {
        return RandlesStart.find(circuit, spectrum, Scales.of(spectrum), count).stream()
                .map(this::toProblem)
                .toList();
    }

    /** From the scales of the data to those of the problem, which constraints may have forced to differ. */
    private double[] toProblem(double[] reduced) {
        Scales full = Scales.of(spectrum);
        return full.equals(scales) ? reduced : scales.toReduced(circuit, full.toPhysical(circuit, reduced));
    }
}
