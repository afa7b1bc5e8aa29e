package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.phasefield.oscillation.SyntheticPlateau.Shape;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JumpFitTest {
    private static final SyntheticPlateau SAWTOOTH =
            SyntheticPlateau.sine(500, 16, 2.5, 0.5).withShape(Shape.SAWTOOTH);

    /** Of 16 jumps, each known to a 31st of a period: a fit of harmonics is off by 0.1 % rms. */
    @Test
    void jumpsTellThePeriodOfASawtoothAndTheirIntervalsCoverIt() {
        int curves = 200;
        double[][] errors = IntStream.range(0, curves)
                .parallel()
                .mapToObj(i -> {
                    SearchedRecord searched = SearchedRecord.of(SAWTOOTH, 300_000 + i);
                    JumpFit fit = JumpFit.of(searched.record(), searched.elaborated());
                    assertNotNull(fit, () -> "curve " + i);
                    double[] amplitude = fit.amplitude();
                    return new double[] {
                        fit.phase().cycles() / 16 - 1,
                        fit.cyclesInterval(0.95).contains(16) ? 1 : 0,
                        amplitude[0] / 2.5 - 1,
                        Math.abs(amplitude[0] - 2.5) < 1.96 * amplitude[1] ? 1 : 0
                    };
                })
                .toArray(double[][]::new);
        double square = 0;
        double covered = 0;
        double bias = 0;
        double amplitudeCovered = 0;
        for (double[] row : errors) {
            square += row[0] * row[0] / curves;
            covered += row[1] / curves;
            bias += row[2] / curves;
            amplitudeCovered += row[3] / curves;
        }
        assertEquals(0, Math.sqrt(square), 5e-4);
        // 95 % of 200 are known to 1.5 %.
        assertEquals(0.95, covered, 0.046);
        assertEquals(0.95, amplitudeCovered, 0.046);
        // The standard error of one amplitude is 2.55 %.
        assertEquals(0, bias, 3 * 0.0255 / Math.sqrt(curves));
    }

    @Test
    void aWaveThatRisesForManySamplesIsLeftToHarmonics() {
        for (int seed = 0; seed < 5; seed++) {
            SearchedRecord searched = SearchedRecord.of(triangle(seed, 0.2, 0.5));
            PlateauRecord record = searched.record();
            ModelFit harmonics = searched.elaborated();
            assertTrue(harmonics.structure.harmonics() >= 2);
            assertNull(JumpFit.of(record, harmonics));
        }
    }

    @Test
    void theTimeThatAJumpTakesIsMeasured() {
        double sum = 0;
        for (int seed = 0; seed < 10; seed++) {
            SearchedRecord searched = SearchedRecord.of(triangle(seed, 0.045, 0.2));
            JumpFit fit = JumpFit.of(searched.record(), searched.elaborated());
            assertNotNull(fit);
            sum += fit.wave().rise() / 10;
        }
        assertEquals(0.045, sum, 0.005);
    }

    /** A mean product of sawtooth and sine is as its Fourier series says, a mean square as the sum over the series. */
    @Test
    void theAmplitudeIsTwoRootTwoTimesTheRms() {
        SearchedRecord searched = SearchedRecord.of(triangle(0, 0.045, 0.02));
        PlateauRecord record = searched.record();
        double middleOfRise = Math.PI * 0.045;
        JumpPhase exact = JumpPhase.starting(Math.PI * 16 - middleOfRise, new double[] {Math.PI * 16});
        JumpWave wave = JumpWave.beside(searched.elaborated(), record, exact.values(record))
                .withJumps(exact, List.of(), new double[0], 0.03)
                .withHarmonics(3);
        // The jump, not the harmonics beside it, must carry the wave.
        assertTrue(Math.abs(wave.jump()) > 2);
        double square = 0;
        int places = 100_000;
        for (int i = 0; i < places; i++) {
            double value = wave.valueAt(2 * Math.PI * (i + 0.5) / places);
            square += value * value / places;
        }
        double mean = IntStream.range(0, places)
                        .mapToDouble(i -> wave.valueAt(2 * Math.PI * (i + 0.5) / places))
                        .sum()
                / places;
        assertEquals(Math.sqrt(8 * (square - mean * mean)), wave.amplitude()[0], 2e-3 * wave.amplitude()[0]);
    }

    /** In correlated noise the second harmonic stands out more than the first; four in a hundred were halved. */
    @Test
    void theWholePeriodIsFoundWhereNoiseHidesTheFundamental() {
        SyntheticPlateau plateau =
                SyntheticPlateau.sine(500, 10, 2, 0.5).withShape(Shape.SAWTOOTH).withCorrelation(0.8);
        OscillationAnalysis analysis = OscillationAnalysis.withDefaults();
        long wrong = IntStream.range(0, 60)
                .parallel()
                .mapToObj(i -> analysis.analyze(plateau.curve(100_150 + i)).oscillation())
                .flatMap(Optional::stream)
                .filter(o -> Math.abs(o.periods() - 10) > 1)
                .count();
        assertEquals(0, wrong);
    }

    @Test
    void bumpsThatAlternateALittleHaveNoLongerPeriod() {
        GalvanostaticCurve curve =
                curve(3, 0.1, s -> 1.25 * Math.sin(2 * Math.PI * 20 * s) + 0.2 * Math.sin(2 * Math.PI * 10 * s + 1));
        double periods = SearchedRecord.of(curve).elaborated().cycles();
        assertEquals(20, periods, 0.1);
    }

    @Test
    void whatAChangeAddsToTheSumOfSquaresIsTheDifferenceOfTheSums() {
        double[] x = {-1, -0.8, -0.5, -0.35, 0, 0.1, 0.4, 0.7, 0.75, 1};
        SplittableRandom random = new SplittableRandom(5);
        for (NoiseModel noise :
                new NoiseModel[] {NoiseModel.WHITE, new NoiseModel(0.8, 0.3, NoiseModel.Clock.CHARGE)}) {
            Whitener whitener = Whitener.of(noise, x);
            double[] values = new double[x.length];
            double[] change = new double[x.length];
            double[] both = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                values[i] = random.nextDouble() - 0.5;
                change[i] = i == 3 || i == 4 ? random.nextDouble() : 0;
                both[i] = values[i] + change[i];
            }
            double[] whitened = values.clone();
            whitener.apply(whitened);
            assertEquals(
                    whitener.sumOfSquares(both) - whitener.sumOfSquares(values),
                    whitener.addedSquares(change, whitened, 3, 4),
                    1e-9);
        }
    }

    /** A wave of 16 periods that rises during a share of each, on a slope. */
    private static GalvanostaticCurve triangle(long seed, double rise, double noise) {
        double unit = 2.5 * Math.sqrt(12) / (2 * Math.sqrt(2));
        return curve(seed, noise, s -> {
            double cycle = 16 * s + 0.3 * seed;
            cycle -= Math.floor(cycle);
            return unit * (cycle < rise ? cycle / rise - 0.5 : 0.5 - (cycle - rise) / (1 - rise));
        });
    }

    private static GalvanostaticCurve curve(long seed, double noise, DoubleUnaryOperator wave) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 500;
        double[] charge = new double[n];
        double[] voltage = new double[n];
        for (int i = 0; i < n; i++) {
            boolean inside = i > 0 && i < n - 1;
            double s = (i + (inside ? 0.9 * (random.nextDouble() - 0.5) : 0)) / (n - 1.0);
            charge[i] = s;
            voltage[i] = (1550 - 8 * s + wave.applyAsDouble(s) + noise * SyntheticPlateau.gaussian(random)) / 1000;
        }
        return GalvanostaticCurve.of(GalvanostaticCurve.Direction.DISCHARGE, 1e-5, charge, voltage);
    }
}
