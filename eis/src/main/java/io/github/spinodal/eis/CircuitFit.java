package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.ConfidenceInterval;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.core.fit.LeastSquaresFit;
import io.github.spinodal.core.fit.ProfileLikelihood;
import io.github.spinodal.core.fit.ResidualVariance;
import io.github.spinodal.core.fit.StopReason;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.table.ResultTable;
import io.github.spinodal.core.table.Row;
import io.github.spinodal.core.table.Tabular;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** A circuit fitted to a spectrum, with everything needed to judge and to repeat it. */
public final class CircuitFit implements Serializable, Tabular {
    private static final long serialVersionUID = 1L;

    /** Beyond this condition number a linear interval is arithmetic without content. */
    private static final double HOPELESS_CONDITION = 1e6;

    private final CircuitFitter fitter;
    private final Circuit circuit;
    private final ImpedanceSpectrum spectrum;
    private final Weights weights;
    private final Scales scales;
    private final LeastSquaresFit reduced;
    private final StartAudit audit;
    private final @Nullable ErrorStructure structure;
    private final double[] values;
    private final double[][] covariance;

    CircuitFit(
            CircuitFitter fitter,
            Circuit circuit,
            ImpedanceSpectrum spectrum,
            Weights weights,
            Scales scales,
            LeastSquaresFit reduced,
            StartAudit audit,
            @Nullable ErrorStructure structure) {
        this.fitter = fitter;
        this.circuit = circuit;
        this.spectrum = spectrum;
        this.weights = weights;
        this.scales = scales;
        this.reduced = reduced;
        this.audit = audit;
        this.structure = structure;
        this.values = scales.toPhysical(circuit, reduced.parameters());
        this.covariance = scales.toPhysicalCovariance(circuit, values, reduced.covariance());
    }

