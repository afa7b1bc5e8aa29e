package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Uncertainties of a fit: the joint covariance, widened where the residuals of the contact are larger than the baseline's. */
final class FitSummary {
    /** A sandwich variance this much above the model's is no chance: its own relative spread is about a tenth. */
    private static final double SANDWICH_RATIO = 1.4;

    /** Thickness in standard uncertainties above which the normal interval and the plain fit are good enough. */
    private static final double NORMAL_DEVIATIONS = 25;

    /** White noise above which a fringe of a nanometre may hide (nm). */
    private static final double NOISY = 0.4;

    /** Thickness in standard uncertainties below which the prior of the exponent is felt. */
    private static final double WEAK_DEVIATIONS = 10;

    /** Score above which a fringe is suspected under a thin layer. */
    private static final double SUSPICION = 5;

    private static final int SEARCH_POINTS = 128;

    private static final double HERTZ = 1.5;
    /** What two amplitudes explain of noise alone, on average. */
    private static final double HIDDEN_FRINGE_EVIDENCE = 2;

    private static final double[] HIDDEN_PERIODS = {230, 310, 420};
    private static final int HIDDEN_BLOCK = 16;

    private final FitProblem problem;
    private final CurveFit found;
    private final @Nullable NoiseFilter filter;
    private final LayerFit fit;
    private final double variance;
    private final @Nullable Interval interval;

