package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.ResidualFunction;
import java.util.Arrays;
import java.util.List;

/** Feeds descents with starts made from the data until enough of them agree. */
final class AutomaticStart {
    private static final int RANDLES_STARTS = 6;

    /** A rival minimum within this factor of the best makes the search go on. */
    private static final double CLEARLY_WORSE = 4;

    /** A Kramers-Kronig test of fewer points says nothing. */
    private static final int FEWEST_FOR_NOISE = 16;

    /** Misfit against noise that ends the search. */
    private static final double TOLERATED = 1.5;

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
            screen(descents, problem, 8000, 200, 8);
        } else if (projected.isEmpty()) {
            screen(descents, problem, 3000, 60, 4);
        } else if (descents.agreeing() < 2
                || descents.secondBest() < CLEARLY_WORSE * descents.best().sumOfSquares()) {
            screen(descents, problem, 600, 12, Integer.MAX_VALUE);
        }
    }

    /**
     * Descends from the best of many random starts until enough descents agree on a minimum that leaves no more than the noise
     * of the data, as far as a Kramers-Kronig test can tell it; a popular but poor minimum does not end the search.
     */
    private void screen(Descents descents, ResidualFunction problem, int draws, int most, int enough) {
        int before = descents.count();
        double noise = spectrum.size() < FEWEST_FOR_NOISE
                ? Double.POSITIVE_INFINITY
                : LinKk.check(spectrum).noise();
        double decades = Math.abs(Math.log10(spectrum.frequency(0) / spectrum.frequency(spectrum.size() - 1)));
        StartSampler sampler = new StartSampler(circuit, decades, seed);
        for (double[] start : sampler.screen(problem, this::toProblem, constraints, draws, most)) {
            boolean agreed = descents.agreeing() >= enough && descents.count() - before >= enough + 2;
            if (agreed && misfit(descents.best().parameters()) <= TOLERATED * noise) {
                return;
            }
            descents.probe(start);
        }
    }

    /** Root mean square of the residuals over |Z|. */
    private double misfit(double[] reduced) {
        double[] omega = new double[spectrum.size()];
        Arrays.setAll(omega, spectrum::angularFrequency);
        CompiledCircuit compiled = new CompiledCircuit(circuit, omega);
        compiled.evaluate(scales.toPhysical(circuit, reduced));
        double sum = 0;
        for (int i = 0; i < omega.length; i++) {
            double a = compiled.real()[i] - spectrum.real(i);
            double b = compiled.imaginary()[i] - spectrum.imaginary(i);
            sum += (a * a + b * b) / (2 * omega.length * spectrum.modulus(i) * spectrum.modulus(i));
        }
        return Math.sqrt(sum);
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
