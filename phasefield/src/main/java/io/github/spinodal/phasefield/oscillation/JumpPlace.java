package io.github.spinodal.phasefield.oscillation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the middle of one jump of a waveform may be. A record tells of a sudden jump between which samples it lies, not where
 * between them: the likelihood is flat there and falls at once beyond. It is kept as its values in the cells of a grid.
 */
final class JumpPlace {
    private static final int NARROWEST = 2;
    private static final int WIDEST = 10;
    /** Cells between two samples, if the jump takes time. */
    private static final int CELLS = 10;
    /** A jump whose place is as likely near the end of the record has left it. */
    private static final double AT_END = 0.05;
    /** Logarithm of the likelihood of a jump that has left the cells. */
    private static final double LOST = -30;

    private final int number;
    /** Ends of the cells, one more than there are cells. */
    private final double[] edges;
    /** In each cell, up to a constant. */
    private final double[] logLikelihood;

    /** The cell of the largest likelihood. */
    private final int likeliest;
    /** Integral of the likelihood over its largest value. */
    private final double total;

    private final double mean;
    private final double variance;

    private JumpPlace(
            int number,
            double[] edges,
            double[] logLikelihood,
            int likeliest,
            double total,
            double mean,
            double variance) {
        this.number = number;
        this.edges = edges;
        this.logLikelihood = logLikelihood;
        this.likeliest = likeliest;
        this.total = total;
        this.mean = mean;
        this.variance = variance;
    }

    /**
     * The places of all jumps that the record shows, each with a quarter of a period to either side; null where two jumps have
     * less than a sample between them.
     *
     * @param wave a fit that has every jump somewhere
     * @param phase its phase
     * @param rise share of a period that a jump takes
     */
    static @Nullable List<JumpPlace> of(PlateauRecord record, JumpWave wave, JumpPhase phase, double rise) {
        double[] x = record.x;
        double[] passed = wave.passed();
        int n = x.length;
        double between = n / Math.max(1, passed[n - 1] - passed[0]);
        int half = Math.max(NARROWEST, Math.min(WIDEST, (int) (between / 4)));
        int reach = rise == 0 && wave.rise() == 0 ? 0 : (int) Math.ceil(between * Math.max(rise, wave.rise()) / 2) + 1;
        LocalChange change = new LocalChange(wave);
        List<JumpPlace> places = new ArrayList<>();
        for (int at = 0; at + 1 < n; at++) {
            int number = number(passed[at + 1]);
            if (number == number(passed[at])) {
                continue;
            }
            if (number != number(passed[at]) + 1) {
                return null;
            }
            int first = Math.max(0, at - half);
            int last = Math.min(n - 1, at + 1 + half);
            double[] edges = rise == 0 ? edges(x, first, last, 1) : edges(x, first, last, CELLS);
            double[] logLikelihood = new double[edges.length - 1];
            double slope = phase.slope(x[at]);
            int from = Math.max(0, first - reach);
            int to = Math.min(n - 1, last + reach);
            for (int cell = 0; cell < logLikelihood.length; cell++) {
                double middle = (edges[cell] + edges[cell + 1]) / 2;
                for (int i = from; i <= to; i++) {
                    change.set(i, number - 1 + JumpWave.passedShare((x[i] - middle) * slope, rise));
                }
                logLikelihood[cell] = change.logLikelihood(from, to);
            }
            JumpPlace place = of(number, edges, logLikelihood);
            boolean cut = first == 0 || last == n - 1;
            if (!cut || place.chanceAtEnds() < AT_END) {
                places.add(place);
            }
        }
        return places;
    }

    private static int number(double passed) {
        return (int) Math.floor(passed + 0.5);
    }

    private static double[] edges(double[] x, int first, int last, int cells) {
        double[] edges = new double[(last - first) * cells + 1];
        for (int i = 0; i < edges.length; i++) {
            int sample = first + i / cells;
            double share = i % cells / (double) cells;
            edges[i] = share == 0 ? x[sample] : x[sample] + share * (x[sample + 1] - x[sample]);
        }
        return edges;
    }