    private FitSummary(
            FitProblem problem,
            CurveFit found,
            @Nullable NoiseFilter filter,
            LayerFit fit,
            double variance,
            @Nullable Interval interval) {
        this.problem = problem;
        this.found = found;
        this.filter = filter;
        this.fit = fit;
        this.variance = variance;
        this.interval = interval;
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

    /** The normal approximation: parameters of the fit, covariance from its normal equations. */
    static FitSummary of(FitProblem problem, CurveFit fit, @Nullable NoiseFilter filter) {
        int count = fit.count();
        double variance = fit.sumOfSquares / Math.max(1, problem.usedCount - count);
        double[][] covariance = fit.unscaledCovariance();
        double time = filter == null ? 1 : filter.integratedTime();
        NoiseSummary noise = new NoiseSummary(
                Math.sqrt(variance),
                filter == null ? 0 : filter.colouredShare(),
                filter == null ? 1 : filter.correlationSamples(),
                problem.usedCount / time);
        scale(covariance, variance);
        return new FitSummary(
                problem, fit, filter, layerFit(problem, fit, fit.parameters, covariance, noise), variance, null);
    }

    private static LayerFit layerFit(
            FitProblem problem, CurveFit fit, double[] parameters, double[][] covariance, NoiseSummary noise) {
        return new LayerFit(fit, parameters, covariance, problem.z[0], problem.z[problem.n - 1], noise);
    }

    private static void scale(double[][] matrix, double factor) {
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
    }

    /**
     * The same with what the normal approximation does not know: residuals larger in contact, a fringe that would just escape,
     * the curvature of the model where a layer is thin, and the many tops of the likelihood in slow noise.
     */
    FitSummary refined(FringeRange periods) {
        double[][] covariance = found.unscaledCovariance();
        if (found.kind == ContactModel.CLEAN || !Double.isFinite(covariance[0][0])) {
            return this;
        }
        double widening = widening(covariance[ContactModel.THICKNESS]);
        scale(covariance, variance);
        double u = Math.sqrt(covariance[ContactModel.THICKNESS][ContactModel.THICKNESS]);
        boolean thin = u > 0 && found.parameters[ContactModel.THICKNESS] < NORMAL_DEVIATIONS * u;
        if (found.kind == ContactModel.LAYER) {
            if (filter == null && fringeMayMatter(thin, periods)) {
                WhitePosterior posterior = WhitePosterior.of(problem, found, variance, periods);
                if (posterior != null) {
                    return averaged(covariance, posterior.value(), posterior.variance(), posterior.interval());
                }
            }
            if (filter != null) {
                SlowPosterior slow = SlowPosterior.of(problem, found, variance, filter);
                if (slow != null) {
                    return averaged(covariance, slow.median(), slow.variance(), slow.interval());
                }
            }
        }
        if (found.kind.isOneLayer() && !found.fringed && thin) {
            ProfileInterval profile = ProfileInterval.of(problem, found, variance, covariance, periods);
            double asNormal = (profile.high() - profile.low()) / (2 * LayerResult.NORMAL_95);
            double[] parameters = found.kind == ContactModel.LAYER ? unbiased(covariance) : found.parameters;
            scale(covariance, widening * asNormal * asNormal / (u * u));
            return with(parameters, covariance, new Interval(profile.low(), profile.high()));
        }
        scale(covariance, widening);
        return with(found.parameters, covariance, null);
    }

    /** What the interval of one layer is known not to keep of its promise, from simulated curves. */
    List<String> reservations() {
        List<String> reservations = new ArrayList<>();
        if (filter != null) {
            reservations.add(
                    "slow noise: the 95 % interval of the thickness covers 92 to 98 % in simulated curves of layers"
                            + " well above detection");
        }
        Measured h = fit.thicknessNanometres();
        if (h.value() < WEAK_DEVIATIONS * h.standardUncertainty()) {
            reservations.add(
                    "a thickness below ten standard uncertainties leans on the exponents taken for likely: its 95 %"
                            + " interval covers 93 to 99 % in simulated curves, and 82 % where few such curves are called layers");
        }
        return reservations;
    }

    /** Whether there is a fringe, or one may hide whose absence nobody can take for granted. */
    private boolean fringeMayMatter(boolean thin, FringeRange periods) {
        if (found.fringed || !(variance > NOISY * NOISY)) {
            return found.fringed;
        }
        FitProblem sparse = problem.blocked(Math.max(1, problem.n / SEARCH_POINTS));
        return !thin || FringeSearch.search(sparse, found, null, periods).score() > SUSPICION;
    }

    private FitSummary with(double[] parameters, double[][] covariance, @Nullable Interval refined) {
        return new FitSummary(
                problem,
                found,
                filter,
                layerFit(problem, found, parameters, covariance, fit.noise()),
                variance,
                refined);
    }

    /** The parameters of the fit, with another thickness at the same solid contact. */
    private FitSummary averaged(double[][] covariance, double value, double spread, Interval middle) {
        double[] parameters = found.parameters.clone();
        parameters[ContactModel.ONSET] += parameters[ContactModel.THICKNESS] - value;
        parameters[ContactModel.THICKNESS] = value;
        scale(covariance, spread / covariance[ContactModel.THICKNESS][ContactModel.THICKNESS]);
        return with(parameters, covariance, middle);
    }

    private double[] unbiased(double[][] covariance) {
        double[] bias = CurvatureBias.of(problem, found, covariance, variance);
        double[] corrected = found.parameters.clone();
        for (int k = 0; k < corrected.length; k++) {
            double most = Math.sqrt(covariance[k][k]);
            corrected[k] -= Math.max(-most, Math.min(most, bias[k]));
        }
        for (int k : new int[] {ContactModel.THICKNESS, ContactModel.BREAK, ContactModel.EXPONENT}) {
            corrected[k] = Math.max(0.5 * found.parameters[k], corrected[k]);
        }
        return corrected;
    }

    /** Variance of the thickness over that of the normal equations. */
    private double widening(double[] direction) {
        problem.recall(found);
        double[][] columns = problem.columns();
        double[] residual = problem.residual();
        if (filter != null) {
            problem.forget();
            filter.whiten(columns, direction.length);
            filter.whiten(residual, 0);
        }
        double[] influence = new double[problem.n];
        for (int k = 0; k < direction.length; k++) {
            double[] column = columns[k];
            double weight = direction[k];
            for (int i = 0; i < influence.length; i++) {
                influence[i] += weight * column[i];
            }
        }
        double model = direction[ContactModel.THICKNESS];
        double ratio = sandwich(influence, residual) / (variance * model);
        double widening = ratio > SANDWICH_RATIO ? ratio : 1;
        return found.fringed || filter != null ? widening : widening + hiddenFringe(influence) / model;
    }

    /** The sandwich estimate of a variance (White 1980, Econometrica 48:817). */
    private static double sandwich(double[] influence, double[] residual) {
        double sum = 0;
        for (int i = 0; i < influence.length; i++) {
            double score = influence[i] * residual[i];
            sum += score * score;
        }
        return sum;
    }

    /**
     * Variance that a fringe too weak to be seen gives the thickness, in units of the noise variance: the influence of every
     * sample on the thickness, summed against sines and cosines of the amplitude that an evidence of {@value
     * #HIDDEN_FRINGE_EVIDENCE} would need.
     */
    private double hiddenFringe(double[] influence) {
        double[] blocks = new double[problem.n / HIDDEN_BLOCK];
        for (int b = 0; b < blocks.length; b++) {
            for (int i = b * HIDDEN_BLOCK; i < (b + 1) * HIDDEN_BLOCK; i++) {
                blocks[b] += influence[i];
            }
        }
        double sum = 0;
        for (double period : HIDDEN_PERIODS) {
            double sine = 0;
            double cosine = 0;
            for (int b = 0; b < blocks.length; b++) {
                double angle = 2 * Math.PI * problem.z[b * HIDDEN_BLOCK + HIDDEN_BLOCK / 2] / period;
                sine += blocks[b] * Math.sin(angle);
                cosine += blocks[b] * Math.cos(angle);
            }
            sum += (sine * sine + cosine * cosine) / HIDDEN_PERIODS.length;
        }
        double amplitudeSquared = 2 * HIDDEN_FRINGE_EVIDENCE / problem.usedCount;
        return 0.5 * amplitudeSquared * sum;
    }

    /** The thickness with a solid line of slope one through the middle of the solid contact. */
    Measured unitSlopeThickness() {
        double lever = 0.5 * (problem.z[problem.n - 1] + fit.solidFromNanometres())
                - fit.contactNanometres().value();
        double[] gradient = fit.thicknessGradient();
        gradient[ContactModel.SLOPE] = -lever;
        double slope = fit.solidSlope().value();
        return fit.combination(fit.thickness() + (1 - slope) * lever, gradient);
    }

    /** How far the thickness moves when only the first or only the second half of the solid contact gives the solid line. */
    double windowUncertainty() {
        int from = 0;
        double solid = fit.solidFromNanometres();
        while (from < problem.n && problem.z[from] < solid) {
            from++;
        }
        int middle = (from + problem.n) / 2;
        if (middle - from < 8) {
            return 0;
        }
        double[] first = contact(from, middle);
        double[] second = contact(middle, problem.n);
        double spread = 0.5 * Math.abs(first[0] - second[0]);
        double chance = 0.25 * variance * fit.noise().correlationSamples() * (first[1] + second[1]);
        return Math.sqrt(Math.max(0, spread * spread - chance));
    }

    /** Z at which the line through a stretch meets the baseline, and its variance for a unit noise. */
    private double[] contact(int from, int to) {
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
