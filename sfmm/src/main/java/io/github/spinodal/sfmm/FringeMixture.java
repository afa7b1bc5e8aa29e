package io.github.spinodal.sfmm;

import java.util.Arrays;

/**
 * The likelihood of one layer in white noise given where the contact is, how thick the layer is, where it breaks and how
 * its force grows, whether there is a fringe or not. Offset, tilt, solid slope and the two amplitudes of a fringe are
 * integrated exactly, because the model is linear in them; the period is summed over a ladder. Not shared between threads.
 */
final class FringeMixture {
    /** Standard deviation of sine and cosine before the curve is seen (nm): six fringes of seven are below 2 nm. */
    static final double AMPLITUDE = 1;

    private final FitProblem problem;
    private final double variance;
    private final double middle;
    private final double half;
    private final double meanS;
    private final double sumSS;
    private final double total;
    private final double meanY;
    private final double slopeY;
    private final double yy;
    private final Rung[] rungs;
    private final double[] shape;
    /** By sample: sines of all rungs, then cosines. */
    private final double[][] waves;

    /** Products of the shape with the waves. */
    private final double[] overlap;

    private double fringeShare;

    /** One period: its columns less what offset and tilt explain, and what they say of the data. */
    private static final class Rung {
        private final double[] sine;
        private final double[] cosine;
        /** Sums from a sample to the end, of the columns and of the columns times s. */
        private final double[] tails;

        private double ss;
        private double sc;
        private double cc;
        private double sineY;
        private double cosineY;
        private double constant;

        private Rung(int n) {
            sine = new double[n];
            cosine = new double[n];
            tails = new double[4 * (n + 1)];
        }
    }

