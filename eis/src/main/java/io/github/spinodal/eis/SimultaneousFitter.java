package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.core.fit.LeastSquaresFit;
import io.github.spinodal.core.fit.ResidualVariance;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits one circuit to several spectra at once, some parameters shared by all of them: a series resistance that cannot have
 * changed between two states of charge, for example.
 */
public final class SimultaneousFitter implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Weighting weighting;
    private final ArrayList<String> shared;

    private SimultaneousFitter(Weighting weighting, List<String> shared) {
        this.weighting = weighting;
        this.shared = new ArrayList<>(shared);
    }

    /**
     * Modulus weights and shared parameters.
     *
     * @param names names of the parameters that are one for all spectra, at least one
     * @return the configuration
     * @throws InvalidValueException if no name is given
     */
    public static SimultaneousFitter sharing(String... names) {
        Require.atLeast("number of shared parameters", names.length, 1);
        return new SimultaneousFitter(Weighting.MODULUS, List.of(names));
    }

    /**
     * Sets the weights; with {@link Weighting#ESTIMATED} each spectrum gets the noise model of its own fit.
     *
     * @param weighting how much each point counts
     * @return a changed copy
     */
    public SimultaneousFitter withWeighting(Weighting weighting) {
        return new SimultaneousFitter(weighting, shared);
    }

    /**
     * Fits. Start values come from separate fits of the spectra.
     *
     * @param circuit the circuit
     * @param spectra at least two spectra
     * @return the joint fit
     * @throws InvalidValueException if there are fewer spectra, a name is unknown, or the data cannot be weighted
     */
    public SimultaneousFit solve(Circuit circuit, List<ImpedanceSpectrum> spectra) {
        int count = Require.atLeast("number of spectra", spectra.size(), 2);
        int n = circuit.parameterCount();
        int[] common = shared.stream().mapToInt(circuit::indexOf).toArray();
        Scales scales = Scales.of(spectra.get(0));
        for (int k : common) {
            if (circuit.parameters().get(k).definition().dimension().dependsOnExponent()) {
                scales = scales.withoutTime();
            }
        }
        CircuitFitter single = CircuitFitter.withDefaults().withWeighting(weighting);
        List<CircuitFit> separate = new ArrayList<>();
        List<FitProblem> problems = new ArrayList<>();
        double[] start = new double[n * count];
        for (int s = 0; s < count; s++) {
            CircuitFit fit = single.solve(circuit, spectra.get(s));
            separate.add(fit);
            Weights weights = fit.errorStructure()
                    .map(e -> Weights.of(e, fit.spectrum()))
                    .orElseGet(() -> Weights.of(weighting, fit.spectrum()));
            problems.add(new FitProblem(circuit, spectra.get(s), weights, scales));
            System.arraycopy(scales.toReduced(circuit, fit.values()), 0, start, s * n, n);
        }
        LeastSquares engine = LeastSquares.withDefaults()
                .withResidualVariance(
                        weighting == Weighting.STANDARD_DEVIATIONS ? ResidualVariance.ONE : ResidualVariance.ESTIMATED);
        Constraints bounds = Constraints.of(circuit, UserConstraints.NONE, scales);
        engine = bounds.applyRepeated(engine, count);
        for (int k : common) {
            start[k] = median(start, k, n);
            for (int s = 1; s < count; s++) {
                engine = engine.withTie(s * n + k, k, 1, 0);
                start[s * n + k] = start[k];
            }
        }
        for (int s = 0; s < count; s++) {
            double[] clipped = bounds.clip(Arrays.copyOfRange(start, s * n, (s + 1) * n));
            System.arraycopy(clipped, 0, start, s * n, n);
        }
        LeastSquaresFit fit = engine.solve(new JointProblem(problems), start);
        return new SimultaneousFit(circuit, spectra, shared, scales, fit, separate);
    }

    private static double median(double[] values, int k, int n) {
        double[] own = new double[values.length / n];
        Arrays.setAll(own, s -> values[s * n + k]);
        Arrays.sort(own);
        return own[own.length / 2];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SimultaneousFitter that && weighting == that.weighting && shared.equals(that.shared);
    }

    @Override
    public int hashCode() {
        return 31 * weighting.hashCode() + shared.hashCode();
    }

    @Override
    public String toString() {
        return "SimultaneousFitter[weighting " + weighting + ", shared " + shared + "]";
    }
}
