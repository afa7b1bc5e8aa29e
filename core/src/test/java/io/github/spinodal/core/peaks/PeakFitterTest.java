package io.github.spinodal.core.peaks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.chart.PeakPlot;
import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.fit.LeastSquares;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PeakFitterTest {
    /** Full width of a Gaussian of unit standard deviation. */
    private static final double WIDTH = 2 * Math.sqrt(2 * Math.log(2));

    private static double[] grid(int n, double low, double high) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = low + (high - low) * i / (n - 1);
        }
        return x;
    }

    private static double[] gaussians(double[] x, double noise, long seed, double... heightCentreSigma) {
        Random random = new Random(seed);
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = 3 + noise * random.nextGaussian();
            for (int k = 0; k < heightCentreSigma.length; k += 3) {
                double u = (x[i] - heightCentreSigma[k + 1]) / heightCentreSigma[k + 2];
                y[i] += heightCentreSigma[k] * Math.exp(-u * u / 2);
            }
        }
        return y;
    }

    private static final PeakFitter ON_CONSTANT =
            PeakFitter.of(PeakShape.gauss()).withBackground(PeakBackground.polynomial(0, 0));

    /** How often the number of peaks is right, over peaks five standard deviations apart and over single peaks. */
    private static int[] decisions(int trials, int offset) {
        double[] x = grid(120, 0, 60);
        int two = 0;
        int extra = 0;
        int none = 0;
        for (int t = offset; t < offset + trials; t++) {
            // heights ten times the noise, five standard deviations of the peaks apart
            double[] pair = gaussians(x, 1, 3L * t, 10, 25, 2, 7, 35, 2);
            two += ON_CONSTANT.fitBest(x, pair, 4).peaks().size() == 2 ? 1 : 0;
            double[] single = gaussians(x, 1, 3L * t + 1, 10, 28, 2);
            extra += ON_CONSTANT.fitBest(x, single, 4).peaks().size() > 1 ? 1 : 0;
            double[] empty = gaussians(x, 1, 3L * t + 2);
            none += ON_CONSTANT.fitBest(x, empty, 4).peaks().isEmpty() ? 1 : 0;
        }
        return new int[] {two, extra, none};
    }

    @Test
    void theDataDecideTheNumberOfPeaks() {
        int[] counts = decisions(20, 0);
        assertTrue(counts[0] >= 19, "pairs: " + counts[0]);
        assertTrue(counts[1] <= 1, "false peaks beside one: " + counts[1]);
        assertTrue(counts[2] >= 19, "none: " + counts[2]);
    }

    @Test
    @Tag("slow")
    void decisionsAreRightInNinetyNinePercent() {
        int trials = 1000;
        int[] counts = decisions(trials, 10_000);
        String text = "pairs right " + counts[0] + ", false extra " + counts[1] + ", empty right " + counts[2] + " of "
                + trials;
        assertTrue(counts[0] >= 990, text);
        assertTrue(counts[1] <= 10, text);
        assertTrue(counts[2] >= 990, text);
    }

    @Test
    void intervalsCoverTheTruth() {
        double[] x = grid(150, 0, 30);
        int inside = 0;
        int trials = 200;
        for (int t = 0; t < trials; t++) {
            double[] y = gaussians(x, 0.5, 77 + t, 8, 14, 1.5);
            FittedPeak peak = ON_CONSTANT.fit(x, y, 1).peaks().get(0);
            double truth = 8 * 1.5 * Math.sqrt(2 * Math.PI);
            inside +=
                    Math.abs(peak.area().value() - truth) <= 1.976 * peak.area().standardUncertainty() ? 1 : 0;
        }
        // 95 % of 200 is 190 +- 3.1
        assertTrue(inside >= 178 && inside <= 199, "covered " + inside);
    }

    @Test
    void exactDataAreRecoveredForEveryShape() {
        double[] x = grid(200, -5, 12);
        for (PeakShape shape : PeakShapeProperties.SHAPES) {
            PeakModel truth =
                    new PeakModel(x, new double[200], ones(200), List.of(shape), null, PeakBackground.polynomial(1, 0));
            double[] p = new double[truth.parameterCount()];
            p[0] = 2;
            p[1] = 0.1;
            p[2] = 5;
            p[3] = 3.3;
            p[4] = 2.2;
            for (int k = 0; k < shape.parameters().size(); k++) {
                ShapeParameter q = shape.parameters().get(k);
                p[5 + k] = 0.6 * q.start() + 0.4 * (q.lower() + 0.4 * (q.upper() - q.lower()));
            }
            double[] y = new double[200];
            truth.residuals(p, y);
            PeakFit fit = PeakFitter.of(shape)
                    .withBackground(PeakBackground.polynomial(1, 0))
                    .fit(x, y, 1);
            assertArrayEquals(p, fit.leastSquares().parameters(), 1e-6, shape.name());
            assertArrayEquals(y, fit.envelope(), 1e-6, shape.name());
        }
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void sharedWidthsAndSatellites() {
        double[] x = grid(300, 65, 80);
        double[] y = gaussians(x, 0.3, 4, 40, 71, 0.6, 30, 74.33, 0.6);
        PeakFit pair = ON_CONSTANT.withWidths(PeakWidths.SHARED).fit(x, y, 2);
        assertEquals(
                pair.peaks().get(0).width().value(), pair.peaks().get(1).width().value());
        assertEquals(0.6 * WIDTH, pair.peaks().get(0).width().value(), 0.02);
        assertEquals(6, pair.leastSquares().freeCount());
        PeakFit doublet =
                ON_CONSTANT.withSatellite(Satellite.atDistance(3.33, 0.75)).fit(x, y, 1);
        assertEquals(71, doublet.peaks().get(0).centre().value(), 0.02);
        assertEquals(40, doublet.peaks().get(0).height().value(), 0.5);
        assertEquals(
                1.0, doublet.leastSquares().sumOfSquares() / pair.leastSquares().sumOfSquares(), 0.05);
        double[] sum = doublet.background();
        double[] component = doublet.component(0);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += component[i];
        }
        assertArrayEquals(doublet.envelope(), sum, 1e-12);
    }

    @Test
    void negativePeaksAndWeights() {
        double[] x = grid(100, 0, 10);
        double[] y = gaussians(x, 0.1, 1, -4, 6, 0.7);
        FittedPeak down =
                ON_CONSTANT.withSign(PeakSign.NEGATIVE).fit(x, y, 1).peaks().get(0);
        assertEquals(-4, down.height().value(), 0.2);
        assertEquals(6, down.centre().value(), 0.05);
        FittedPeak either =
                ON_CONSTANT.withSign(PeakSign.EITHER).fit(x, y, 1).peaks().get(0);
        assertEquals(down.height().value(), either.height().value(), 1e-6);
        double[] sigma = new double[100];
        java.util.Arrays.fill(sigma, 0.1);
        PeakFit weighted = ON_CONSTANT.withSign(PeakSign.EITHER).fit(x, y, sigma, 1);
        assertEquals(down.centre().value(), weighted.peaks().get(0).centre().value(), 1e-6);
        // chi-square per degree of freedom is one within five of its standard deviations
        assertEquals(1, weighted.leastSquares().reducedSumOfSquares(), 5 * Math.sqrt(2.0 / 96));
        Spectrum.Axis axis = new Spectrum.Axis("x", "");
        Spectrum spectrum = Spectrum.of(axis, x, axis, y).withStandardDeviations(sigma);
        assertEquals(weighted, ON_CONSTANT.withSign(PeakSign.EITHER).fit(spectrum, 1));
    }

    private static PeakGuess guess(double centre) {
        return new PeakGuess(PeakShape.gauss(), centre, 1);
    }

    @Test
    void startsMayBeGiven() {
        double[] x = grid(100, 0, 10);
        double[] y = gaussians(x, 0.1, 1, 4, 3, 0.5, 5, 7, 0.5);
        PeakFit automatic = ON_CONSTANT.fit(x, y, 2);
        PeakFit given = ON_CONSTANT.fitFrom(x, y, List.of(guess(6.7), guess(3.2)));
        for (int k = 0; k < 2; k++) {
            assertEquals(
                    automatic.peaks().get(k).centre().value(),
                    given.peaks().get(k).centre().value(),
                    1e-6);
        }
        assertTrue(given.probabilityAgainst(ON_CONSTANT.fit(x, y, 1)) < 1e-12);
        assertEquals(1, given.backgroundParameters().size());
        assertEquals(3, given.backgroundParameters().get(0).value(), 0.1);
        assertTrue(given.toString().startsWith("2 peaks"), given::toString);
        assertThrows(InvalidValueException.class, () -> automatic.probabilityAgainst(given));
        // a tie across peaks through the settings: equal heights
        PeakFit tied = ON_CONSTANT
                .withLeastSquares(LeastSquares.withDefaults().withTie(4, 1, 1, 0))
                .fitFrom(x, y, List.of(guess(3.2), guess(6.7)));
        assertEquals(
                tied.peaks().get(0).height().value(),
                tied.peaks().get(1).height().value());
    }

    @Test
    void fitsAreDrawn() {
        double[] x = grid(100, 0, 10);
        PeakFit fit = ON_CONSTANT.fit(x, gaussians(x, 0.1, 1, 4, 3, 0.5, 5, 7, 0.5), 2);
        String svg = PeakPlot.of(fit, "two peaks", "x (mm)", "y").svg();
        // text is drawn as outlines: the background is dashed
        assertTrue(svg.contains("<svg"));
        assertTrue(svg.contains("stroke-dasharray"));
    }

    @Test
    void rejectsNonsense() {
        double[] x = grid(10, 0, 1);
        assertThrows(InvalidValueException.class, () -> ON_CONSTANT.fit(x, new double[9], 1));
        assertThrows(InvalidValueException.class, () -> ON_CONSTANT.fit(new double[10], x, 1));
        assertThrows(InvalidValueException.class, () -> ON_CONSTANT.fit(x, x, -1));
        assertThrows(InvalidValueException.class, () -> ON_CONSTANT.fit(x, x, 4));
        assertThrows(InvalidValueException.class, () -> ON_CONSTANT.fitBest(x, x, 0));
        assertThrows(InvalidValueException.class, () -> ON_CONSTANT.fit(x, x, new double[10], 1));
        assertThrows(InvalidValueException.class, () -> ON_CONSTANT.fit(new double[0], new double[0], 1));
        assertThrows(InvalidValueException.class, () -> ON_CONSTANT.fitFrom(x, x, List.of(guess(2))));
        assertThrows(InvalidValueException.class, () -> PeakBackground.polynomial(-1, 0));
        assertThrows(InvalidValueException.class, () -> Satellite.atDistance(1, 0));
    }
}