    /**
     * The circuit.
     *
     * @return the circuit
     */
    public Circuit circuit() {
        return circuit;
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
     * The configuration of the fit.
     *
     * @return weights, constraints and starts
     */
    public CircuitFitter fitter() {
        return fitter;
    }

    /**
     * The fitted parameters.
     *
     * @return values in the circuit's parameter order and units
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Standard errors, from the covariance at the optimum.
     *
     * @return standard errors in the circuit's parameter order and units; zero where fixed, infinite where undetermined
     */
    public double[] standardErrors() {
        double[] errors = new double[values.length];
        for (int k = 0; k < errors.length; k++) {
            errors[k] = Math.sqrt(covariance[k][k]);
        }
        return errors;
    }

    /**
     * One parameter with its standard error.
     *
     * @param name name of the parameter
     * @return value and standard error in the parameter's unit
     * @throws InvalidValueException if there is none of that name, or the data do not determine it
     */
    public Measured value(String name) {
        int k = circuit.indexOf(name);
        return Measured.of(values[k], Math.sqrt(covariance[k][k]));
    }

    /**
     * Covariance of the parameters.
     *
     * @return a copy, in products of the parameters' units
     */
    public double[][] covariance() {
        double[][] copy = new double[covariance.length][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = covariance[k].clone();
        }
        return copy;
    }

    /**
     * Correlation of the parameters.
     *
     * @return entries in [-1, 1]; zero beside a fixed or undetermined parameter, one on the diagonal
     */
    public double[][] correlation() {
        double[][] copy = covariance();
        double[] errors = standardErrors();
        for (int i = 0; i < copy.length; i++) {
            for (int j = 0; j < copy.length; j++) {
                double product = errors[i] * errors[j];
                boolean defined = product > 0 && product < Double.POSITIVE_INFINITY;
                copy[i][j] = i == j ? 1 : defined ? Math.max(-1, Math.min(1, covariance[i][j] / product)) : 0;
            }
        }
        return copy;
    }

    /** Correlation with the coefficients of constant-phase elements taken at mid-window, which frees them of n. */
    double[][] reducedCorrelation() {
        return reduced.correlation();
    }

    /**
     * The minimised sum of weighted squares, (|Z - Z_fit|^2/|Z|^2 summed over the frequencies under modulus weights).
     *
     * @return sum of squares in the weights' unit (ohm^2 under unit weights)
     */
    public double sumOfSquares() {
        return reduced.sumOfSquares();
    }

    /**
     * Chi-square as ZSimpWin prints it ("Chsq"): the weighted sum of squares over the degrees of freedom 2N - p. Under
     * modulus weights its root is the relative noise.
     *
     * @return sum of squares over degrees of freedom; infinite without degrees of freedom
     */
    public double chiSquared() {
        return reduced.reducedSumOfSquares();
    }

    /**
     * Degrees of freedom.
     *
     * @return twice the number of frequencies minus the number of free parameters
     */
    public int degreesOfFreedom() {
        return reduced.degreesOfFreedom();
    }

    /**
     * Mean of the relative standard errors of the free parameters, which ZSimpWin prints as "Average Std. error".
     *
     * @return relative error, 0.01 for one per cent
     */
    public double averageRelativeError() {
        double[] errors = standardErrors();
        double sum = 0;
        int count = 0;
        for (int k = 0; k < errors.length; k++) {
            if (errors[k] > 0) {
                sum += errors[k] / Math.abs(values[k]);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /**
     * Akaike's criterion corrected for small samples, for comparing circuits on the same data and weights.
     *
     * @return AICc; smaller is better, differences below about 2 mean nothing
     */
    public double aicc() {
        return reduced.aicc();
    }

    /**
     * Schwarz's criterion, for comparing circuits on the same data and weights.
     *
     * @return BIC; smaller is better
     */
    public double bic() {
        return reduced.bic();
    }

    /**
     * Condition number of the scaled Jacobian.
     *
     * @return at least 1; infinite if a parameter has no influence
     */
    public double conditionNumber() {
        return reduced.conditionNumber();
    }

    /**
     * Whether the values are a minimum.
     *
     * @return true if the descent converged
     */
    public boolean converged() {
        return reduced.converged();
    }

    /**
     * Why the descent ended.
     *
     * @return the reason
     */
    public StopReason stopReason() {
        return reduced.stopReason();
    }

    /**
     * Length of the descent that found the optimum.
     *
     * @return number of iterations
     */
    public int iterations() {
        return reduced.iterations();
    }

    /**
     * How the starts fared.
     *
     * @return the audit
     */
    public StartAudit startAudit() {
        return audit;
    }

    /**
     * The noise model found under {@link Weighting#ESTIMATED}.
     *
     * @return the model, or nothing under other weights
     */
    public Optional<ErrorStructure> errorStructure() {
        return Optional.ofNullable(structure);
    }

    /**
     * The fitted impedance at the frequencies of the data.
     *
     * @return the model's spectrum
     */
    public ImpedanceSpectrum model() {
        return circuit.spectrum(spectrum.frequenciesHz(), values);
    }

    /**
     * Residuals relative to the modulus, (Z - Z_fit)/|Z|.
     *
     * @return real parts, one for each frequency
     */
    public double[] relativeRealResiduals() {
        return relative(0);
    }

    /**
     * Residuals relative to the modulus, (Z - Z_fit)/|Z|.
     *
     * @return imaginary parts, one for each frequency
     */
    public double[] relativeImaginaryResiduals() {
        return relative(1);
    }

    private double[] relative(int part) {
        double[] residual = residualsOhm(part);
        for (int i = 0; i < residual.length; i++) {
            residual[i] /= spectrum.modulus(i);
        }
        return residual;
    }

    private double[] residualsOhm(int part) {
        double[] weighted = reduced.residuals();
        double[] ohm = new double[spectrum.size()];
        for (int i = 0; i < ohm.length; i++) {
            // The engine's residuals are fit minus data.
            ohm[i] = part == 0 ? -weighted[i] / weights.real(i) : -weighted[ohm.length + i] / weights.imaginary(i);
        }
        return ohm;
    }

    /** Weighted residuals, real parts then imaginary parts. */
    double[] weightedResiduals() {
        return reduced.residuals();
    }

    ErrorStructure residualErrorStructure() {
        double[] modulus = new double[spectrum.size()];
        for (int i = 0; i < modulus.length; i++) {
            modulus[i] = spectrum.modulus(i);
        }
        return ErrorStructure.estimate(modulus, residualsOhm(0), residualsOhm(1));
    }

    /** Root mean square of the relative residuals over the degrees of freedom. */
    double relativeNoise() {
        double sum = 0;
        for (int part = 0; part < 2; part++) {
            for (double r : relative(part)) {
                sum += r * r;
            }
        }
        return Math.sqrt(sum / Math.max(1, degreesOfFreedom()));
    }

    double lowestAngularFrequency() {
        return Math.min(spectrum.angularFrequency(0), spectrum.angularFrequency(spectrum.size() - 1));
    }

    boolean isAtBound(int k) {
        return !reduced.settings().isFixed(k) && (reduced.atLowerBound(k) || reduced.atUpperBound(k));
    }

    boolean isTied(int k) {
        return reduced.settings().isTied(k);
    }

    boolean isFixed(int k) {
        return reduced.settings().isFixed(k);
    }

    /**
     * Symmetric confidence interval from the standard error and Student's t (the normal distribution under {@link
     * Weighting#STANDARD_DEVIATIONS}).
     *
     * @param name name of the parameter
     * @param level confidence level, in (0, 1), such as 0.95
     * @return the interval in the parameter's unit; unbounded if the fit is too ill-conditioned for a linear interval
     * @throws InvalidValueException if there is no such parameter or the level is not in (0, 1)
     */
    public ConfidenceInterval confidenceInterval(String name, double level) {
        int k = circuit.indexOf(name);
        double p = 0.5 + Require.inside("confidence level", level, 0, 1) / 2;
        double error = Math.sqrt(covariance[k][k]);
        if (error == 0) {
            return new ConfidenceInterval(values[k], values[k], level);
        }
        boolean known = reduced.settings().residualVariance() == ResidualVariance.ONE;
        boolean hopeless = conditionNumber() > HOPELESS_CONDITION || (!known && degreesOfFreedom() < 1);
        double quantile = hopeless
                ? Double.POSITIVE_INFINITY
                : known
                        ? new NormalDistribution(null, 0, 1).inverseCumulativeProbability(p)
                        : new TDistribution(null, degreesOfFreedom()).inverseCumulativeProbability(p);
        return new ConfidenceInterval(values[k] - quantile * error, values[k] + quantile * error, level);
    }

    /**
     * Confidence interval by profile likelihood: the range of values at which the best fit of all other parameters is not
     * significantly worse. It need not be symmetric, nor bounded.
     *
     * @param name name of a parameter that is neither fixed nor tied
     * @param level confidence level, in (0, 1), such as 0.95
     * @return the interval in the parameter's unit; infinite ends where the data set no limit
     * @throws InvalidValueException if there is no such parameter, it is fixed or tied, the level is not in (0, 1), or
     *     profiling finds a better minimum than the fit
     */
    public ConfidenceInterval profileInterval(String name, double level) {
        int k = circuit.indexOf(name);
        // With time left in seconds the reduced parameter is the physical one but for a constant factor.
        Scales constant = scales.withoutTime();
        Constraints resolved = Constraints.of(circuit, fitter.constraints(), constant);
        FitProblem problem = new FitProblem(circuit, spectrum, weights, constant);
        LeastSquares engine = resolved.apply(LeastSquares.withDefaults()
                .withResidualVariance(reduced.settings().residualVariance()));
        LeastSquaresFit fit = engine.solve(problem, resolved.project(constant.toReduced(circuit, values)));
        double factor = constant.factors(circuit, values)[k];
        ConfidenceInterval interval = ProfileLikelihood.interval(problem, fit, k, level);
        return new ConfidenceInterval(interval.lower() * factor, interval.upper() * factor, level);
    }

    /**
     * A quantity computed from the parameters, with the uncertainty that their covariance implies (first order).
     *
     * @param function from parameters, in the circuit's order and units, to the quantity
     * @return value and standard uncertainty in the function's unit
     * @throws InvalidValueException if the data do not determine the quantity
     */
    public Measured derive(ToDoubleFunction<double[]> function) {
        double[] gradient = new double[values.length];
        for (int k = 0; k < gradient.length; k++) {
            double step = 1e-5 * Math.abs(values[k]);
            if (covariance[k][k] > 0 && step > 0) {
                double[] above = values();
                double[] below = values();
                above[k] += step;
                below[k] -= step;
                gradient[k] = (function.applyAsDouble(above) - function.applyAsDouble(below)) / (above[k] - below[k]);
            }
        }
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] == 0 || gradient[j] == 0 ? 0 : gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Measured.of(function.applyAsDouble(values()), Math.sqrt(Math.max(variance, 0)));
    }

    /**
     * The Warburg coefficient of the circuit's only diffusion element, infinite or of finite length, in any notation.
     *
     * @return sigma (ohm s^-1/2) with its standard error
     * @throws InvalidValueException if the circuit has no Warburg element or several, or sigma is undetermined
     */
    public Measured warburgSigma() {
        return derive(DiffusionElement.only(circuit)::sigma);
    }

    /**
     * The diffusion time tau = L^2/D of the circuit's only diffusion element, which must be of finite length, in any notation.
     *
     * @return tau (s) with its standard error
     * @throws InvalidValueException if the circuit has no Warburg element or several, if it is infinite, or tau is
     *     undetermined
     */
    public Measured diffusionTime() {
        DiffusionElement element = DiffusionElement.only(circuit);
        if (!element.isFinite()) {
            throw new InvalidValueException(
                    "diffusion element " + element.label() + " of " + circuit, "infinite", "of finite length");
        }
        return derive(element::time);
    }

    /**
     * What the numbers alone do not tell: parameters that mean nothing, arcs that cannot be told apart, residuals that drift.
     *
     * @return findings, empty for a sound fit
     */
    public List<Finding> findings() {
        return Findings.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CircuitFit that
                && fitter.equals(that.fitter)
                && circuit.equals(that.circuit)
                && spectrum.equals(that.spectrum)
                && reduced.equals(that.reduced);
    }

    @Override
    public int hashCode() {
        return 31 * circuit.hashCode() + reduced.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %d points, %s weights: chi-square %.4g, %s",
                circuit,
                spectrum.size(),
                fitter.weighting(),
                chiSquared(),
                audit));
        double[] errors = standardErrors();
        for (int k = 0; k < values.length; k++) {
            CircuitParameter p = circuit.parameters().get(k);
            text.append(String.format(
                    Locale.ROOT,
                    "%n  %-10s %12.6g +- %-9.2g %-10s %s",
                    p.name(),
                    values[k],
                    errors[k],
                    p.unit(),
                    isFixed(k)
                            ? "fixed"
                            : isTied(k)
                                    ? "tied"
                                    : String.format(Locale.ROOT, "%.2g %%", 100 * errors[k] / Math.abs(values[k]))));
        }
        findings().forEach(f -> text.append(String.format("%n  ")).append(f));
        return text.toString();
    }

    /**
     * The parameters with their standard errors, a row each.
     *
     * @return the table
     */
    @Override
    public ResultTable table() {
        List<CircuitParameter> parameters = circuit.parameters();
        double[] errors = standardErrors();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            CircuitParameter parameter = parameters.get(i);
            rows.add(Row.ofQuantity(parameter.name(), values[i], errors[i], parameter.unit()));
        }
        return ResultTable.of(rows);
    }
}
