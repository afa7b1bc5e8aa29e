package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import org.jspecify.annotations.Nullable;

/** Uncertainties of a fit: the joint covariance, widened where the residuals of the contact are larger than the baseline's. */
final class FitSummary {
    /** A sandwich variance this much above the model's is no chance: its own relative spread is about a tenth. */
    private static final double SANDWICH_RATIO = 1.4;

    /** Thickness in standard uncertainties above which the normal interval and the plain fit are good enough. */
    private static final double NORMAL_DEVIATIONS = 50;

    private static final double HERTZ = 1.5;
    private static final double HIDDEN_FRINGE_EVIDENCE = 5;
    private static final double[] HIDDEN_PERIODS = {230, 310, 420};
    private static final int HIDDEN_BLOCK = 16;

    private final LayerFit fit;
    private final double variance;
    private final double last;
    private final @Nullable Interval interval;

    private FitSummary(LayerFit fit, double variance, double last, @Nullable Interval interval) {
        this.interval = interval;
        this.fit = fit;
        this.variance = variance;
        this.last = last;
    }

    LayerFit fit() {
        return fit;
    }

    /** The interval that covers the thickness with 95 % (nm). */
    Interval interval() {
        Measured h = fit.thicknessNanometres();
        double reach = LayerResult.NORMAL_95 * h.standardUncertainty();
        Interval normal = new Interval(h.value() - reach, h.value() + reach);
        return interval == null || !interval.contains(h.value()) ? normal : interval;
    }

    static FitSummary of(FitProblem problem, CurveFit fit, @Nullable NoiseFilter filter, FringeRange periods) {
        int count = fit.count();
        double freedom = Math.max(1, problem.usedCount - count);
        double variance = fit.sumOfSquares / freedom;
        double[][] covariance = fit.unscaledCovariance();
        boolean determined = Double.isFinite(covariance[0][0]);
        double widening = 1;
        if (fit.kind != ContactModel.CLEAN && determined) {
            problem.evaluate(fit.kind, fit.fringed, fit.parameters);
            if (filter != null) {
                filter.whiten(problem.columns(), count);
                filter.whiten(problem.residual(), 0);
            }
            double ratio = sandwichRatio(problem, covariance, count, variance);
            widening = ratio > SANDWICH_RATIO ? ratio : 1;
            if (!fit.fringed && filter == null) {
                widening += hiddenFringe(problem, covariance[ContactModel.THICKNESS], count);
            }
        }
        for (double[] row : covariance) {
            for (int j = 0; j < count; j++) {
                row[j] *= variance;
            }
        }
        double time = filter == null ? 1 : filter.integratedTime();
        NoiseSummary noise = new NoiseSummary(
                Math.sqrt(variance),
                filter == null ? 0 : filter.colouredShare(),
                filter == null ? 1 : filter.correlationSamples(),
                problem.usedCount / time);
        double[] parameters = fit.parameters;
        Interval interval = null;
        if (fit.kind == ContactModel.LAYER && !fit.fringed && determined) {
            double h = parameters[ContactModel.THICKNESS];
            double u = Math.sqrt(covariance[ContactModel.THICKNESS][ContactModel.THICKNESS]);
            if (filter != null) {
                ThicknessPosterior posterior = ThicknessPosterior.of(problem, fit, variance, filter);
                if (posterior != null) {
                    parameters = posterior.mean();
                    covariance = posterior.covariance();
                    interval = new Interval(posterior.low(), posterior.high());
                }
            } else if (u > 0 && h < NORMAL_DEVIATIONS * u) {
                ProfileInterval profile = ProfileInterval.of(problem, fit, variance, u, periods);
                parameters = unbiased(problem, fit, covariance, variance);
                interval = new Interval(profile.low(), profile.high());
                double asNormal = (profile.high() - profile.low()) / (2 * LayerResult.NORMAL_95);
                widening *= asNormal * asNormal / (u * u);
            }
        }
        for (double[] row : covariance) {
            for (int j = 0; j < count; j++) {
                row[j] *= widening;
            }
        }
        LayerFit summary = new LayerFit(fit, parameters, covariance, problem.z[0], problem.z[problem.n - 1], noise);
        return new FitSummary(summary, variance, problem.z[problem.n - 1], interval);
    }

    private static double[] unbiased(FitProblem problem, CurveFit fit, double[][] covariance, double variance) {
        double[] bias = CurvatureBias.of(problem, fit, covariance, variance);
        double[] corrected = fit.parameters.clone();
        for (int k = 0; k < corrected.length; k++) {
            double most = Math.sqrt(covariance[k][k]);
            corrected[k] -= Math.max(-most, Math.min(most, bias[k]));
        }
        for (int k : new int[] {ContactModel.THICKNESS, ContactModel.BREAK, ContactModel.EXPONENT}) {
            corrected[k] = Math.max(0.5 * fit.parameters[k], corrected[k]);
        }
        return corrected;
    }

