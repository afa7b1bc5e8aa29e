package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fitted description of an approach: baseline, fringe, solid contact, and the layer or layers if there are any. All
 * lengths are in nm. Immutable.
 */
public final class LayerFit implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double BEYOND_ANY_LENGTH = 1e30;

    private final ContactModel kind;
    private final boolean fringed;
    private final double[] parameters;
    private final double[][] covariance;
    private final double zMiddle;
    private final double zHalf;
    private final NoiseSummary noise;

    LayerFit(
            CurveFit fit, double[] parameters, double[][] covariance, double zFirst, double zLast, NoiseSummary noise) {
        this.kind = fit.kind;
        this.fringed = fit.fringed;
        this.parameters = parameters;
        this.covariance = covariance;
        this.zMiddle = 0.5 * (zFirst + zLast);
        this.zHalf = 0.5 * (zLast - zFirst);
        this.noise = noise;
    }

    /**
     * How many layers the fit has.
     *
     * @return 0, 1 or 2
     */
    public int layers() {
        return switch (kind) {
            case CLEAN -> 0;
            case LAYER, EXPONENTIAL -> 1;
            case TWO_LAYERS -> 2;
        };
    }

    /**
     * Z at which the tip meets the surface.
     *
     * @return onset (nm)
     */
    public Measured onsetNanometres() {
        return parameter(ContactModel.ONSET);
    }

    /**
     * Z at which the solid-contact line meets the baseline: where a bare solid would be met.
     *
     * @return contact (nm); the onset if there is no layer
     */
    public Measured contactNanometres() {
        double[] gradient = thicknessGradient();
        gradient[ContactModel.ONSET] = 1;
        return combination(parameters[ContactModel.ONSET] + thickness(), gradient);
    }

    /**
     * Thickness of everything on the solid: from the onset to the solid-contact line.
     *
     * @return thickness (nm) with its statistical uncertainty; 0 if there is no layer
     */
    public Measured thicknessNanometres() {
        return combination(thickness(), thicknessGradient());
    }

    /**
     * Thickness of the outer one of two layers.
     *
     * @return thickness (nm), empty unless there are two layers
     */
    public Optional<Measured> outerThicknessNanometres() {
        return kind == ContactModel.TWO_LAYERS ? Optional.of(parameter(ContactModel.THICKNESS)) : Optional.empty();
    }

    /**
     * Thickness of the inner one of two layers.
     *
     * @return thickness (nm), empty unless there are two layers
     */
    public Optional<Measured> innerThicknessNanometres() {
        return kind == ContactModel.TWO_LAYERS ? Optional.of(parameter(ContactModel.THICKNESS_2)) : Optional.empty();
    }

    /**
     * True deflection at which the tip reaches the solid.
     *
     * @return deflection (nm); 0 if there is no layer
     */
    public double breakDeflectionNanometres() {
        return switch (kind) {
            case CLEAN -> 0;
            case LAYER, EXPONENTIAL -> parameters[ContactModel.BREAK];
            case TWO_LAYERS -> parameters[ContactModel.BREAK] + parameters[ContactModel.BREAK_2];
        };
    }

    /**
     * Exponent p of the force law of the layer, force proportional to indentation^p.
     *
     * @return exponent, empty if there is no layer or its force law is no power
     */
    public Optional<Measured> exponent() {
        return kind == ContactModel.LAYER || kind == ContactModel.TWO_LAYERS
                ? Optional.of(parameter(ContactModel.EXPONENT))
                : Optional.empty();
    }

    /**
     * The force law of the layer.
     *
     * @return the law, empty if there is no layer
     */
    public Optional<ForceLaw> forceLaw() {
        return kind == ContactModel.CLEAN ? Optional.empty() : Optional.of(kind.law());
    }

    /**
     * Stiffening s of an exponential layer: the last tangent stiffness over the first is exp(s).
     *
     * @return stiffening, empty unless the force law is exponential
     */
    public Optional<Measured> stiffening() {
        return kind == ContactModel.EXPONENTIAL ? Optional.of(parameter(ContactModel.EXPONENT)) : Optional.empty();
    }

    /**
     * Slope of the solid contact: measured deflection over piezo travel. If Z is calibrated it is the true over the assumed
     * sensitivity of the optical lever.
     *
     * @return slope (nm/nm)
     */
    public Measured solidSlope() {
        return parameter(ContactModel.SLOPE);
    }

    /**
     * Slope of the baseline.
     *
     * @return tilt (nm/nm)
     */
    public Measured tilt() {
        return new Measured(
                parameters[ContactModel.TILT] / zHalf,
                Math.sqrt(covariance[ContactModel.TILT][ContactModel.TILT]) / zHalf);
    }

    /**
     * The optical fringe, if one was found.
     *
     * @return the fringe
     */
    public Optional<Fringe> fringe() {
        if (!fringed) {
            return Optional.empty();
        }
        int k = kind.contactParameters();
        return Optional.of(new Fringe(
                Math.hypot(parameters[k], parameters[k + 1]),
                parameters[k + 2],
                Math.atan2(parameters[k + 1], parameters[k])));
    }

    /**
     * The noise.
     *
     * @return size and colour
     */
    public NoiseSummary noise() {
        return noise;
    }

    /**
     * Baseline with its fringe.
     *
     * @param zNanometres extension of the piezo (nm)
     * @return deflection without contact (nm)
     */
    public double baselineNanometres(double zNanometres) {
        double base = parameters[0] + parameters[1] * (zNanometres - zMiddle) / zHalf;
        if (fringed) {
            int k = kind.contactParameters();
            double angle = 2 * Math.PI * (zNanometres - zMiddle) / parameters[k + 2];
            base += parameters[k] * Math.sin(angle) + parameters[k + 1] * Math.cos(angle);
        }
        return base;
    }

    /**
     * The fitted deflection.
     *
     * @param zNanometres extension of the piezo (nm)
     * @return deflection (nm)
     */
    public double deflectionNanometres(double zNanometres) {
        double[] z = {zMiddle - zHalf, zNanometres, zMiddle + zHalf};
        if (!(zNanometres > z[0] && zNanometres < z[2])) {
            return baselineNanometres(zNanometres)
                    + Math.max(0, solidLineNanometres(zNanometres) - baselineNanometres(zNanometres));
        }
        double[] model = new double[3];
        kind.evaluate(parameters, fringed, z, 3, model, new double[ContactModel.MAXIMUM_PARAMETERS][3]);
        return model[1];
    }

    /**
     * The solid-contact line, extended as far as one likes: the dashed line of the study's Figure 3g.
     *
     * @param zNanometres extension of the piezo (nm)
     * @return deflection on the line (nm), baseline included
     */
    public double solidLineNanometres(double zNanometres) {
        double contact = parameters[ContactModel.ONSET] + thickness();
        return baselineNanometres(zNanometres) + parameters[ContactModel.SLOPE] * (zNanometres - contact);
    }

    /** Z at which the tip reaches the solid. */
    double solidFromNanometres() {
        return parameters[ContactModel.ONSET] + thickness() + breakDeflectionNanometres();
    }

    /** Z at which the tip reaches the inner layer. */
    double innerFromNanometres() {
        return parameters[ContactModel.ONSET] + parameters[ContactModel.THICKNESS] + parameters[ContactModel.BREAK];
    }

    double thickness() {
        return switch (kind) {
            case CLEAN -> 0;
            case LAYER, EXPONENTIAL -> parameters[ContactModel.THICKNESS];
            case TWO_LAYERS -> parameters[ContactModel.THICKNESS] + parameters[ContactModel.THICKNESS_2];
        };
    }

    double[] thicknessGradient() {
        double[] gradient = new double[parameters.length];
        if (kind != ContactModel.CLEAN) {
            gradient[ContactModel.THICKNESS] = 1;
        }
        if (kind == ContactModel.TWO_LAYERS) {
            gradient[ContactModel.THICKNESS_2] = 1;
        }
        return gradient;
    }

    double covariance(int i, int j) {
        return covariance[i][j];
    }

    double[] parameters() {
        return parameters;
    }

    Measured combination(double value, double[] gradient) {
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] == 0 || gradient[j] == 0 ? 0 : gradient[i] * gradient[j] * covariance[i][j];
            }
        }
        // A parameter the data do not determine has an infinite variance, which is said with a number beyond any
        // length.
        double bounded = variance < BEYOND_ANY_LENGTH ? Math.max(0, variance) : BEYOND_ANY_LENGTH;
        return new Measured(value, Math.sqrt(bounded));
    }

    private Measured parameter(int k) {
        double[] gradient = new double[parameters.length];
        gradient[k] = 1;
        return combination(parameters[k], gradient);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerFit that
                && kind == that.kind
                && fringed == that.fringed
                && Arrays.equals(parameters, that.parameters)
                && Arrays.deepEquals(covariance, that.covariance)
                && Double.compare(zMiddle, that.zMiddle) == 0
                && Double.compare(zHalf, that.zHalf) == 0
                && noise.equals(that.noise);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(parameters) + noise.hashCode();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "LayerFit[%d layers, onset %.5g nm, thickness %.4g nm, break at %.4g nm, slope %.4g%s, noise %.3g nm]",
                layers(),
                parameters[ContactModel.ONSET],
                thickness(),
                breakDeflectionNanometres(),
                parameters[ContactModel.SLOPE],
                fringed ? ", fringed" : "",
                noise.standardDeviationNanometres());
    }
}
