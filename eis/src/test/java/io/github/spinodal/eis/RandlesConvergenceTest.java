package io.github.spinodal.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.core.fit.LeastSquaresFit;
import io.github.spinodal.core.fit.ResidualVariance;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every start, and no start at all, must lead to the best known minimum: the sum of squares within 0.01 %. */
class RandlesConvergenceTest {
    private static final double[] NOISE = {0, 0.005, 0.01};

    @Test
    void randomStartsReachTheOptimum() {
        assertEquals(4 * 3 * 5, startsAtOptimum(5));
    }

    @Test
    @Tag("slow")
    void twelveHundredRandomStartsReachTheOptimum() {
        assertEquals(1200, startsAtOptimum(100));
    }

    private static int startsAtOptimum(int starts) {
        int reached = 0;
        for (int cell = 0; cell < 4; cell++) {
            for (double noise : NOISE) {
                String name = "cell " + cell + ", noise " + noise;
                Random random = new Random(name.hashCode());
                ImpedanceSpectrum z = StudyCells.noisy(cell, noise, random);
                double limit = limit(z, StudyCells.VALUES[cell]);
                for (int s = 0; s < starts; s++) {
                    double[] start = StudyCells.VALUES[cell].clone();
                    for (int k = 0; k < start.length; k++) {
                        start[k] *= Math.pow(10, 6 * random.nextDouble() - 3);
                    }
                    start[2] = 0.5 + 0.5 * random.nextDouble();
                    CircuitFit fit =
                            CircuitFitter.withDefaults().withStart(start).solve(StudyCells.CIRCUIT, z);
                    reached += fit.sumOfSquares() <= limit ? 1 : 0;
                }
            }
        }
        return reached;
    }

    @Test
    void noStartIsNeeded() {
        for (int cell = 0; cell < 4; cell++) {
            for (double noise : NOISE) {
                String name = "cell " + cell + ", noise " + noise;
                ImpedanceSpectrum z = StudyCells.noisy(cell, noise, new Random(name.hashCode()));
                CircuitFit fit = CircuitFitter.fit(StudyCells.CIRCUIT, z);
                assertTrue(fit.sumOfSquares() <= limit(z, StudyCells.VALUES[cell]), name);
                assertTrue(fit.converged());
            }
        }
    }

    @Test
    void randomIdentifiableCellsNeedNoStart() {
        assertTrue(identifiableCellsAtOptimum(100) >= 99);
    }

    @Test
    @Tag("slow")
    void twoThousandRandomIdentifiableCellsNeedNoStart() {
        int reached = identifiableCellsAtOptimum(2000);
        assertTrue(reached >= 1998, reached + " of 2000");
    }

    private static int identifiableCellsAtOptimum(int cells) {
        Random random = new Random(2026);
        int reached = 0;
        int count = 0;
        while (count < cells) {
            double[] p = {
                logUniform(random, 0.1, 100),
                logUniform(random, 1e-6, 1e-2),
                0.6 + 0.4 * random.nextDouble(),
                logUniform(random, 1, 1e4),
                logUniform(random, 1e-5, 0.1)
            };
            if (!isIdentifiable(p)) {
                continue;
            }
            count++;
            ImpedanceSpectrum z = StudyCells.noisy(StudyCells.CIRCUIT, StudyCells.frequencies(), p, 0.005, random);
            reached += CircuitFitter.fit(StudyCells.CIRCUIT, z).sumOfSquares() <= limit(z, p) ? 1 : 0;
        }
        return reached;
    }

    /** Every Cramer-Rao standard deviation at 0.5 % noise is below 10 %. */
    private static boolean isIdentifiable(double[] p) {
        ImpedanceSpectrum clean = StudyCells.CIRCUIT.spectrum(StudyCells.frequencies(), p);
        Scales scales = Scales.of(clean);
        FitProblem problem = new FitProblem(StudyCells.CIRCUIT, clean, Weights.of(Weighting.MODULUS, clean), scales);
        LeastSquaresFit truth = LeastSquares.withDefaults()
                .withResidualVariance(ResidualVariance.ONE)
                .evaluate(problem, scales.toReduced(StudyCells.CIRCUIT, p));
        double[][] covariance = scales.toPhysicalCovariance(StudyCells.CIRCUIT, p, truth.covariance());
        for (int k = 0; k < p.length; k++) {
            if (!(0.005 * Math.sqrt(covariance[k][k]) < 0.1 * p[k])) {
                return false;
            }
        }
        return true;
    }

    private static double logUniform(Random random, double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    /** 0.01 % above the minimum next to the truth; noise-free, rounding of 61 points instead. */
    private static double limit(ImpedanceSpectrum z, double[] truth) {
        CircuitFit fit = CircuitFitter.withDefaults()
                .withStart(truth)
                .withStartSearch(StartSearch.GIVEN_ONLY)
                .solve(StudyCells.CIRCUIT, z);
        return fit.sumOfSquares() * 1.0001 + 1e-18;
    }
}