    /** Variance of the thickness by the sandwich estimator (White 1980, Econometrica 48:817) over that of the model. */
    private static double sandwichRatio(FitProblem problem, double[][] inverse, int count, double variance) {
        double[] direction = inverse[ContactModel.THICKNESS];
        double sandwich = 0;
        for (int i = 0; i < problem.n; i++) {
            double influence = 0;
            for (int k = 0; k < count; k++) {
                influence += direction[k] * problem.columns()[k][i];
            }
            double score = influence * problem.residual()[i];
            sandwich += score * score;
        }
        return sandwich / (variance * direction[ContactModel.THICKNESS]);
    }

    /**
     * Variance that a fringe too weak to be seen gives the thickness, over the statistical variance: the influence of every
     * sample on the thickness, summed against sines and cosines of the amplitude that an evidence of {@value
     * #HIDDEN_FRINGE_EVIDENCE} would need.
     */
    private static double hiddenFringe(FitProblem problem, double[] direction, int count) {
        double sum = 0;
        for (double period : HIDDEN_PERIODS) {
            double sine = 0;
            double cosine = 0;
            for (int b = 0; b + HIDDEN_BLOCK <= problem.n; b += HIDDEN_BLOCK) {
                double influence = 0;
                for (int k = 0; k < count; k++) {
                    double column = 0;
                    for (int i = b; i < b + HIDDEN_BLOCK; i++) {
                        column += problem.columns()[k][i];
                    }
                    influence += direction[k] * column;
                }
                double angle = 2 * Math.PI * problem.z[b + HIDDEN_BLOCK / 2] / period;
                sine += influence * Math.sin(angle);
                cosine += influence * Math.cos(angle);
            }
            sum += (sine * sine + cosine * cosine) / HIDDEN_PERIODS.length;
        }
        double amplitudeSquared = 2 * HIDDEN_FRINGE_EVIDENCE / problem.usedCount;
        return 0.5 * amplitudeSquared * sum / direction[ContactModel.THICKNESS];
    }

    /** The thickness with a solid line of slope one through the middle of the solid contact. */
    Measured unitSlopeThickness() {
        double lever = 0.5 * (last + fit.solidFromNanometres())
                - fit.contactNanometres().value();
        double[] gradient = fit.thicknessGradient();
        gradient[ContactModel.SLOPE] = -lever;
        double slope = fit.solidSlope().value();
        return fit.combination(fit.thickness() + (1 - slope) * lever, gradient);
    }

    /** How far the thickness moves when only the first or only the second half of the solid contact gives the solid line. */
    double windowUncertainty(FitProblem problem) {
        int from = 0;
        double solid = fit.solidFromNanometres();
        while (from < problem.n && problem.z[from] < solid) {
            from++;
        }
        int middle = (from + problem.n) / 2;
        if (middle - from < 8) {
            return 0;
        }
        double[] first = contact(problem, from, middle);
        double[] second = contact(problem, middle, problem.n);
        double spread = 0.5 * Math.abs(first[0] - second[0]);
        double chance = 0.25 * variance * fit.noise().correlationSamples() * (first[1] + second[1]);
        return Math.sqrt(Math.max(0, spread * spread - chance));
    }

    /** Z at which the line through a stretch meets the baseline, and its variance for a unit noise. */
    private double[] contact(FitProblem problem, int from, int to) {
        double n = to - from;
        double z0 = 0;
        double d0 = 0;
        for (int i = from; i < to; i++) {
            z0 += problem.z[i] / n;
            d0 += (problem.y[i] - fit.baselineNanometres(problem.z[i])) / n;
        }
        double zz = 0;
        double zd = 0;
        for (int i = from; i < to; i++) {
            double a = problem.z[i] - z0;
            zz += a * a;
            zd += a * (problem.y[i] - fit.baselineNanometres(problem.z[i]));
        }
        double slope = zd / zz;
        double lever = d0 / slope;
        return new double[] {z0 - lever, (1 / n + lever * lever / zz) / (slope * slope)};
    }

    /** Half the linearised change of the thickness when the exponent is held at that of a paraboloid. */
    double onsetDefinition() {
        if (fit.layers() != 1) {
            return 0;
        }
        double spread = fit.covariance(ContactModel.EXPONENT, ContactModel.EXPONENT);
        double move = HERTZ - fit.parameters()[ContactModel.EXPONENT];
        double slope = fit.covariance(ContactModel.THICKNESS, ContactModel.EXPONENT) / spread;
        // Moves within two deviations of the exponent are already in the statistical part.
        return spread > 0 && move * move > 4 * spread ? 0.5 * Math.abs(move * slope) : 0;
    }
}
