package io.github.spinodal.phasefield.oscillation;

/**
 * Coloured noise of a voltage record: white noise plus an Ornstein-Uhlenbeck process, the continuous counterpart of
 * AR(1). What is correlated may be the cell, whose clock is the charge passed, or the instrument, whose clock is the number
 * of the sample; where sampling is uneven the two differ, and the likelier one is taken. The total variance is one; the scale
 * is estimated with the model.
 *
 * @param correlatedShare share of the variance that is correlated, in [0, 1)
 * @param correlationLength stretch over which the correlated part decays by e, in the unit of the coordinate
 * @param clock what the correlation runs along
 */
record NoiseModel(double correlatedShare, double correlationLength, Clock clock) {
    static final NoiseModel WHITE = new NoiseModel(0, 1, Clock.CHARGE);

    /** What the correlation of noise runs along. */
    enum Clock {
        CHARGE,
        SAMPLE
    }

    private static final double LARGEST_SHARE = 0.999;
    /** A coloured model has two more parameters than white noise; Akaike's criterion asks 2 units for each. */
    private static final double GAIN_TO_PREFER_COLOUR = 4;
    /** Step in the logarithm of the odds of the share at which the search ends: its standard error is several times that. */
    private static final double FINEST_STEP = 0.03;
    /** What is correlated for longer is taken for the baseline. */
    private static final double LONGEST = 0.5;

    boolean isWhite() {
        return correlatedShare == 0;
    }

    int parameterCount() {
        return isWhite() ? 1 : 3;
    }

    Whitener whitener(PlateauRecord record) {
        return Whitener.of(this, coordinates(record));
    }

    private double[] coordinates(PlateauRecord record) {
        return clock == Clock.CHARGE ? record.x : record.number;
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

    /** Correlation of two samples so far apart. */
    double lagOne(double spacing) {
        return correlatedShare * Math.exp(-spacing / correlationLength);
    }

    /** Number of independent samples that carry as much information on a mean as this many correlated ones. */
    double effectiveSampleSize(int samples, double spacing) {
        return samples / Math.max(1, relativeDensity(0, spacing));
    }

    /** The noise that makes these residuals most likely. */
    static NoiseModel estimate(PlateauRecord record, double[] residuals) {
        int n = record.size();
        double spacing = (record.x[n - 1] - record.x[0]) / (n - 1);
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
        double[] start = {Math.log(share / (1 - share)), Math.log(-spacing / Math.log(rho))};
        Estimate charge = refine(record, residuals, start, spacing, Clock.CHARGE);
        // The second clock takes no part in the choice between coloured and white: two tries would prefer colour too
        // often.
        if (!(charge.deviance() < deviance(WHITE, record, residuals) - GAIN_TO_PREFER_COLOUR)) {
            return WHITE;
        }
        if (record.uneven) {
            Estimate sample = refine(record, residuals, start, spacing, Clock.SAMPLE);
            return sample.deviance() < charge.deviance() ? sample.noise() : charge.noise();
        }
        return charge.noise();
    }

    private record Estimate(NoiseModel noise, double deviance) {}

    private static Estimate refine(
            PlateauRecord record, double[] residuals, double[] start, double spacing, Clock clock) {
        double[] at = start.clone();
        double lowest = deviance(of(at, spacing, clock), record, residuals);
        double[] step = {1.0, 0.6};
        for (int round = 0; round < 9 && step[0] > FINEST_STEP; round++) {
            boolean better = false;
            for (int axis = 0; axis < 2; axis++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    double[] next = at.clone();
                    next[axis] += sign * step[axis];
                    double value = deviance(of(next, spacing, clock), record, residuals);
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
        return new Estimate(of(at, spacing, clock), lowest);
    }

    private static NoiseModel of(double[] at, double spacing, Clock clock) {
        double share = Math.min(LARGEST_SHARE, 1 / (1 + Math.exp(-at[0])));
        double length = Math.min(LONGEST, Math.max(0.3 * spacing, Math.exp(at[1])));
        return new NoiseModel(share, length, clock);
    }

    private static double deviance(NoiseModel noise, PlateauRecord record, double[] residuals) {
        return Whitener.deviance(noise, noise.coordinates(record), residuals);
    }
}
