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
    private static final int STEPS = 4;
    private static final int FIT_STEPS = 3;
    private static final double TOLERANCE = 0.05;

    /** The interval, or the normal one where the likelihood has another, better top outside of it. */
    static ProfileInterval of(
            FitProblem problem, CurveFit fit, double variance, double[][] covariance, FringeRange periods) {
        double uncertainty = Math.sqrt(covariance[ContactModel.THICKNESS][ContactModel.THICKNESS]);
        double best = fit.parameters[ContactModel.THICKNESS];
        double low = end(problem, fit, variance, covariance, -uncertainty, periods);
        double high = end(problem, fit, variance, covariance, uncertainty, periods);
        double reach = LayerResult.NORMAL_95 * uncertainty;
        return low < best && high > best
                ? new ProfileInterval(low, high)
                : new ProfileInterval(best - reach, best + reach);
    }

    /** Solves for the thickness at which the signed root of the fall of the likelihood is that of the 95 % interval. */
    private static double end(
            FitProblem problem,
            CurveFit fit,
            double variance,
            double[][] covariance,
            double uncertainty,
            FringeRange periods) {
        double best = fit.parameters[ContactModel.THICKNESS];
        double step = LayerResult.NORMAL_95 * uncertainty;
        double inner = 0;
        double innerRoot = 0;
        double[] start = fit.parameters.clone();
        for (int k = 0; k < STEPS; k++) {
            step = Math.max(step, -0.98 * best);
            for (int i = 0; i < start.length; i++) {
                start[i] =
                        fit.parameters[i] + step * covariance[i][ContactModel.THICKNESS] / (uncertainty * uncertainty);
            }
            CurveFit held =
                    CurveFit.of(problem, fit.kind, false, start, null, periods, FIT_STEPS, ContactModel.THICKNESS);
            double root = Math.sqrt(Math.max(0, held.sumOfSquares - fit.sumOfSquares) / variance);
            boolean atZero = step <= -0.98 * best && root < LayerResult.NORMAL_95;
            if (atZero || Math.abs(root - LayerResult.NORMAL_95) < TOLERANCE) {
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
