package io.github.spinodal.core.peaks;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.core.fit.LeastSquaresFit;
import io.github.spinodal.core.fit.ResidualVariance;
import io.github.spinodal.core.fit.Restart;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fits several peaks on a background at once, from the data alone: each further peak starts where a scan over centres and
 * widths promises the largest decrease of the sum of squares, from several such places, and after every addition all
 * parameters are fitted.
 */
public final class PeakFitter implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int STARTS_PER_PEAK = 4;
    private static final double EXPLORATION_TOLERANCE = 1e-3;
    private static final int EXPLORATION_EVALUATIONS = 60;

    private final PeakShape shape;
    private final PeakBackground background;
    private final @Nullable Satellite satellite;
    private final PeakSign sign;
    private final PeakWidths widths;
    private final LeastSquares leastSquares;

    private PeakFitter(
            PeakShape shape,
            PeakBackground background,
            @Nullable Satellite satellite,
            PeakSign sign,
            PeakWidths widths,
            LeastSquares leastSquares) {
        this.shape = shape;
        this.background = background;
        this.satellite = satellite;
        this.sign = sign;
        this.widths = widths;
        this.leastSquares = leastSquares;
    }

    /**
     * Peaks that point up, each with its own width, without background or satellites.
     *
     * @param shape shape of all peaks
     * @return the configuration
     */
    public static PeakFitter of(PeakShape shape) {
        return new PeakFitter(
                shape, PeakBackground.none(), null, PeakSign.POSITIVE, PeakWidths.FREE, LeastSquares.withDefaults());
    }

    /**
     * Sets the background that is fitted together with the peaks.
     *
     * @param other the background
     * @return a changed copy
     */
    public PeakFitter withBackground(PeakBackground other) {
        return new PeakFitter(shape, other, satellite, sign, widths, leastSquares);
    }

    /**
     * Gives every peak a second line.
     *
     * @param other the second line
     * @return a changed copy
     */
    public PeakFitter withSatellite(Satellite other) {
        return new PeakFitter(shape, background, other, sign, widths, leastSquares);
    }

    /**
     * Sets which way peaks may point.
     *
     * @param other direction
     * @return a changed copy
     */
    public PeakFitter withSign(PeakSign other) {
        return new PeakFitter(shape, background, satellite, other, widths, leastSquares);
    }

    /**
     * Sets whether peaks share their width and shape parameters.
     *
     * @param other free or shared
     * @return a changed copy
     */
    public PeakFitter withWidths(PeakWidths other) {
        return new PeakFitter(shape, background, satellite, sign, other, leastSquares);
    }

    /**
     * Sets loss, tolerance and residual variance of the underlying fit. Bounds, ties and fixed parameters are added by the
     * peak fit.
     *
     * @param other settings
     * @return a changed copy
     */
    public PeakFitter withLeastSquares(LeastSquares other) {
        return new PeakFitter(shape, background, satellite, sign, widths, other);
    }

    /**
     * Fits a given number of peaks with equal weights.
     *
     * @param x abscissae, finite, ascending; not modified
     * @param y values, finite; not modified
     * @param peaks number of peaks, at least 0
     * @return the fit
     * @throws InvalidValueException if an argument is invalid or there are fewer points than parameters
     */
    public PeakFit fit(double[] x, double[] y, int peaks) {
        return grow(problem(x, y, null), Require.atLeast("number of peaks", peaks, 0), false);
    }

    /**
     * Fits a given number of peaks with weights from standard deviations, which are taken as true.
     *
     * @param x abscissae, finite, ascending; not modified
     * @param y values, finite; not modified
     * @param sigma standard deviations of the values, positive; not modified
     * @param peaks number of peaks, at least 0
     * @return the fit; its uncertainties rest on the given standard deviations
     * @throws InvalidValueException if an argument is invalid or there are fewer points than parameters
     */
    public PeakFit fit(double[] x, double[] y, double[] sigma, int peaks) {
        return grow(problem(x, y, sigma), Require.atLeast("number of peaks", peaks, 0), false);
    }

    /**
     * Fits a given number of peaks to a spectrum, with its standard deviations where it has them.
     *
     * @param spectrum the spectrum in either order
     * @param peaks number of peaks, at least 0
     * @return the fit
     * @throws InvalidValueException if an argument is invalid or there are fewer points than parameters
     */
    public PeakFit fit(Spectrum spectrum, int peaks) {
        Spectrum rising = spectrum.rising();
        double[] sigma = rising.standardDeviations().orElse(null);
        return grow(
                problem(rising.x(), rising.intensity(), sigma), Require.atLeast("number of peaks", peaks, 0), false);
    }

    /**
     * Fits as many peaks as the data demand: peaks are added as long as the F-test finds the gain of the next one (or the
     * next two together) significant at one per cent, divided by the number of places at which it could have appeared by
     * chance.
     *
     * @param x abscissae, finite, ascending; not modified
     * @param y values, finite; not modified
     * @param maximum largest number of peaks, at least 1
     * @return the fit with the number of peaks that the data demand, possibly none
     * @throws InvalidValueException if an argument is invalid or there are fewer points than parameters
     */
    public PeakFit fitBest(double[] x, double[] y, int maximum) {
        return grow(problem(x, y, null), Require.atLeast("largest number of peaks", maximum, 1), true);
    }

    /**
     * Fits peaks from given starting values, which may have shapes of their own. Ties and fixed parameters of the
     * least-squares settings refer to the parameters in the order of the background, then height, centre, width and shape
     * parameters of each peak in the given order.
     *
     * @param x abscissae, finite, ascending; not modified
     * @param y values, finite; not modified
     * @param guesses where the peaks start, at least one
     * @return the fit
     * @throws InvalidValueException if an argument is invalid, shapes differ but widths are shared, or there are fewer points
     *     than parameters
     */
    public PeakFit fitFrom(double[] x, double[] y, List<PeakGuess> guesses) {
        return from(problem(x, y, null), guesses);
    }

    /**
     * As {@link #fitFrom(double[], double[], List)}, with weights from standard deviations, which are taken as true.
     *
     * @param x abscissae, finite, ascending; not modified
     * @param y values, finite; not modified
     * @param sigma standard deviations of the values, positive; not modified
     * @param guesses where the peaks start, at least one
     * @return the fit; its uncertainties rest on the given standard deviations
     * @throws InvalidValueException if an argument is invalid, shapes differ but widths are shared, or there are fewer points
     *     than parameters
     */
    public PeakFit fitFrom(double[] x, double[] y, double[] sigma, List<PeakGuess> guesses) {
        return from(problem(x, y, sigma), guesses);
    }

    private PeakFit from(Problem problem, List<PeakGuess> guesses) {
        double[] x = problem.x;
        double[] y = problem.y;
        Require.atLeast("number of peaks", guesses.size(), 1);
        List<PeakShape> shapes = new ArrayList<>();
        double[] one = problem.backgroundStart();
        double[] parameters = one;
        PeakModel level = problem.model(0);
        for (PeakGuess guess : guesses) {
            Require.within("centre", guess.centre(), x[0], x[x.length - 1]);
            if (widths == PeakWidths.SHARED
                    && !guess.shape().equals(guesses.get(0).shape())) {
                throw new InvalidValueException(
                        "shape of the peaks", guess.shape().name(), "one for shared widths");
            }
            int nearest = 0;
            for (int i = 0; i < x.length; i++) {
                nearest = Math.abs(x[i] - guess.centre()) < Math.abs(x[nearest] - guess.centre()) ? i : nearest;
            }
            double height = y[nearest] - level.backgroundCurve(one, new double[] {x[nearest]})[0];
            parameters = append(parameters, guess.shape(), problem.allowed(height), guess.centre(), guess.width());
            shapes.add(guess.shape());
        }
        PeakModel model = problem.model(shapes);
        return PeakFit.of(model, problem.x, problem.y, problem.solve(model, parameters, problem.settings));
    }

    private static double[] append(double[] parameters, PeakShape shape, double height, double centre, double width) {
        List<ShapeParameter> extras = shape.parameters();
        double[] longer = Arrays.copyOf(parameters, parameters.length + 3 + extras.size());
        longer[parameters.length] = height;
        longer[parameters.length + 1] = centre;
        longer[parameters.length + 2] = width;
        for (int k = 0; k < extras.size(); k++) {
            longer[parameters.length + 3 + k] = extras.get(k).start();
        }
        return longer;
    }

    private Problem problem(double[] x, double[] y, double @Nullable [] sigma) {
        Require.sameLength("x", x.length, "y", y.length);
        Require.atLeast("number of points", x.length, 4);
        double[] abscissa = Require.finiteCopy("x", x);
        double[] ordinate = Require.finiteCopy("y", y);
        for (int i = 1; i < x.length; i++) {
            if (!(abscissa[i] > abscissa[i - 1])) {
                throw new InvalidValueException(
                        "x[" + i + "]", abscissa[i], "above its predecessor " + abscissa[i - 1]);
            }
        }
        double[] inverse = new double[x.length];
        Arrays.fill(inverse, 1);
        if (sigma != null) {
            Require.sameLength("x", x.length, "standard deviations", sigma.length);
            for (int i = 0; i < x.length; i++) {
                inverse[i] = 1 / Require.positive("standard deviation " + i, sigma[i]);
            }
        }
        LeastSquares settings = sigma == null ? leastSquares : leastSquares.withResidualVariance(ResidualVariance.ONE);
        return new Problem(abscissa, ordinate, inverse, settings);
    }

    private PeakFit grow(Problem problem, int maximum, boolean onlySignificant) {
        LeastSquaresFit fit = problem.solve(0, problem.backgroundStart());
        PeakFit best = PeakFit.of(problem.model(0), problem.x, problem.y, fit);
        PeakFit accepted = best;
        double level = 0.01 / problem.x.length;
        int failures = 0;
        for (int count = 1; count <= maximum && problem.affords(count); count++) {
            fit = problem.addPeak(count, fit);
            best = PeakFit.of(problem.model(count), problem.x, problem.y, fit);
            boolean significant = best.probabilityAgainst(accepted) < level;
            failures = significant ? 0 : failures + 1;
            accepted = significant ? best : accepted;
            // one disappointing peak may be the first half of a pair
            if (onlySignificant && failures == 2) {
                break;
            }
        }
        if (!onlySignificant && best.peaks().size() < maximum) {
            throw new InvalidValueException(
                    "number of points", Integer.toString(problem.x.length), "at least the number of parameters");
        }
        return onlySignificant ? accepted : best;
    }

    /** One set of data with this configuration. */
    private final class Problem {
        private final double[] x;
        private final double[] y;
        private final double[] inverseSigma;
        private final LeastSquares settings;

        Problem(double[] x, double[] y, double[] inverseSigma, LeastSquares settings) {
            this.x = x;
            this.y = y;
            this.inverseSigma = inverseSigma;
            this.settings = settings;
        }

        PeakModel model(int count) {
            return model(Collections.nCopies(count, shape));
        }

        PeakModel model(List<PeakShape> shapes) {
            return new PeakModel(x, y, inverseSigma, shapes, satellite, background);
        }

        double[] backgroundStart() {
            return background.start(x, y);
        }

        boolean affords(int count) {
            return model(count).parameterCount() < x.length;
        }

        double allowed(double height) {
            return switch (sign) {
                case POSITIVE -> Math.max(height, 0);
                case NEGATIVE -> Math.min(height, 0);
                case EITHER -> height;
            };
        }

        /** Half the mean distance of the abscissae: narrower peaks could hide between them. */
        double smallestWidth() {
            return 0.5 * (x[x.length - 1] - x[0]) / (x.length - 1);
        }

        /** Far enough to see which start leads to the best place. */
        private LeastSquaresFit explore(int count, double[] start) {
            LeastSquares rough = settings.withTolerance(Math.max(EXPLORATION_TOLERANCE, settings.tolerance()))
                    .withMaximumEvaluations(EXPLORATION_EVALUATIONS)
                    .withRestart(Restart.NEVER);
            return solve(count, start, rough);
        }

        LeastSquaresFit solve(int count, double[] start) {
            return solve(count, start, settings);
        }

        private LeastSquaresFit solve(int count, double[] start, LeastSquares unbounded) {
            return solve(model(count), start, unbounded);
        }

        private LeastSquaresFit solve(PeakModel model, double[] start, LeastSquares unbounded) {
            double[] lower = new double[start.length];
            double[] upper = new double[start.length];
            Arrays.fill(lower, Double.NEGATIVE_INFINITY);
            Arrays.fill(upper, Double.POSITIVE_INFINITY);
            double range = x[x.length - 1] - x[0];
            LeastSquares bounded = unbounded;
            for (int k = 0; k < model.peakCount(); k++) {
                int at = model.first(k);
                lower[at] = sign == PeakSign.POSITIVE ? 0 : Double.NEGATIVE_INFINITY;
                upper[at] = sign == PeakSign.NEGATIVE ? 0 : Double.POSITIVE_INFINITY;
                lower[at + 1] = x[0];
                upper[at + 1] = x[x.length - 1];
                lower[at + 2] = smallestWidth();
                upper[at + 2] = 4 * range;
                List<ShapeParameter> extras = model.shape(k).parameters();
                for (int j = 0; j < extras.size(); j++) {
                    lower[at + 3 + j] = extras.get(j).lower();
                    upper[at + 3 + j] = extras.get(j).upper();
                }
                for (int j = 2; k > 0 && widths == PeakWidths.SHARED && j < model.stride(k); j++) {
                    bounded = bounded.withTie(at + j, model.first(0) + j, 1, 0);
                }
            }
            return bounded.withLowerBounds(lower).withUpperBounds(upper).solve(model, start);
        }

        /** Adds one peak to a fit, or splits one of its peaks, whichever ends with the smaller sum of squares. */
        LeastSquaresFit addPeak(int count, LeastSquaresFit fit) {
            double[] present = fit.parameters();
            PeakModel before = model(count - 1);
            List<double[]> starts = new ArrayList<>();
            for (PeakStart.Candidate c :
                    PeakStart.candidates(before, present, x, inverseSigma, sign, STARTS_PER_PEAK)) {
                starts.add(append(present, shape, allowed(c.height()), c.centre(), c.width()));
            }
            for (int k = 0; k < count - 1; k++) {
                int at = before.first(k);
                double shift = 0.35 * present[at + 2];
                double[] halved = present.clone();
                halved[at] *= 0.6;
                halved[at + 1] = Math.max(x[0], present[at + 1] - shift);
                halved[at + 2] = Math.max(smallestWidth(), 0.7 * present[at + 2]);
                double right = Math.min(x[x.length - 1], present[at + 1] + shift);
                starts.add(append(halved, shape, halved[at], right, halved[at + 2]));
            }
            if (starts.isEmpty()) {
                starts.add(append(present, shape, 0, x[x.length / 2], 0.1 * (x[x.length - 1] - x[0])));
            }
            LeastSquaresFit best = explore(count, starts.get(0));
            for (double[] start : starts.subList(1, starts.size())) {
                LeastSquaresFit other = explore(count, start);
                best = other.objective() < best.objective() ? other : best;
            }
            return solve(count, best.parameters(), settings);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeakFitter that
                && Objects.equals(shape, that.shape)
                && Objects.equals(background, that.background)
                && Objects.equals(satellite, that.satellite)
                && Objects.equals(sign, that.sign)
                && Objects.equals(widths, that.widths)
                && Objects.equals(leastSquares, that.leastSquares);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shape, background, satellite, sign, widths, leastSquares);
    }

    @Override
    public String toString() {
        return "PeakFitter[shape " + shape + ", background " + background + ", satellite " + satellite + ", sign "
                + sign + ", widths " + widths + ", leastSquares " + leastSquares + "]";
    }
}
