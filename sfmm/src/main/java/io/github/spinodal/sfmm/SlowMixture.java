package io.github.spinodal.sfmm;

import java.util.List;

/**
 * The likelihood of one layer in slow noise given where the contact is, how thick the layer is, where it breaks and how its
 * force grows, summed over the noises that are possible. Offset, tilt and solid slope are integrated exactly, because the
 * model is linear in them, and so is the variance of the noise (Jeffreys' prior). Not shared between threads.
 */
final class SlowMixture {
    /** What may be left of the filter's memory of the layer (nm). */
    private static final double FORGOTTEN = 1e-10;

    private final FitProblem problem;
    private final double middle;
    private final double half;
    private final double freedom;
    private final double variance;
    private final Rung[] rungs;
    private final double[] shape;
    private final double[] white;

    /** One noise: whitened ones, abscissas and data, free of one another, with their products from a sample to the end. */
    private static final class Rung {
        private final NoiseFilter noise;
        private final double[] one;
        private final double[] abscissa;
        private final double[] data;
        /** What the filter remembers before each sample of ones and of abscissas. */
        private final double[] oneMemory;

        private final double[] abscissaMemory;
        /** Products from a sample to the end: one with one, with abscissa, with data; abscissa with abscissa, with data. */
        private final double[][] tails = new double[5][];

        private final double oneOne;
        private final double oneS;
        private final double sS;
        private final double oneY;
        private final double sY;
        private final double yy;
        private final double constant;

        private Rung(FitProblem problem, NoiseFilter noise, double middle, double half) {
            this.noise = noise;
            int n = problem.n;
            one = problem.used.clone();
            abscissa = new double[n];
            data = new double[n];
            for (int i = 0; i < n; i++) {
                abscissa[i] = problem.used[i] * (problem.z[i] - middle) / half;
                data[i] = problem.used[i] * problem.y[i];
            }
            oneMemory = noise.memories(one);
            abscissaMemory = noise.memories(abscissa);
            noise.whiten(one, abscissa);
            noise.whiten(data, 0);
            double[][] pairs = {one, one, one, abscissa, one, data, abscissa, abscissa, abscissa, data};
            for (int k = 0; k < tails.length; k++) {
                tails[k] = new double[n + 1];
                for (int i = n - 1; i >= 0; i--) {
                    tails[k][i] = tails[k][i + 1] + pairs[2 * k][i] * pairs[2 * k + 1][i];
                }
            }
            oneOne = tails[0][0];
            oneS = tails[1][0] / oneOne;
            sS = tails[3][0] - oneS * tails[1][0];
            oneY = tails[2][0] / oneOne;
            sY = (tails[4][0] - oneS * tails[2][0]) / sS;
            yy = CurveFit.dot(data, data, 0, n) - oneY * tails[2][0] - sY * sY * sS;
            constant = -0.5 * (noise.logDeterminant() + Math.log(oneOne) + Math.log(sS));
        }
    }

    SlowMixture(FitProblem problem, List<NoiseFilter> noises) {
        this(problem, noises, 0);
    }

    /** The same with the variance of the noise (nm^2) known, or integrated where it is zero. */
    SlowMixture(FitProblem problem, List<NoiseFilter> noises, double variance) {
        this.problem = problem;
        this.variance = variance;
        int n = problem.n;
        middle = 0.5 * (problem.z[0] + problem.z[n - 1]);
        half = 0.5 * (problem.z[n - 1] - problem.z[0]);
        freedom = problem.usedCount - 3;
        shape = new double[n];
        white = new double[n];
        rungs = new Rung[noises.size()];
        for (int k = 0; k < rungs.length; k++) {
            rungs[k] = new Rung(problem, noises.get(k), middle, half);
        }
    }

    /** Logarithm of the likelihood, up to a constant. */
    double log(double onset, double h, double deflection, double exponent) {
        double[] z = problem.z;
        int first = ContactModel.firstAbove(z, onset);
        double contact = onset + h;
        int solid = Math.min(Math.max(first, problem.solidFrom), ContactModel.firstAbove(z, contact + deflection));
        LayerYield yield = new LayerYield(h, deflection, exponent);
        for (int i = first; i < solid; i++) {
            yield.solve(z[i] - onset);
            shape[i] = problem.used[i] * yield.deflection;
        }
        LogSum sum = new LogSum();
        for (Rung rung : rungs) {
            sum.add(log(rung, first, solid, contact));
        }
        return sum.value();
    }

    private double log(Rung rung, int first, int solid, double contact) {
        double start = middle - contact;
        System.arraycopy(shape, first, white, first, solid - first);
        double memory = rung.noise.whiten(white, first, solid);
        double[][] t = rung.tails;
        double g1 = CurveFit.dot(white, rung.one, first, solid) + half * t[1][solid] + start * t[0][solid];
        double gs = CurveFit.dot(white, rung.abscissa, first, solid) + half * t[3][solid] + start * t[1][solid];
        double gy = CurveFit.dot(white, rung.data, first, solid) + half * t[4][solid] + start * t[2][solid];
        double gg = CurveFit.dot(white, white, first, solid)
                + half * (half * t[3][solid] + 2 * start * t[1][solid])
                + start * start * t[0][solid];
        // In the solid the input is a straight line, but the filter still remembers the layer for a while.
        double stray = memory - half * rung.abscissaMemory[solid] - start * rung.oneMemory[solid];
        for (int i = solid; i < problem.n && Math.abs(stray) > FORGOTTEN; i++) {
            double e = -stray * rung.noise.scale(i);
            g1 += e * rung.one[i];
            gs += e * rung.abscissa[i];
            gy += e * rung.data[i];
            gg += e * (e + 2 * (half * rung.abscissa[i] + start * rung.one[i]));
            stray = rung.noise.forget(stray, i);
        }
        double centred = gs - rung.oneS * g1;
        double left = gg - g1 * g1 / rung.oneOne - centred * centred / rung.sS;
        double projected = gy - g1 * rung.oneY - centred * rung.sY;
        double squares = rung.yy - projected * projected / left;
        if (!(left > 0 && squares > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double misfit = variance > 0 ? squares / variance : freedom * Math.log(squares);
        return rung.constant - 0.5 * Math.log(left) - 0.5 * misfit;
    }
}
