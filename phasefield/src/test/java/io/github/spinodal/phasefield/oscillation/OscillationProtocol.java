package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.data.GalvanostaticCurve;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Repeats an analysis on many synthetic plateaus and compares it with the truth.
 *
 * @param found share of the curves with an oscillation in the verdict
 * @param periodError root mean square of the relative error of the period, those taken for another period included
 * @param periodCoverage share of the intervals that hold the true period
 * @param amplitudeError root mean square of the relative error of the amplitude
 * @param amplitudeCoverage share of the intervals that hold the true amplitude
 */
record OscillationProtocol(
        double found, double periodError, double periodCoverage, double amplitudeError, double amplitudeCoverage) {
    static OscillationProtocol run(SyntheticPlateau plateau, int curves, long seed) {
        return run(plateau, plateau::curve, curves, seed);
    }

    /** The truth of a plateau, and what is recorded of it. */
    static OscillationProtocol run(
            SyntheticPlateau plateau, LongFunction<GalvanostaticCurve> recorded, int curves, long seed) {
        OscillationAnalysis analysis = OscillationAnalysis.withDefaults();
        double[][] rows = IntStream.range(0, curves)
                .parallel()
                .mapToObj(i -> row(analysis.analyze(recorded.apply(seed + i)), plateau))
                .toArray(double[][]::new);
        double[] sums = new double[5];
        for (double[] row : rows) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += row[j];
            }
        }
        return new OscillationProtocol(
                sums[0] / curves,
                Math.sqrt(sums[1] / sums[0]),
                sums[2] / sums[0],
                Math.sqrt(sums[3] / sums[0]),
                sums[4] / sums[0]);
    }

    private static double[] row(OscillationResult result, SyntheticPlateau plateau) {
        if (result.oscillation().isEmpty()) {
            return new double[5];
        }
        Oscillation o = result.oscillation().get();
        double period = o.periodCoulomb().value() / plateau.period() - 1;
        double amplitude = o.amplitudeMillivolts().value() / plateau.amplitudeMillivolt() - 1;
        return new double[] {
            1,
            period * period,
            o.periodIntervalCoulomb().contains(plateau.period()) ? 1 : 0,
            amplitude * amplitude,
            o.amplitudeIntervalVolt().contains(plateau.amplitudeMillivolt() / 1000) ? 1 : 0
        };
    }

    /**
     * Larger of 1 % and 1.15 times the Cramer-Rao bound of the period of a sine (Rife and Boorstyn, IEEE Trans. Inf.
     * Theory 20, 591, 1974), the noise taken at the frequency of the line.
     */
    static double periodLimit(SyntheticPlateau p) {
        double amplitude = p.amplitudeMillivolt() / 2;
        double bound =
                Math.sqrt(6 * noisePower(p) / (Math.PI * Math.PI * amplitude * amplitude * p.samples())) / p.periods();
        return Math.max(0.01, 1.15 * bound);
    }

    /** Larger of 3 % and 1.15 times the Cramer-Rao bound of the amplitude of a sine. */
    static double amplitudeLimit(SyntheticPlateau p) {
        double amplitude = p.amplitudeMillivolt() / 2;
        return Math.max(0.03, 1.15 * Math.sqrt(2 * noisePower(p) / p.samples()) / amplitude);
    }

    private static double noisePower(SyntheticPlateau p) {
        double rho = p.correlation();
        double angle = 2 * Math.PI * p.periods() / p.samples();
        return p.noiseMillivolt() * p.noiseMillivolt() * (1 - rho * rho) / (1 - 2 * rho * Math.cos(angle) + rho * rho);
    }

    String describe(SyntheticPlateau p) {
        return String.format(
                Locale.ROOT,
                "found %.4f, period rms %.3f %% (limit %.3f), coverage %.4f,"
                        + " amplitude rms %.2f %% (limit %.2f), coverage %.4f",
                found,
                100 * periodError,
                100 * periodLimit(p),
                periodCoverage,
                100 * amplitudeError,
                100 * amplitudeLimit(p),
                amplitudeCoverage);
    }
}
