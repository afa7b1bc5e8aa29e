package io.github.spinodal.sfmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Samples of the models of one layer between which a curve does not decide: in slow noise the chosen one, whose likelihood
 * has many tops, and in strong white noise the one with a fringe and the one without.
 */
final class ModelSamples {
    /** White noise above which a fringe of a nanometre may hide (nm). */
    private static final double NOISY = 0.4;

    /** Score below which a fringe is neither seen nor suspected. */
    private static final double SUSPICION = 2;

    private static final int POINTS = 256;
    private static final int STEPS = 20;

    private ModelSamples() {}

    /** The samples, the chosen model first; none where the normal approximation will do. */
    static List<ThicknessPosterior> of(
            FitProblem problem, CurveFit found, double variance, @Nullable NoiseFilter filter, FringeRange periods) {
        if (filter != null) {
            ThicknessPosterior only = ThicknessPosterior.of(problem, found, variance, filter, periods);
            return only == null ? List.of() : List.of(only);
        }
        if (!(variance > NOISY * NOISY)) {
            return List.of();
        }
        int factor = Math.max(1, problem.n / POINTS);
        FitProblem blocks = factor == 1 ? problem : problem.blocked(factor);
        CurveFit chosen = fit(blocks, found.fringed, found.parameters, periods);
        int contact = ContactModel.LAYER.contactParameters();
        double[] other =
                Arrays.copyOf(found.parameters, contact + (found.fringed ? 0 : ContactModel.FRINGE_PARAMETERS));
        if (!found.fringed) {
            FringeSearch.Candidate fringe = FringeSearch.search(blocks, chosen, null, periods);
            if (fringe.score() < SUSPICION) {
                return List.of();
            }
            other[contact] = fringe.sine();
            other[contact + 1] = fringe.cosine();
            other[contact + 2] = fringe.period();
        }
        List<ThicknessPosterior> models = new ArrayList<>();
        for (CurveFit fit : new CurveFit[] {chosen, fit(blocks, !found.fringed, other, periods)}) {
            ThicknessPosterior posterior = ThicknessPosterior.of(blocks, fit, variance / factor, null, periods);
            if (posterior != null) {
                models.add(posterior);
            } else if (models.isEmpty()) {
                return List.of();
            }
        }
        return models;
    }

    private static CurveFit fit(FitProblem data, boolean fringed, double[] start, FringeRange periods) {
        return CurveFit.of(data, ContactModel.LAYER, fringed, start, null, periods, STEPS);
    }
}
