package io.github.spinodal.core.structure;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The edge of a cubic cell from several lines, each weighted by its inverse variance, with one angular error fitted beside
 * it if asked for.
 *
 * @param latticeConstantNanometres edge of the cell (nm), its uncertainty propagated from those of the lines
 * @param angularError which error was fitted
 * @param errorSize the fitted s/R (displacement) or z in radian (zero shift); an exact zero if none was fitted
 * @param standardizedResiduals per line, in standard uncertainties
 * @param chiSquared sum of the squared residuals
 * @param degreesOfFreedom lines less fitted parameters
 */
public record LatticeConstantFit(
        Measured latticeConstantNanometres,
        AngularError angularError,
        Measured errorSize,
        List<Double> standardizedResiduals,
        double chiSquared,
        int degreesOfFreedom)
        implements Serializable {
    /** Copies the residuals. */
    public LatticeConstantFit {
        standardizedResiduals = List.copyOf(standardizedResiduals);
    }

    /**
     * Weighted mean of the lattice constants of the lines.
     *
     * @param lines at least one line, each with a positive uncertainty
     * @return the fit
     * @throws InvalidValueException if there is no line or one has no uncertainty
     */
    public static LatticeConstantFit ofMean(List<IndexedLine> lines) {
        return fit(lines, AngularError.NONE, 0);
    }

    /**
     * Weighted fit of the lattice constant and an angular error of the diffractometer.
     *
     * @param lines lines of an X-ray pattern, each with a positive uncertainty; at least two for an error, one for none
     * @param error the error to fit
     * @param wavelength wavelength of the X-rays, shorter than twice each spacing
     * @return the fit
     * @throws InvalidValueException if there are too few lines, all at one angle, or one has no uncertainty
     */
    public static LatticeConstantFit of(List<IndexedLine> lines, AngularError error, Length wavelength) {
        return fit(lines, error, wavelength.inNanometres());
    }

    private static LatticeConstantFit fit(List<IndexedLine> lines, AngularError error, double wavelengthNanometres) {
        int parameters = error == AngularError.NONE ? 1 : 2;
        Require.atLeast("number of lines", lines.size(), parameters);
        int n = lines.size();
        double[] constant = new double[n];
        double[] weight = new double[n];
        double[] rise = new double[n];
        double sumW = 0;
        double sumWx = 0;
        double sumWy = 0;
        for (int i = 0; i < n; i++) {
            Measured line = lines.get(i).latticeConstantNanometres();
            constant[i] = line.value();
            weight[i] =
                    1 / Math.pow(Require.positive("standard uncertainty of line " + i, line.standardUncertainty()), 2);
            double sine =
                    wavelengthNanometres / (2 * lines.get(i).spacingNanometres().value());
            rise[i] = error == AngularError.NONE
                    ? 0
                    : error.relativeRise(Math.asin(Require.inside("sin(theta) of line " + i, sine, 0, 1)));
            sumW += weight[i];
            sumWx += weight[i] * rise[i];
            sumWy += weight[i] * constant[i];
        }
        double meanX = sumWx / sumW;
        double meanY = sumWy / sumW;
        double spread = 0;
        double covariation = 0;
        for (int i = 0; i < n; i++) {
            spread += weight[i] * (rise[i] - meanX) * (rise[i] - meanX);
            covariation += weight[i] * (rise[i] - meanX) * (constant[i] - meanY);
        }
        if (error != AngularError.NONE && !(spread > 1e-20 * sumW)) {
            throw new InvalidValueException("angles of the lines", "all the same", "different for an angular error");
        }
        double slope = error == AngularError.NONE ? 0 : covariation / spread;
        double intercept = meanY - slope * meanX;
        double interceptVariance = 1 / sumW + (error == AngularError.NONE ? 0 : meanX * meanX / spread);
        Measured size = error == AngularError.NONE
                ? Measured.exact(0)
                : Measured.of(slope / intercept, relativeSlopeUncertainty(intercept, slope, meanX, sumW, spread));
        List<Double> residuals = new ArrayList<>();
        double chiSquared = 0;
        for (int i = 0; i < n; i++) {
            double residual = (constant[i] - intercept - slope * rise[i]) * Math.sqrt(weight[i]);
            residuals.add(residual);
            chiSquared += residual * residual;
        }
        return new LatticeConstantFit(
                Measured.of(intercept, Math.sqrt(interceptVariance)),
                error,
                size,
                residuals,
                chiSquared,
                n - parameters);
    }

    /** Of slope/intercept, whose two errors are correlated through the mean angle. */
    private static double relativeSlopeUncertainty(
            double intercept, double slope, double meanX, double sumW, double spread) {
        double bySlope = (1 + slope / intercept * meanX) / intercept;
        double byMean = slope / (intercept * intercept);
        return Math.sqrt(bySlope * bySlope / spread + byMean * byMean / sumW);
    }

    /**
     * Distance of the sample surface from the diffractometer's axis, away from source and detector.
     *
     * @param goniometerRadius radius R of the goniometer
     * @return displacement s (um)
     * @throws InvalidValueException if another error was fitted
     */
    public Measured displacementMicrometres(Length goniometerRadius) {
        requireError(AngularError.SAMPLE_DISPLACEMENT);
        return errorSize.times(goniometerRadius.inMicrometres());
    }

    /**
     * How much too low the diffractometer reads.
     *
     * @return zero shift of 2 theta (degrees)
     * @throws InvalidValueException if another error was fitted
     */
    public Measured zeroShiftDegrees() {
        requireError(AngularError.ZERO_SHIFT);
        return errorSize.times(Math.toDegrees(1));
    }

    private void requireError(AngularError needed) {
        if (angularError != needed) {
            throw new InvalidValueException("fitted angular error", angularError.toString(), needed.toString());
        }
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "a = %s, %s = %s, chi-squared %.3g for %d degrees of freedom",
                latticeConstantNanometres.withUnit("nm"),
                angularError,
                errorSize,
                chiSquared,
                degreesOfFreedom);
    }
}