    FringeMixture(FitProblem problem, double variance, PeriodLadder ladder) {
        this.problem = problem;
        this.variance = variance;
        double[] z = problem.z;
        int n = problem.n;
        middle = 0.5 * (z[0] + z[n - 1]);
        half = 0.5 * (z[n - 1] - z[0]);
        shape = new double[n];
        LineSums sums = problem.sums();
        total = sums.sum(LineSums.ONE, 0, n);
        meanS = sums.sum(LineSums.S, 0, n) / total;
        sumSS = sums.sum(LineSums.SS, 0, n) - total * meanS * meanS;
        meanY = sums.sum(LineSums.Y, 0, n) / total;
        slopeY = (sums.sum(LineSums.YS, 0, n) - total * meanS * meanY) / sumSS;
        yy = sums.sum(LineSums.YY, 0, n) - total * meanY * meanY - sumSS * slopeY * slopeY;
        rungs = new Rung[ladder.count()];
        for (int k = 0; k < rungs.length; k++) {
            rungs[k] = rung(ladder.period(k), ladder.logWeight(k));
        }
        overlap = new double[2 * rungs.length];
        waves = new double[n][overlap.length];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < rungs.length; k++) {
                waves[i][k] = rungs[k].sine[i];
                waves[i][rungs.length + k] = rungs[k].cosine[i];
            }
        }
    }

    private Rung rung(double period, double logWeight) {
        double[] z = problem.z;
        int n = problem.n;
        Rung rung = new Rung(n);
        double wave = 2 * Math.PI / period;
        for (int i = 0; i < n; i++) {
            double angle = wave * (z[i] - middle);
            rung.sine[i] = problem.used[i] * Math.sin(angle);
            rung.cosine[i] = problem.used[i] * Math.cos(angle);
        }
        removeLine(rung.sine);
        removeLine(rung.cosine);
        double ridge = variance / (AMPLITUDE * AMPLITUDE);
        double ss = CurveFit.dot(rung.sine, rung.sine, 0, n) + ridge;
        double sc = CurveFit.dot(rung.sine, rung.cosine, 0, n);
        double cc = CurveFit.dot(rung.cosine, rung.cosine, 0, n) + ridge;
        double determinant = ss * cc - sc * sc;
        rung.ss = cc / determinant;
        rung.cc = ss / determinant;
        rung.sc = -sc / determinant;
        rung.sineY = CurveFit.dot(rung.sine, problem.y, 0, n);
        rung.cosineY = CurveFit.dot(rung.cosine, problem.y, 0, n);
        rung.constant = logWeight + Math.log(ridge) - 0.5 * Math.log(determinant);
        for (int i = n - 1; i >= 0; i--) {
            double s = (z[i] - middle) / half;
            rung.tails[4 * i] = rung.tails[4 * i + 4] + rung.sine[i];
            rung.tails[4 * i + 1] = rung.tails[4 * i + 5] + rung.cosine[i];
            rung.tails[4 * i + 2] = rung.tails[4 * i + 6] + rung.sine[i] * s;
            rung.tails[4 * i + 3] = rung.tails[4 * i + 7] + rung.cosine[i] * s;
        }
        return rung;
    }

    private void removeLine(double[] column) {
        double sum = 0;
        double sumS = 0;
        for (int i = 0; i < column.length; i++) {
            sum += column[i];
            sumS += column[i] * ((problem.z[i] - middle) / half - meanS);
        }
        for (int i = 0; i < column.length; i++) {
            double s = (problem.z[i] - middle) / half - meanS;
            column[i] = problem.used[i] * (column[i] - sum / total - s * sumS / sumSS);
        }
    }

    /** Probability of a fringe at the last point asked for. */
    double fringeShare() {
        return fringeShare;
    }

    /** Logarithm of the likelihood, up to a constant; a fringe is as likely as none before the curve is seen. */
    double log(double onset, double h, double deflection, double exponent) {
        double[] z = problem.z;
        int n = problem.n;
        int first = ContactModel.firstAbove(z, onset);
        double contact = onset + h;
        int solid = Math.min(Math.max(first, problem.solidFrom), ContactModel.firstAbove(z, contact + deflection));
        double g1 = 0;
        double gs = 0;
        double gg = 0;
        double gy = 0;
        LayerYield yield = new LayerYield(h, deflection, exponent);
        for (int i = first; i < solid; i++) {
            yield.solve(z[i] - onset);
            double g = problem.used[i] * yield.deflection;
            shape[i] = g;
            g1 += g;
            gs += g * (z[i] - middle);
            gg += g * g;
            gy += g * problem.y[i];
        }
        gs /= half;
        LineSums sums = problem.sums();
        double one = sums.sum(LineSums.ONE, solid, n);
        double s = sums.sum(LineSums.S, solid, n);
        double ss = sums.sum(LineSums.SS, solid, n);
        double start = middle - contact;
        double t1 = half * s + start * one;
        double ts = half * ss + start * s;
        g1 += t1;
        gs += ts;
        gg += half * ts + start * t1;
        gy += half * sums.sum(LineSums.YS, solid, n) + start * sums.sum(LineSums.Y, solid, n);
        double centred = gs - g1 * meanS;
        gg -= g1 * g1 / total + centred * centred / sumSS;
        gy -= g1 * meanY + centred * slopeY;
        double plain = -0.5 * (yy - gy * gy / gg) / variance - 0.5 * Math.log(gg);
        if (!(gg > 0) || Double.isNaN(plain)) {
            return Double.NEGATIVE_INFINITY;
        }
        LogSum sum = new LogSum();
        sum.add(plain);
        multiply(first, solid);
        for (int k = 0; k < rungs.length; k++) {
            sum.add(fringed(rungs[k], overlap[k], overlap[rungs.length + k], solid, start, gg, gy));
        }
        double result = sum.value();
        fringeShare = 1 - Math.exp(plain - result);
        return result;
    }

    /** Four samples at a time and all rungs abreast, which the compiler turns into vector instructions. */
    private void multiply(int first, int solid) {
        Arrays.fill(overlap, 0);
        int i = first;
        for (; i + 3 < solid; i += 4) {
            add(
                    overlap,
                    waves[i],
                    shape[i],
                    waves[i + 1],
                    shape[i + 1],
                    waves[i + 2],
                    shape[i + 2],
                    waves[i + 3],
                    shape[i + 3]);
        }
        for (; i < solid; i++) {
            double[] wave = waves[i];
            double weight = shape[i];
            for (int k = 0; k < overlap.length; k++) {
                overlap[k] += weight * wave[k];
            }
        }
    }

    private static void add(
            double[] sum, double[] a, double wa, double[] b, double wb, double[] c, double wc, double[] d, double wd) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += wa * a[k] + wb * b[k] + (wc * c[k] + wd * d[k]);
        }
    }

    private double fringed(
            Rung rung, double sineOverlap, double cosineOverlap, int solid, double start, double gg, double gy) {
        double a = sineOverlap + half * rung.tails[4 * solid + 2] + start * rung.tails[4 * solid];
        double b = cosineOverlap + half * rung.tails[4 * solid + 3] + start * rung.tails[4 * solid + 1];
        double ra = rung.ss * a + rung.sc * b;
        double rb = rung.sc * a + rung.cc * b;
        double left = gg - a * ra - b * rb;
        double projected = gy - ra * rung.sineY - rb * rung.cosineY;
        double explained = rung.sineY * (rung.ss * rung.sineY + 2 * rung.sc * rung.cosineY)
                + rung.cosineY * rung.cosineY * rung.cc;
        double squares = yy - explained - projected * projected / left;
        return left > 0 ? rung.constant - 0.5 * squares / variance - 0.5 * Math.log(left) : Double.NEGATIVE_INFINITY;
    }
}