    /** From the ends of the cells and the logarithm of the likelihood in each. */
    static JumpPlace of(int number, double[] edges, double[] logLikelihood) {
        int likeliest = 0;
        for (int s = 1; s < logLikelihood.length; s++) {
            likeliest = logLikelihood[s] > logLikelihood[likeliest] ? s : likeliest;
        }
        double sum = 0;
        double mean = 0;
        double square = 0;
        double origin = edges[likeliest];
        for (int s = 0; s < logLikelihood.length; s++) {
            double from = edges[s] - origin;
            double to = edges[s + 1] - origin;
            double middle = (from + to) / 2;
            double weight = (to - from) * Math.exp(logLikelihood[s] - logLikelihood[likeliest]);
            sum += weight;
            mean += weight * middle;
            square += weight * (middle * middle + (to - from) * (to - from) / 12);
        }
        mean /= sum;
        return new JumpPlace(number, edges, logLikelihood, likeliest, sum, origin + mean, square / sum - mean * mean);
    }

    /** Which jump it is: the phase there is 2 pi times this number. */
    int number() {
        return number;
    }

    int cells() {
        return logLikelihood.length;
    }

    /** The middle of the likeliest cell, given where a phase has the jump and how surely. */
    double likeliestAbout(double place, double variance) {
        double best = Double.NEGATIVE_INFINITY;
        double likeliestPlace = middle(likeliest);
        for (int s = 0; s < logLikelihood.length; s++) {
            double width = edges[s + 1] - edges[s];
            double distance = middle(s) - place;
            double value = logLikelihood[s] - distance * distance / (2 * (variance + width * width / 12));
            if (value > best) {
                best = value;
                likeliestPlace = middle(s);
            }
        }
        return likeliestPlace;
    }

    /** Mean place. */
    double mean() {
        return mean;
    }

    /** Variance of the place about the mean. */
    double variance() {
        return variance;
    }

    private double chanceAtEnds() {
        int cells = logLikelihood.length;
        int margin = Math.max(1, cells / (2 * WIDEST));
        double ends = 0;
        for (int s = 0; s < cells; s++) {
            ends += s < margin || s >= cells - margin ? weight(s) : 0;
        }
        return ends / total;
    }

    private double weight(int cell) {
        return (edges[cell + 1] - edges[cell]) * Math.exp(logLikelihood[cell] - logLikelihood[likeliest]);
    }

    /** Logarithm of the integral of the likelihood. */
    double logEvidence() {
        return logLikelihood[likeliest] + Math.log(total);
    }

    double middle(int cell) {
        return (edges[cell] + edges[cell + 1]) / 2;
    }

    /** The cell that holds a place or comes next to it, found from another on. */
    int cellOf(double place, int from) {
        int cell = from;
        while (cell < logLikelihood.length - 1 && place > edges[cell + 1]) {
            cell++;
        }
        while (cell > 0 && place <= edges[cell]) {
            cell--;
        }
        return cell;
    }

    /** Logarithm of the likelihood of a place in, or beyond, a cell that {@link #cellOf} gave. */
    double logLikelihoodAt(double place, int cell) {
        double left = edges[0];
        double right = edges[edges.length - 1];
        double outside = Math.max(left - place, place - right) / (right - left);
        return logLikelihood[cell] + (outside > 0 ? LOST * (1 + outside) : 0);
    }

    /** Twice the logarithm of the ratio of the largest likelihood to that of a place. */
    double misfit(double place) {
        return 2 * (logLikelihood[likeliest] - logLikelihoodAt(place, cellOf(place, likeliest)));
    }

    /** What the likelihood changes by if a jump passes some samples sooner or later. */
    private static final class LocalChange {
        private final JumpWave wave;
        private final double[] steps;
        private final double[] passed;
        private final double[] residual;

        LocalChange(JumpWave wave) {
            this.wave = wave;
            this.steps = wave.steps();
            this.passed = wave.passed();
            this.residual = new double[passed.length];
        }

        void set(int i, double newPassed) {
            residual[i] = -steps[i] * (newPassed - passed[i]);
        }

        /** Of the changes between two samples; they are forgotten. */
        double logLikelihood(int from, int to) {
            double added = wave.whitener().addedSquares(residual, wave.whitened(), from, to);
            for (int i = from; i <= to; i++) {
                residual[i] = 0;
            }
            return -added / (2 * wave.variance());
        }
    }
}
