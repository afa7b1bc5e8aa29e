package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.phasefield.oscillation.SyntheticPlateau.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HiddenJumpsTest {
    /** Jumps of 1.2 times the noise. */
    private static final SyntheticPlateau SAWTOOTH =
            SyntheticPlateau.sine(500, 20, 0.4, 0.4).withShape(Shape.SAWTOOTH);

    private record Case(PlateauRecord record, ModelFit harmonics) {
        static Case of(SyntheticPlateau plateau, long seed) {
            return of(SearchedRecord.of(plateau, seed));
        }

        static Case of(SearchedRecord searched) {
            return new Case(searched.record(), searched.elaborated());
        }
    }

    /** The fundamental alone has 78 % of the amplitude, and tells the period half as well. */
    @Test
    void theShapeTellsAmplitudeAndPeriodThatTheFundamentalDoesNot() {
        int curves = 100;
        List<double[]> rows = IntStream.range(0, curves)
                .parallel()
                .mapToObj(i -> {
                    Case one = Case.of(SAWTOOTH, 400_000 + i);
                    HiddenJumps jumps = HiddenJumps.of(one.record(), one.harmonics());
                    return jumps == null
                            ? null
                            : new double[] {
                                jumps.phase().cycles() / 20 - 1,
                                jumps.cyclesInterval(0.95).contains(20) ? 1 : 0,
                                jumps.amplitude()[0] / 0.4 - 1,
                                one.harmonics().cycles() / 20 - 1
                            };
                })
                .filter(Objects::nonNull)
                .toList();
        assertTrue(rows.size() > 0.75 * curves, () -> "only " + rows.size());
        double covered = 0;
        double bias = 0;
        for (double[] row : rows) {
            covered += row[1] / rows.size();
            bias += row[2] / rows.size();
        }
        double error = medianError(rows, 0);
        double errorOfHarmonics = medianError(rows, 3);
        assertTrue(error < errorOfHarmonics / 1.7, error + " beside " + errorOfHarmonics);
        // 95 % of 80 are known to 2.4 %.
        assertEquals(0.95, covered, 0.072);
        // The standard error of one amplitude is 12.6 %; those that are plainly a sawtooth are a little large.
        assertEquals(0, bias, 0.04);
    }

    private static double medianError(List<double[]> rows, int column) {
        double[] errors =
                rows.stream().mapToDouble(row -> Math.abs(row[column])).sorted().toArray();
        return errors[errors.length / 2];
    }

    @Test
    void aSineIsLeftToItsHarmonics() {
        SyntheticPlateau sine = SAWTOOTH.withShape(Shape.SINE);
        long taken = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> Case.of(sine, 400_000 + i))
                .filter(one -> HiddenJumps.of(one.record(), one.harmonics()) != null)
                .count();
        assertTrue(taken <= 3, () -> taken + " of 60");
    }

    @Test
    void theShareOfTheRiseIsMeasuredUpAndDown() {
        for (int sign = -1; sign <= 1; sign += 2) {
            int held = 0;
            int all = 0;
            for (int seed = 0; seed < 20; seed++) {
                Case one = triangle(seed, 0.15, sign);
                HiddenJumps jumps = HiddenJumps.of(one.record(), one.harmonics());
                if (jumps != null) {
                    Measured rise = jumps.waveform(2).riseShare();
                    double truth = sign > 0 ? 0.15 : 0.85;
                    held += Math.abs(rise.value() - truth) < 2 * rise.standardUncertainty() ? 1 : 0;
                    all++;
                }
            }
            assertTrue(all >= 10, "too few: " + all);
            assertTrue(held >= 0.85 * all, held + " of " + all);
        }
    }

    private static Case triangle(long seed, double rise, int sign) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 500;
        double[] charge = new double[n];
        double[] voltage = new double[n];
        double offset = random.nextDouble();
        for (int i = 0; i < n; i++) {
            charge[i] = i / (n - 1.0);
            double cycle = 20.3 * charge[i] + offset;
            cycle -= Math.floor(cycle);
            double wave = cycle < rise ? cycle / rise - 0.5 : 0.5 - (cycle - rise) / (1 - rise);
            voltage[i] = (1550 - 8 * charge[i] + sign * wave + 0.45 * SyntheticPlateau.gaussian(random)) / 1000;
        }
        return Case.of(SearchedRecord.of(charge, voltage));
    }

    /** Against the sums of squares that a library's least squares leaves, with the wave as its own column. */
    @Test
    void theLikelihoodIsThatOfLeastSquares() {
        Case one = Case.of(SAWTOOTH, 3);
        PlateauRecord record = one.record();
        JumpPhase start = JumpPhase.starting(0.4, new double[] {20 * Math.PI});
        SawtoothLikelihood likelihood = new SawtoothLikelihood(record, one.harmonics(), NoiseModel.WHITE, start, -0.25);
        for (double[] change : new double[][] {{0, 0, 0}, {1, 0.3, 0}, {-0.7, 0.1, 0.35}, {2, -0.2, 0.7}}) {
            double rise = Math.max(0, -0.25 + change[2]);
            double[] wave = new double[record.size()];
            for (int i = 0; i < wave.length; i++) {
                double periods = (0.4 + change[0] + (20 * Math.PI + change[1]) * record.x[i]) / (2 * Math.PI);
                double sinceJump = periods + rise / 2 - Math.floor(periods + rise / 2);
                wave[i] = sinceJump < rise ? sinceJump / rise - 0.5 : 0.5 - (sinceJump - rise) / (1 - rise);
            }
            double[][] base = one.harmonics().structure.baseline().columns(record.x);
            double left = leastSquares(base, wave, record.y);
            double square = leastSquares(base, null, wave);
            double freedom = record.size() - base.length - 1;
            double expected = -(freedom * Math.log(left) + Math.log(square)) / 2;
            assertEquals(expected, likelihood.logLikelihood(change), 1e-6, () -> "rise " + rise);
        }
        assertEquals(Double.NEGATIVE_INFINITY, likelihood.logLikelihood(new double[] {0, 0, 0.8}));
    }

    private static double leastSquares(double[][] base, double @Nullable [] wave, double[] target) {
        int columns = base.length + (wave == null ? 0 : 1);
        double[][] rows = new double[target.length][columns];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < base.length; j++) {
                rows[i][j] = base[j][i];
            }
            if (wave != null) {
                rows[i][base.length] = wave[i];
            }
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.setNoIntercept(true);
        regression.newSampleData(target, rows);
        return regression.calculateResidualSumOfSquares();
    }

    /** The mean, the covariance and the quantiles of a normal likelihood, whose steps are off by a factor and a correlation. */
    @Test
    void aWalkDrawsWhatItsTargetSays() {
        double[] deviation = {0.3, 0.02};
        double correlation = 0.8;
        double[] mean = {0.2, -0.03};
        List<double[]> drawn = new ArrayList<>();
        PhaseWalk.Target normal = new PhaseWalk.Target() {
            private double[] last = {};

            @Override
            public double logLikelihood(double[] change) {
                last = change.clone();
                double a = (change[0] - mean[0]) / deviation[0];
                double b = (change[1] - mean[1]) / deviation[1];
                return -(a * a - 2 * correlation * a * b + b * b) / (2 * (1 - correlation * correlation));
            }

            @Override
            public void drawn() {
                drawn.add(last);
            }
        };
        JumpPhase start = JumpPhase.of(new double[] {1, 20 * Math.PI}, new double[] {1, 0, 0, 0.0001});
        PhaseWalk walk = PhaseWalk.from(start, 5000, normal);
        assertEquals(5000, drawn.size());
        JumpPhase phase = walk.phase();
        assertEquals(1.2, phase.coefficients[0], 0.05);
        // Some 600 of the draws are independent: a variance is known to 6 %.
        assertEquals(0.09, phase.covariance[0], 0.016);
        assertEquals(0.8 * 0.3 * 0.02, phase.covariance[1], 9e-4);
        assertEquals(4e-4, phase.covariance[3], 7e-5);
        Interval interval = walk.cyclesInterval(0.95);
        assertEquals(20 + (-0.03 - 1.96 * 0.02) / Math.PI, interval.low(), 1.5e-3);
        assertEquals(20 + (-0.03 + 1.96 * 0.02) / Math.PI, interval.high(), 1.5e-3);
    }

    /** Less noise parameters spoke for four times the period of this sine. */
    @Test
    void aSineIsNotTakenForAHarmonicOfALongerPeriod() {
        Case one = Case.of(SyntheticPlateau.sine(600, 40, 1, 1), 100_089);
        assertEquals(40, one.harmonics().cycles(), 0.3);
    }
}
