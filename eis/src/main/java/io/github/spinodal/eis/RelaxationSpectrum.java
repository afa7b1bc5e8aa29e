package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A distribution of relaxation times, computed by {@link DistributionOfRelaxationTimes}. */
public final class RelaxationSpectrum implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Peaks below this share of the highest are ripples. */
    private static final double RIPPLE = 5e-3;

    private final ImpedanceSpectrum spectrum;
    private final double strength;
    private final double[] tau;
    private final double[] gamma;
    private final double logStep;
    private final double highFrequencyResistance;
    private final double inductance;
    private final double elastance;
    private final double[] residuals;

    /**
     * A maximum of the distribution.
     *
     * @param timeConstant tau at the maximum (s)
     * @param resistanceOhm integral of the distribution between the minima on either side (ohm)
     * @param heightOhm gamma at the maximum (ohm)
     * @param atEdge whether the peak reaches the end of the grid, where it stands for what lies outside the window
     */
    public record Peak(double timeConstant, double resistanceOhm, double heightOhm, boolean atEdge)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    RelaxationSpectrum(
            ImpedanceSpectrum spectrum,
            double strength,
            double[] tau,
            double[] gamma,
            double logStep,
            double highFrequencyResistance,
            double inductance,
            double elastance,
            double[] residuals) {
        this.spectrum = spectrum;
        this.strength = strength;
        this.tau = tau;
        this.gamma = gamma;
        this.logStep = logStep;
        this.highFrequencyResistance = highFrequencyResistance;
        this.inductance = inductance;
        this.elastance = elastance;
        this.residuals = residuals;
    }

    /**
     * The data.
     *
     * @return the spectrum
     */
    public ImpedanceSpectrum spectrum() {
        return spectrum;
    }

    /**
     * Strength of regularisation used.
     *
     * @return lambda, dimensionless
     */
    public double strength() {
        return strength;
    }

    /**
     * The relaxation times.
     *
     * @return a copy, tau (s), rising
     */
    public double[] timeConstants() {
        return tau.clone();
    }

    /**
     * The distribution per unit of ln(tau).
     *
     * @return a copy, gamma (ohm), none negative
     */
    public double[] gammaOhm() {
        return gamma.clone();
    }

    /**
     * The resistance at infinite frequency.
     *
     * @return R_inf (ohm)
     */
    public double highFrequencyResistanceOhm() {
        return highFrequencyResistance;
    }

    /**
     * The series inductance.
     *
     * @return L (H)
     */
    public double inductanceHenry() {
        return inductance;
    }

    /**
     * The reciprocal series capacitance.
     *
     * @return 1/C (1/F)
     */
    public double elastancePerFarad() {
        return elastance;
    }

    /**
     * The integral of the whole distribution.
     *
     * @return polarisation resistance (ohm)
     */
    public double polarisationResistanceOhm() {
        return Arrays.stream(gamma).sum() * logStep;
    }

    /**
     * Root mean square of the residuals over |Z|.
     *
     * @return 0.01 for one per cent
     */
    public double relativeMisfit() {
        double sum = 0;
        for (double r : residuals) {
            sum += r * r;
        }
        return Math.sqrt(sum / residuals.length);
    }

    /**
     * The peaks with their resistances.
     *
     * @return peaks by rising time constant
     */
    public List<Peak> peaks() {
        double highest = Arrays.stream(gamma).max().orElse(0);
        List<Peak> peaks = new ArrayList<>();
        int k = 0;
        while (k < gamma.length) {
            boolean risen = k == 0 || gamma[k] > gamma[k - 1];
            int end = k;
            while (end + 1 < gamma.length && gamma[end + 1] == gamma[k]) {
                end++;
            }
            boolean falls = end == gamma.length - 1 || gamma[end + 1] < gamma[k];
            if (risen && falls && gamma[k] > RIPPLE * highest) {
                peaks.add(peak((k + end) / 2));
            }
            k = end + 1;
        }
        return peaks;
    }

    private Peak peak(int top) {
        int from = top;
        while (from > 0 && gamma[from - 1] <= gamma[from] && gamma[from] > 0) {
            from--;
        }
        int to = top;
        while (to < gamma.length - 1 && gamma[to + 1] <= gamma[to] && gamma[to] > 0) {
            to++;
        }
        double sum = 0;
        for (int k = from; k <= to; k++) {
            // A minimum between two peaks belongs half to each.
            boolean shared = (k == from && k > 0 && gamma[k] > 0) || (k == to && k < gamma.length - 1 && gamma[k] > 0);
            sum += shared ? gamma[k] / 2 : gamma[k];
        }
        return new Peak(centre(top), sum * logStep, gamma[top], top == 0 || top == gamma.length - 1);
    }

    /** The maximum of the parabola through the highest point and its neighbours, on the scale of ln(tau). */
    private double centre(int top) {
        if (top == 0 || top == gamma.length - 1) {
            return tau[top];
        }
        double curvature = gamma[top - 1] - 2 * gamma[top] + gamma[top + 1];
        double shift = curvature < 0 ? 0.5 * (gamma[top - 1] - gamma[top + 1]) / curvature : 0;
        return tau[top] * Math.exp(shift * logStep);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RelaxationSpectrum that
                && spectrum.equals(that.spectrum)
                && strength == that.strength
                && Arrays.equals(tau, that.tau)
                && Arrays.equals(gamma, that.gamma);
    }

    @Override
    public int hashCode() {
        return 31 * spectrum.hashCode() + Arrays.hashCode(gamma);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Relaxation times: R_inf %.4g ohm, polarisation %.4g ohm, lambda %.2g, misfit %.2g %%",
                highFrequencyResistance,
                polarisationResistanceOhm(),
                strength,
                100 * relativeMisfit()));
        peaks().forEach(p -> text.append(String.format(
                Locale.ROOT,
                "%n  tau %.4g s, %.4g ohm%s",
                p.timeConstant(),
                p.resistanceOhm(),
                p.atEdge() ? " (edge of the window)" : "")));
        return text.toString();
    }
}
