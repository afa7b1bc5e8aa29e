package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Interval;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wave that jumps once in every period, as a sawtooth does. Harmonics cannot say where it jumps: they ring on either side,
 * and what they leave there bends the phase. Here the record tells between which two samples each jump lies, and that the phase.
 */
final class JumpFit implements JumpTiming {
    private static final int ROUNDS = 6;
    /** From this round on the residuals are those of the noise. */
    private static final int NOISE_ROUND = 2;

    private static final int FEWEST_JUMPS = 3;
    /** Smallest jump over the standard deviation of the noise: lesser ones cannot be told from it one by one. */
    private static final double SMALLEST_STEP = 3.5;

    /** Times a jump may take, in samples. */
    private static final double[] RISES = {0.35, 0.7, 1, 1.4, 2, 2.8, 4};

    private static final int RISE_PASSES = 3;
    private static final double[] FINER = {1.2, 1.1, 1.05};
    /** In samples. */
    private static final double FINEST_PLACE = 0.05;

    /** In samples: of a longer one there are enough samples for harmonics. */
    private static final double LONGEST_RISE = 2.5;

    private static final int LARGEST_HARMONICS = 4;
    private static final int PLACES = 2048;

    private final JumpWave wave;
    private final PhasePosterior posterior;

    private JumpFit(JumpWave wave, PhasePosterior posterior) {
        this.wave = wave;
        this.posterior = posterior;
    }

    /** Beginning with a fit of harmonics; null where Schwarz's criterion prefers that. */
    static @Nullable JumpFit of(PlateauRecord record, ModelFit harmonics) {
        double[] coefficients = harmonics.phase();
        JumpPhase start = JumpPhase.starting(-steepest(harmonics), coefficients);
        Search search = new Search(record, start, JumpWave.beside(harmonics, record, start.values(record)));
        if (!search.settle(0) || !search.plain()) {
            return null;
        }
        for (int pass = 0; pass < RISE_PASSES; pass++) {
            double rise = search.likeliestRise();
            if (rise == search.wave.rise()) {
                break;
            }
            if (!search.resolves(rise) || !search.settle(rise)) {
                return null;
            }
        }
        if (search.wave.criterion(search.phase.coefficients.length) >= harmonics.criterion()) {
            return null;
        }
        PhasePosterior posterior = PhasePosterior.about(search.phase, search.places);
        JumpWave best = search.wave.withJumps(search.phase, search.places, posterior.jumps(), search.wave.rise());
        int phaseParameters = search.phase.coefficients.length;
        for (int h = 1; h <= LARGEST_HARMONICS; h++) {
            JumpWave more = best.withHarmonics(h);
            best = more.criterion(phaseParameters) < best.criterion(phaseParameters) ? more : best;
        }
        return best.criterion(phaseParameters) < harmonics.criterion() ? new JumpFit(best, posterior) : null;
    }

    /** Alternates between the places of the jumps, the phase through them and the wave with that phase. */
    private static final class Search {
        private final PlateauRecord record;
        private final int mostDegree;
        private JumpPhase phase;
        private JumpWave wave;
        private List<JumpPlace> places = List.of();

        Search(PlateauRecord record, JumpPhase phase, JumpWave wave) {
            this.record = record;
            this.mostDegree = phase.degree() + 2;
            this.phase = phase;
            this.wave = wave;
        }

        /** With jumps that take a share of a period; false if there are too few. */
        boolean settle(double rise) {
            double[] before = {};
            for (int round = 0; round < ROUNDS; round++) {
                List<JumpPlace> found = JumpPlace.of(record, wave, phase, rise);
                if (found == null || found.size() < FEWEST_JUMPS) {
                    return false;
                }
                places = found;
                phase = phase.through(places, mostDegree);
                double[] jumps = phase.jumps(places);
                wave = wave.withJumps(phase, places, jumps, rise);
                if (round == NOISE_ROUND) {
                    wave = wave.withOwnNoise();
                }
                if (round > NOISE_ROUND && Arrays.equals(before, jumps)) {
                    break;
                }
                before = jumps;
            }
            return true;
        }

        /** Share of a period that a jump takes, zero unless Schwarz's criterion asks for that parameter. */
        double likeliestRise() {
            double sudden = evidence(0);
            double[] best = {0, Double.NEGATIVE_INFINITY};
            double spacing = phase.cycles() / record.size();
            for (double samples : RISES) {
                best = better(best, samples * spacing);
            }
            for (double finer : FINER) {
                double middle = best[0];
                best = better(better(best, middle * finer), middle / finer);
            }
            return best[1] > sudden + Math.log(record.size()) / 2 ? best[0] : 0;
        }

        private double[] better(double[] best, double rise) {
            double evidence = evidence(rise);
            return evidence > best[1] ? new double[] {rise, evidence} : best;
        }

        /** Whether a jump is sudden, or short and the cells no wider than what the samples within it tell of its place. */
        boolean resolves(double rise) {
            double samples = rise * record.size() / phase.cycles();
            boolean told = samples * Math.sqrt(wave.variance()) > FINEST_PLACE * Math.abs(wave.jump());
            return rise == 0 || (samples < LONGEST_RISE && told);
        }

        private double evidence(double rise) {
            List<JumpPlace> found = JumpPlace.of(record, wave, phase, rise);
            if (found == null || found.size() < places.size()) {
                return Double.NEGATIVE_INFINITY;
            }
            return found.stream().mapToDouble(JumpPlace::logEvidence).sum();
        }

        /** Whether the jumps stand out of the noise one by one. */
        boolean plain() {
            return Math.abs(wave.jump()) > SMALLEST_STEP * Math.sqrt(wave.variance());
        }
    }

    /** The phase at which the waveform of some harmonics changes most. */
    private static double steepest(ModelFit harmonics) {
        double best = 0;
        double most = 0;
        double before = harmonics.waveformAt(0);
        for (int i = 1; i <= PLACES; i++) {
            double now = harmonics.waveformAt(2 * Math.PI * i / PLACES);
            if (Math.abs(now - before) > most) {
                most = Math.abs(now - before);
                best = 2 * Math.PI * (i - 0.5) / PLACES;
            }
            before = now;
        }
        return best;
    }

    @Override
    public PhasePolynomial phase() {
        return posterior.phase();
    }

    @Override
    public Interval cyclesInterval(double confidence) {
        return posterior.cyclesInterval(confidence);
    }

    @Override
    public double[] amplitude() {
        return wave.amplitude();
    }

    @Override
    public Waveform waveform(int resolvedHarmonics) {
        return wave.waveform(posterior.phase().cycles(), resolvedHarmonics);
    }

    @Override
    public double criterion() {
        return wave.criterion(posterior.phase().degree() + 1);
    }

    JumpWave wave() {
        return wave;
    }
}
