package io.github.spinodal.sfmm;

/**
 * Whitens noise that is the sum of a white and a first-order autoregressive part: the innovations of the Kalman filter of
 * the process (Harvey 1989, Forecasting, Structural Time Series Models and the Kalman Filter, section 3.4), exact from the
 * first sample and across missing samples.
 */
final class NoiseFilter {
    private final double phi;
    private final double colouredShare;
    private final double[] gain;
    private final double[] scale;
    private final double logDeterminant;

    private NoiseFilter(double phi, double colouredShare, double[] gain, double[] scale, double logDeterminant) {
        this.phi = phi;
        this.colouredShare = colouredShare;
        this.gain = gain;
        this.scale = scale;
        this.logDeterminant = logDeterminant;
    }

    /**
     * The filter of a noise of unit variance.
     *
     * @param correlationSamples integrated autocorrelation time (1 + phi)/(1 - phi) of the autoregressive part
     * @param colouredShare its share of the variance, in [0, 1]
     * @param used 1 where a sample counts, 0 where it is missing
     */
    static NoiseFilter of(double correlationSamples, double colouredShare, double[] used) {
        double phi = (correlationSamples - 1) / (correlationSamples + 1);
        int n = used.length;
        double[] gain = new double[n];
        double[] scale = new double[n];
        double logDeterminant = 0;
        double variance = colouredShare;
        for (int i = 0; i < n; i++) {
            double innovation = variance + 1 - colouredShare;
            if (used[i] > 0) {
                gain[i] = variance / innovation;
                scale[i] = 1 / Math.sqrt(innovation);
                logDeterminant += Math.log(innovation);
            }
            variance = phi * phi * (1 - gain[i]) * variance + (1 - phi * phi) * colouredShare;
        }
        return new NoiseFilter(phi, colouredShare, gain, scale, logDeterminant);
    }

    /** The filter of means over blocks: the white part shrinks, the slow part stays and decorrelates in fewer steps. */
    NoiseFilter blocked(int factor, double[] blocksUsed) {
        double slow = Math.pow(phi, factor);
        double share = colouredShare / (colouredShare + (1 - colouredShare) / factor);
        return of((1 + slow) / (1 - slow), share, blocksUsed);
    }

    double correlationSamples() {
        return (1 + phi) / (1 - phi);
    }

    double colouredShare() {
        return colouredShare;
    }

    double logDeterminant() {
        return logDeterminant;
    }

    /** Integrated autocorrelation time of the whole noise, in samples. */
    double integratedTime() {
        return 1 + colouredShare * (correlationSamples() - 1);
    }

    /** Whitens a column in place that is zero before a sample. */
    void whiten(double[] a, int from) {
        double state = 0;
        for (int i = from; i < gain.length; i++) {
            double innovation = a[i] - state;
            a[i] = innovation * scale[i];
            state = phi * (state + gain[i] * innovation);
        }
    }

    /** Whitens a stretch of a column in place that is zero before; returns what the filter then remembers. */
    double whiten(double[] a, int from, int to) {
        double state = 0;
        for (int i = from; i < to; i++) {
            double innovation = a[i] - state;
            a[i] = innovation * scale[i];
            state = phi * (state + gain[i] * innovation);
        }
        return state;
    }

    /** What the filter remembers of a column before each sample and after the last. */
    double[] memories(double[] a) {
        double[] states = new double[a.length + 1];
        for (int i = 0; i < a.length; i++) {
            states[i + 1] = phi * (states[i] + gain[i] * (a[i] - states[i]));
        }
        return states;
    }

    /** What is left of something remembered after one more sample. */
    double forget(double memory, int i) {
        return phi * (1 - gain[i]) * memory;
    }

    /** By what an innovation is multiplied. */
    double scale(int i) {
        return scale[i];
    }

    /** Whitens two columns in place; two at a time because the recursion is bound by latency. */
    void whiten(double[] a, double[] b) {
        double stateA = 0;
        double stateB = 0;
        for (int i = 0; i < gain.length; i++) {
            double innovationA = a[i] - stateA;
            double innovationB = b[i] - stateB;
            a[i] = innovationA * scale[i];
            b[i] = innovationB * scale[i];
            stateA = phi * (stateA + gain[i] * innovationA);
            stateB = phi * (stateB + gain[i] * innovationB);
        }
    }

    /** Whitens the first columns in place. */
    void whiten(double[][] columns, int count) {
        for (int k = 0; k + 1 < count; k += 2) {
            whiten(columns[k], columns[k + 1]);
        }
        if (count % 2 == 1) {
            whiten(columns[count - 1], 0);
        }
    }
}
