package io.github.spinodal.phasefield.oscillation;

/**
 * Coloured noise of a voltage record: white noise plus an Ornstein-Uhlenbeck process in the charge passed, the
 * continuous counterpart of AR(1), so that gaps and uneven sampling need no interpolation. The total variance is one; the
 * scale is estimated with the model.
 *
 * @param correlatedShare share of the variance that is correlated, in [0, 1)
 * @param correlationLength charge over which the correlated part decays by e, in the unit of the coordinate
 */
record NoiseModel(double correlatedShare, double correlationLength) {
    static final NoiseModel WHITE = new NoiseModel(0, 1);

    private static final double LARGEST_SHARE = 0.999;
    /** A coloured model has two more parameters than white noise; Akaike's criterion asks 2 units for each. */
    private static final double GAIN_TO_PREFER_COLOUR = 4;

    boolean isWhite() {
        return correlatedShare == 0;
    }

    int parameterCount() {
        return isWhite() ? 1 : 3;
    }

    Whitener whitener(double[] x) {
        return Whitener.of(this, x);
    }

    /** Spectral density at a frequency (cycles per unit of the coordinate) over that of white noise of equal variance. */
    double relativeDensity(double frequency, double spacing) {
        if (isWhite()) {
            return 1;
        }
        double rho = Math.exp(-spacing / correlationLength);
        double correlated = (1 - rho * rho) / (1 - 2 * rho * Math.cos(2 * Math.PI * frequency * spacing) + rho * rho);
        return correlatedShare * correlated + 1 - correlatedShare;
    }

    /** Number of independent samples that carry as much information on a mean as this many correlated ones. */
    double effectiveSampleSize(int samples, double spacing) {
        return samples / Math.max(1, relativeDensity(0, spacing));
    }

    /** The noise that makes these residuals most likely. */
    static NoiseModel estimate(double[] x, double[] residuals, double longest) {
        int n = x.length;
        double spacing = (x[n - 1] - x[0]) / (n - 1);
        double white = deviance(WHITE, x, residuals);
        double variance = 0;
        double lag1 = 0;
        double lag2 = 0;
        for (int i = 0; i < n; i++) {
            variance += residuals[i] * residuals[i];
            lag1 += i >= 1 ? residuals[i] * residuals[i - 1] : 0;
            lag2 += i >= 2 ? residuals[i] * residuals[i - 2] : 0;
        }
        if (!(variance > 0)) {
            return WHITE;
        }
        lag1 /= variance;
        lag2 /= variance;
        if (Math.abs(lag1) < 1.2 / Math.sqrt(n) && Math.abs(lag2) < 1.2 / Math.sqrt(n)) {
            return WHITE;
        }
        double rho = lag1 > 0.02 ? Math.min(0.99, Math.max(0.1, lag2 / lag1)) : 0.5;
        double share = Math.min(0.98, Math.max(0.1, lag1 / rho));
        double[] at = {Math.log(share / (1 - share)), Math.log(-spacing / Math.log(rho))};
        double lowest = deviance(of(at, spacing, longest), x, residuals);
        double[] step = {1.0, 0.6};
        for (int round = 0; round < 9; round++) {
            boolean better = false;
            for (int axis = 0; axis < 2; axis++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] next = at.clone();
                    next[axis] += sign * step[axis];
                    double value = deviance(of(next, spacing, longest), x, residuals);
                    if (value < lowest - 1e-6) {
                        lowest = value;
                        at = next;
                        better = true;
                        break;
                    }
                }
            }
            if (!better) {
                step[0] /= 2;
                step[1] /= 2;
            }
        }
        return lowest < white - GAIN_TO_PREFER_COLOUR ? of(at, spacing, longest) : WHITE;
    }

    private static NoiseModel of(double[] at, double spacing, double longest) {
        double share = Math.min(LARGEST_SHARE, 1 / (1 + Math.exp(-at[0])));
        double length = Math.min(longest, Math.max(0.3 * spacing, Math.exp(at[1])));
        return new NoiseModel(share, length);
    }

    private static double deviance(NoiseModel noise, double[] x, double[] residuals) {
        Whitener whitener = noise.whitener(x);
        double sum = whitener.sumOfSquares(residuals);
        return x.length * Math.log(sum / x.length) + whitener.logDeterminant();
    }
}
