package io.github.spinodal.phasefield.oscillation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Searches what a baseline leaves of a record for the harmonics of a sawtooth, which fall as 1/h and have one phase. Noise may
 * hide the fundamental, or be taken for so red that a harmonic stands out of it as much; together they still tell the period.
 */
final class SawtoothSearch {
    private static final int MOST_HARMONICS = 8;
    /** Frequencies tried in the width of a line, so that the highest harmonic is found. */
    private static final int PADDING = 2 * MOST_HARMONICS;
    /** Samples in a period of the highest harmonic. */
    private static final double FEWEST_SAMPLES = 3;
    /** Cells of the charge axis for each period of the highest harmonic. */
    private static final int CELLS = 4;
    /** Of the jump in the period, that are tried with the spectrum, and with the likelihood. */
    private static final int PLACES = 32;

    private static final int LIKELY_PLACES = 256;

    /** Width of a line, in periods: so far a fit may be from the true number and still find the way there. */
    private static final double WIDTH = 1;

    /** Share of the power of sawtooth waves of the found period that another must have to be looked at. */
    private static final double HOPEFUL = 0.5;

    /** Fall of Schwarz's criterion that is asked of another period. */
    private static final double CLEARLY = 4;

    private final PlateauRecord record;
    private final ModelFit found;
    private final double chirp;
    private final double[] density;
    private final double[][] even;
    private final double[][] drifting;
    private final int highest;
    private final double[] cosines = new double[PLACES];
    private final double[] sines = new double[PLACES];

    private SawtoothSearch(PlateauRecord record, ModelFit found, double most) {
        int n = record.size();
        this.record = record;
        this.found = found;
        this.chirp = PeriodSearch.Line.chirp(found.phase());
        this.highest = (int) (Math.min(n / FEWEST_SAMPLES, MOST_HARMONICS * most) * PADDING);
        double spacing = (record.x[n - 1] - record.x[0]) / (n - 1);
        this.density = new double[highest + 1];
        for (int k = 1; k <= highest; k++) {
            density[k] = found.noise.relativeDensity(k / (double) PADDING / 2, spacing);
        }
        double[] remainder = record.y.clone();
        for (int i = 0; i < n; i++) {
            remainder[i] -= found.baselineAt(record.x[i]);
        }
        for (int p = 0; p < PLACES; p++) {
            cosines[p] = Math.cos(2 * Math.PI * p / PLACES);
            sines[p] = Math.sin(2 * Math.PI * p / PLACES);
        }
        this.even = spectrum(remainder, 0);
        this.drifting = chirp == 0 ? even : spectrum(remainder, chirp);
    }

    /**
     * The phase of the likeliest sawtooth of another period than that of a fit; null unless it is clearly likelier than the fit,
     * and likelier than all sawtooth waves of about its period.
     */
    static double @Nullable [] otherPhase(PlateauRecord record, ModelFit found, double fewest, double most) {
        SawtoothSearch search = new SawtoothSearch(record, found, most);
        double from = found.cycles() - WIDTH;
        double to = found.cycles() + WIDTH;
        PeriodSearch.Line same = search.strongest(Math.max(fewest, from), Math.min(most, to));
        PeriodSearch.Line slower = search.strongest(fewest, from);
        PeriodSearch.Line faster = search.strongest(to, most);
        PeriodSearch.Line other = slower.power() > faster.power() ? slower : faster;
        if (other.power() < HOPEFUL * same.power()) {
            return null;
        }
        SawtoothLikelihood likelihood = search.likelihood(other);
        boolean likelier = likelihood.criterion() < found.criterion() - CLEARLY
                && likelihood.criterion() < search.likelihood(same).criterion();
        return likelier ? likelihood.likeliest().others() : null;
    }

    private double[][] spectrum(double[] remainder, double bend) {
        int bins = Integer.highestOneBit(CELLS * highest / PADDING + 1) * 2;
        double[] real = new double[PADDING * bins];
        double[] imaginary = new double[real.length];
        PeriodSearch.spread(record.x, remainder, bend, bins, real);
        new Fourier(real.length).transform(real, imaginary);
        return new double[][] {real, imaginary};
    }

    /** With a number of periods in a range, evenly or with the drift of the fit. */
    private PeriodSearch.Line strongest(double from, double to) {
        PeriodSearch.Line best = new PeriodSearch.Line(from, 0, 0);
        int last = Math.min(highest, (int) Math.floor(to * PADDING));
        for (int k = (int) Math.ceil(from * PADDING); k <= last; k++) {
            double steady = power(even, k);
            double bent = chirp == 0 ? steady : power(drifting, k);
            if (Math.max(steady, bent) > best.power()) {
                best = new PeriodSearch.Line(k / (double) PADDING, bent > steady ? chirp : 0, Math.max(steady, bent));
            }
        }
        return best;
    }

    /** Over the noise, at the likeliest place of the jump. */
    private double power(double[][] spectrum, int fundamental) {
        double[] sums = new double[PLACES];
        double norm = 0;
        for (int h = 1; h <= MOST_HARMONICS && h * fundamental <= highest; h++) {
            int k = h * fundamental;
            double weight = 1 / (h * density[k]);
            norm += weight / h;
            for (int p = 0; p < PLACES; p++) {
                int angle = h * p % PLACES;
                sums[p] += weight * (spectrum[1][k] * cosines[angle] - spectrum[0][k] * sines[angle]);
            }
        }
        return Arrays.stream(sums).map(sum -> sum * sum).max().orElse(0) / norm;
    }

    private SawtoothLikelihood likelihood(PeriodSearch.Line line) {
        BaselineStructure baseline = ModelSelection.beside(found.structure.baseline(), line.cycles());
        JumpPhase start = JumpPhase.starting(0, line.phase());
        SawtoothLikelihood likelihood =
                new SawtoothLikelihood(record, baseline, new double[0], found.noise, start, SawtoothLikelihood.SUDDEN);
        double[] change = new double[start.degree() + 2];
        for (int finer = -1; finer <= 1; finer++) {
            change[1] = Math.PI * finer / (2 * PADDING);
            likelihood.tryPlaces(LIKELY_PLACES, change);
        }
        return likelihood;
    }
}
