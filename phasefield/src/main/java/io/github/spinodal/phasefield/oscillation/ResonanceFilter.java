package io.github.spinodal.phasefield.oscillation;

/**
 * The Kalman filter of a {@link Resonance} along increasing coordinates: innovations of unit variance, and from behind what
 * is not white (Durbin and Koopman, Time Series Analysis by State Space Methods, 2nd ed., section 4.4). The state is the
 * oscillation, its quadrature and the correlated noise.
 */
final class ResonanceFilter implements Innovations {
    private final Resonance resonance;
    private final double[] x;
    private final int n;
    /** The rotation by which the oscillation decays from the sample before: its cosine and sine part. */
    private final double[] cosine;

    private final double[] sine;
    /** Decay of the correlated noise. */
    private final double[] decay;

    private final double[] envelope;
    /** Covariance of what is observed, oscillation and correlated noise, with each state before the sample is. */
    private final double[] first;

    private final double[] second;
    private final double[] third;
    /** Variance of the innovation. */
    private final double[] variance;

    private final double[] scale;
    private final double logDeterminant;

    ResonanceFilter(Resonance resonance, double[] x) {
        this.resonance = resonance;
        this.x = x;
        this.n = x.length;
        this.cosine = new double[n];
        this.sine = new double[n];
        this.decay = new double[n];
        this.envelope = new double[n];
        this.first = new double[n];
        this.second = new double[n];
        this.third = new double[n];
        this.variance = new double[n];
        this.scale = new double[n];
        this.logDeterminant = run();
    }

    private double run() {
        double oscillation = resonance.oscillationShare();
        double correlated = resonance.correlatedShare();
        double uu = oscillation;
        double uv = 0;
        double uw = 0;
        double vv = oscillation;
        double vw = 0;
        double ww = correlated;
        double logarithm = 0;
        double product = 1;
        boolean steady = resonance.drift() == 0;
        double lastStep = -1;
        double time = 0;
        for (int i = 0; i < n; i++) {
            envelope[i] = resonance.growth() == 0 ? 1 : resonance.envelope(x[i]);
            double before = time;
            time = resonance.clock(x[i]);
            if (i > 0) {
                double step = x[i] - x[i - 1];
                if (steady && Math.abs(step - lastStep) <= 1e-9 * step) {
                    cosine[i] = cosine[i - 1];
                    sine[i] = sine[i - 1];
                    decay[i] = decay[i - 1];
                } else {
                    lastStep = step;
                    double kept = Math.exp(-(time - before) / resonance.length());
                    double angle = 2 * Math.PI * resonance.frequency() * (time - before);
                    cosine[i] = kept * Math.cos(angle);
                    sine[i] = kept * Math.sin(angle);
                    decay[i] = Math.exp(-step / resonance.noiseLength());
                }
                double c = cosine[i];
                double s = sine[i];
                double d = decay[i];
                double fresh = oscillation * (1 - c * c - s * s);
                double newUu = c * c * uu - 2 * c * s * uv + s * s * vv + fresh;
                double newUv = c * s * (uu - vv) + (c * c - s * s) * uv;
                vv = s * s * uu + 2 * c * s * uv + c * c * vv + fresh;
                uu = newUu;
                uv = newUv;
                double newUw = d * (c * uw - s * vw);
                vw = d * (s * uw + c * vw);
                uw = newUw;
                ww = d * d * ww + correlated * (1 - d * d);
            }
            double e = envelope[i];
            double a = e * (uu + uw);
            double b = e * (uv + vw);
            double g = e * (uw + ww);
            double total = e * (a + g) + 1 - resonance.share();
            first[i] = a;
            second[i] = b;
            third[i] = g;
            variance[i] = total;
            scale[i] = 1 / Math.sqrt(total);
            product *= total;
            if (product < 1e-100 || product > 1e100) {
                logarithm += Math.log(product);
                product = 1;
            }
            uu -= a * a / total;
            uv -= a * b / total;
            uw -= a * g / total;
            vv -= b * b / total;
            vw -= b * g / total;
            ww -= g * g / total;
        }
        return logarithm + Math.log(product);
    }

    @Override
    public double logDeterminant() {
        return logDeterminant;
    }

    @Override
    public void apply(double[] values) {
        double u = 0;
        double v = 0;
        double w = 0;
        for (int i = 0; i < n; i++) {
            double turned = cosine[i] * u - sine[i] * v;
            v = sine[i] * u + cosine[i] * v;
            w *= decay[i];
            double innovation = (values[i] - envelope[i] * (turned + w)) * scale[i];
            double weighted = innovation * scale[i];
            u = turned + first[i] * weighted;
            v += second[i] * weighted;
            w += third[i] * weighted;
            values[i] = innovation;
        }
    }

    /**
     * What values most likely hold beside white noise, and its variance where the model's total variance is one: the white
     * noise itself is estimated from behind, by the recursion of the disturbances.
     *
     * @param variances filled with the variances
     */
    double[] smooth(double[] values, double[] variances) {
        double[] innovations = values.clone();
        apply(innovations);
        double white = 1 - resonance.share();
        double[] smooth = new double[n];
        double[] r = new double[3];
        double[][] m = new double[3][3];
        for (int i = n - 1; i >= 0; i--) {
            double e = envelope[i];
            double total = variance[i];
            double[] gain = {first[i] / total, second[i] / total, third[i] / total};
            double error = innovations[i] * scale[i];
            double precision = 1 / total;
            for (int a = 0; a < 3; a++) {
                error -= gain[a] * r[a];
                for (int b = 0; b < 3; b++) {
                    precision += gain[a] * m[a][b] * gain[b];
                }
            }
            smooth[i] = values[i] - white * error;
            // Rounding must not leave less than nothing where the white noise is all known.
            variances[i] = Math.max(0, white - white * white * precision);
            back(i, e, gain, error, precision, r, m);
        }
        return smooth;
    }

    /** Carries the information of later samples to before sample i: r and M of the state before it is observed, turned back. */
    private void back(int i, double e, double[] gain, double error, double precision, double[] r, double[][] m) {
        // Observing takes z = (e, 0, e) of the state: r becomes r + z error, M becomes (1 - z K') M (1 - K z') + z
        // z'/F.
        double[] carried = new double[3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                carried[a] += m[a][b] * gain[b];
            }
        }
        for (int a = 0; a < 3; a++) {
            double za = a == 1 ? 0 : e;
            r[a] += za * error;
            for (int b = 0; b < 3; b++) {
                double zb = b == 1 ? 0 : e;
                m[a][b] += za * precision * zb - za * carried[b] - carried[a] * zb;
            }
        }
        double c = cosine[i];
        double s = sine[i];
        double d = decay[i];
        double u = r[0];
        r[0] = c * u + s * r[1];
        r[1] = -s * u + c * r[1];
        r[2] *= d;
        double uu = m[0][0];
        double uv = m[0][1];
        double vv = m[1][1];
        double uw = m[0][2];
        double vw = m[1][2];
        m[0][0] = c * c * uu + 2 * c * s * uv + s * s * vv;
        m[0][1] = c * s * (vv - uu) + (c * c - s * s) * uv;
        m[1][0] = m[0][1];
        m[1][1] = s * s * uu - 2 * c * s * uv + c * c * vv;
        m[0][2] = d * (c * uw + s * vw);
        m[2][0] = m[0][2];
        m[1][2] = d * (-s * uw + c * vw);
        m[2][1] = m[1][2];
        m[2][2] *= d * d;
    }
}
