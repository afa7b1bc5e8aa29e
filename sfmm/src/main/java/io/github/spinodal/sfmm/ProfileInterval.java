package io.github.spinodal.sfmm;

/**
 * The interval of the thickness of one layer in white noise from its profile likelihood (Venzon and Moolgavkar 1988, Appl.
 * Statist. 37:87): where the fit with the thickness held is worse by the 95 % point of chi-square. Unlike the normal
 * interval it knows that a thin layer may be thicker by more than it may be thinner.
 *
 * @param low lower end (nm)
 * @param high upper end (nm)
 */
record ProfileInterval(double low, double high) {
    private static final int STEPS = 5;
    private static final int FIT_STEPS = 8;
    private static final double TOLERANCE = 0.02;

    /** The interval, or the normal one where the likelihood has another, better top outside of it. */
    static ProfileInterval of(
            FitProblem problem, CurveFit fit, double variance, double uncertainty, FringeRange periods) {
        double best = fit.parameters[ContactModel.THICKNESS];
        double low = end(problem, fit, variance, -uncertainty, periods);
        double high = end(problem, fit, variance, uncertainty, periods);
        double reach = LayerResult.NORMAL_95 * uncertainty;
        return low < best && high > best
                ? new ProfileInterval(low, high)
                : new ProfileInterval(best - reach, best + reach);
    }

    /** Solves for the thickness at which the signed root of the fall of the likelihood is that of the 95 % interval. */
    private static double end(
            FitProblem problem, CurveFit fit, double variance, double uncertainty, FringeRange periods) {
        double best = fit.parameters[ContactModel.THICKNESS];
        double step = LayerResult.NORMAL_95 * uncertainty;
        double inner = 0;
        double innerRoot = 0;
        for (int k = 0; k < STEPS; k++) {
            if (best + step < 0.02 * best) {
                step = -0.98 * best;
            }
            double[] start = fit.parameters.clone();
            start[ContactModel.THICKNESS] = best + step;
            start[ContactModel.ONSET] = fit.parameters[ContactModel.ONSET] - step;
            CurveFit held =
                    CurveFit.of(problem, fit.kind, false, start, null, periods, FIT_STEPS, ContactModel.THICKNESS);
            double root = Math.sqrt(Math.max(0, held.sumOfSquares - fit.sumOfSquares) / variance);
            if (Math.abs(root - LayerResult.NORMAL_95) < TOLERANCE
                    || step <= -0.98 * best && root < LayerResult.NORMAL_95) {
                return best + step;
            }
            double next = Math.abs(root - innerRoot) > 1e-3
                    ? inner + (step - inner) * (LayerResult.NORMAL_95 - innerRoot) / (root - innerRoot)
                    : 2 * step;
            if (root < LayerResult.NORMAL_95) {
                inner = step;
                innerRoot = root;
            }
            step = Math.abs(next) > 3 * Math.abs(step) ? 3 * step : next;
        }
        return best + step;
    }
}
