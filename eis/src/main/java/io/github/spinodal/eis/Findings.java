package io.github.spinodal.eis;

import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The checks behind {@link CircuitFit#findings()}. */
final class Findings {
    private static final double UNDETERMINED_SHARE = 0.5;
    private static final double UNDETERMINED_EXPONENT = 0.2;
    private static final double ENTANGLED = 0.99;
    private static final double ILL_CONDITIONED = 1e3;
    private static final double DRIFT_LEVEL = 1e-3;

    private final CircuitFit fit;
    private final List<Finding> findings = new ArrayList<>();

    private Findings(CircuitFit fit) {
        this.fit = fit;
    }

    static List<Finding> of(CircuitFit fit) {
        Findings checks = new Findings(fit);
        checks.convergence();
        checks.parameters();
        checks.entanglement();
        checks.arcs();
        checks.diffusionLength();
        checks.residuals();
        return checks.findings;
    }

    private void add(Finding.Kind kind, List<String> parameters, String format, Object... arguments) {
        findings.add(new Finding(kind, parameters, String.format(Locale.ROOT, format, arguments)));
    }

    private void convergence() {
        if (!fit.converged()) {
            add(Finding.Kind.NOT_CONVERGED, List.of(), "the descent ended with %s", fit.stopReason());
        }
        if (fit.conditionNumber() > ILL_CONDITIONED) {
            add(
                    Finding.Kind.ILL_CONDITIONED,
                    List.of(),
                    "the condition number of the scaled Jacobian is %.2g",
                    fit.conditionNumber());
        }
    }

    private void parameters() {
        double[] values = fit.values();
        double[] errors = fit.standardErrors();
        for (int k = 0; k < values.length; k++) {
            CircuitParameter p = fit.circuit().parameters().get(k);
            if (fit.isAtBound(k)) {
                add(
                        Finding.Kind.AT_BOUND,
                        List.of(p.name()),
                        "%s rests on its bound %.4g %s",
                        p.name(),
                        values[k],
                        p.unit());
            }
            double share = errors[k] / Math.abs(values[k]);
            boolean exponent = p.definition().isExponent();
            if (exponent ? errors[k] > UNDETERMINED_EXPONENT : share > UNDETERMINED_SHARE) {
                add(
                        Finding.Kind.UNDETERMINED,
                        List.of(p.name()),
                        "%s = %.4g has a standard error of %.2g %s",
                        p.name(),
                        values[k],
                        errors[k],
                        p.unit());
            }
        }
    }

    private void entanglement() {
        double[][] correlation = fit.reducedCorrelation();
        List<String> names = fit.circuit().parameterNames();
        for (int i = 0; i < correlation.length; i++) {
            for (int j = 0; j < i; j++) {
                if (Math.abs(correlation[i][j]) > ENTANGLED && !fit.isTied(i) && !fit.isTied(j)) {
                    add(
                            Finding.Kind.ENTANGLED,
                            List.of(names.get(j), names.get(i)),
                            "%s and %s are correlated by %.4f",
                            names.get(j),
                            names.get(i),
                            correlation[i][j]);
                }
            }
        }
    }

    private void arcs() {
        Circuit circuit = fit.circuit();
        for (int[] pair : ArcOrder.exchangeablePairs(circuit)) {
            if (pair[1] - pair[0] < 2) {
                continue;
            }
            Measured ratio =
                    fit.derive(p -> logTime(circuit, p, pair[2], pair[3]) - logTime(circuit, p, pair[0], pair[1]));
            if (!(Math.abs(ratio.value()) > 2 * ratio.standardUncertainty())) {
                List<String> names = new ArrayList<>(circuit.parameterNames().subList(pair[0], pair[1]));
                names.addAll(circuit.parameterNames().subList(pair[2], pair[3]));
                add(
                        Finding.Kind.ARCS_INDISTINGUISHABLE,
                        names,
                        "the logarithms of the time constants of %s and %s differ by %.2g with a standard error of %.2g",
                        names.get(0),
                        circuit.parameterNames().get(pair[2]),
                        ratio.value(),
                        ratio.standardUncertainty());
            }
        }
    }

    private static double logTime(Circuit circuit, double[] p, int first, int end) {
        return Math.log(ArcOrder.timeConstant(circuit, first, Arrays.copyOfRange(p, first, end)));
    }

    /**
     * The blocking or transmitting end changes Z by 2 exp(-2 sqrt(omega tau)...) at the lowest frequency; below the noise e if
     * omega_min tau > ln(2/e)^2/2.
     */
    private void diffusionLength() {
        double noise = fit.relativeNoise();
        if (!(noise > 0 && noise < 1)) {
            return;
        }
        double omegaMin = fit.lowestAngularFrequency();
        double reach = 0.5 * Math.pow(Math.log(2 / noise), 2);
        for (DiffusionElement d : DiffusionElement.of(fit.circuit())) {
            if (d.isFinite()) {
                double reduced = omegaMin * d.time(fit.values());
                if (reduced > reach) {
                    Measured sigma = fit.derive(d::sigma);
                    add(
                            Finding.Kind.DIFFUSION_LENGTH_OUT_OF_REACH,
                            d.parameterNames(fit.circuit()),
                            "omega_min tau of %s is %.3g, beyond %.3g the end of the diffusion layer hides in the noise;"
                                    + " report sigma = %.5g +- %.2g ohm s^-1/2",
                            d.label(),
                            reduced,
                            reach,
                            sigma.value(),
                            sigma.standardUncertainty());
                }
            }
        }
    }

    private void residuals() {
        int m = fit.spectrum().size();
        if (m < 8 || fit.sumOfSquares() == 0) {
            return;
        }
        double[] weighted = fit.weightedResiduals();
        ResidualTest real = ResidualTest.of(Arrays.copyOfRange(weighted, 0, m));
        ResidualTest imaginary = ResidualTest.of(Arrays.copyOfRange(weighted, m, 2 * m));
        if (!real.looksIndependent(DRIFT_LEVEL) || !imaginary.looksIndependent(DRIFT_LEVEL)) {
            add(
                    Finding.Kind.RESIDUALS_DRIFT,
                    List.of(),
                    "neighbouring residuals are correlated by %.2f (real) and %.2f (imaginary)",
                    real.lagOneAutocorrelation(),
                    imaginary.lagOneAutocorrelation());
        }
    }
}
