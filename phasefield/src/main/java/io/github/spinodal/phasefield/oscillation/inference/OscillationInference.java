package io.github.spinodal.phasefield.oscillation.inference;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.phasefield.oscillation.study.AtlasInterpolation;
import io.github.spinodal.phasefield.oscillation.study.AtlasParameter;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Estimates interaction, rate constant, spread of rates and spread of shifts from measured oscillations through an atlas of
 * simulations. The answer is the whole distribution of parameters, flat over the atlas before the observations, sampled
 * evenly and without chance. What simulations scatter about the atlas, measured by leaving each point out, counts as error
 * of each observation, with the long tails it has. Parameters beyond the atlas are not extrapolated: the result says where
 * it reaches the edge and where nothing in the atlas gives the observations.
 */
public final class OscillationInference implements Serializable {
    private static final long serialVersionUID = 2L;

    private final AtlasInterpolation atlas;

    private OscillationInference(AtlasInterpolation atlas) {
        this.atlas = atlas;
    }

    /**
     * Inference through the atlas that comes with the library: 20 000 grains under the symmetric law.
     *
     * @return the inference
     */
    public static OscillationInference withDefaults() {
        return of(AtlasInterpolation.stored());
    }

    /**
     * Inference through another atlas over the same ranges.
     *
     * @param atlas the atlas
     * @return the inference
     */
    public static OscillationInference of(AtlasInterpolation atlas) {
        return new OscillationInference(atlas);
    }

    /**
     * Estimates the parameters.
     *
     * @param observations one or several currents, the fastest at most 32 times the slowest
     * @return parameters with intervals, what they cannot tell, how they stand to the atlas, and the current to measure
     *     next
     * @throws InvalidValueException if there is no observation, or the currents span more than the atlas
     */
    public InferredParameters estimate(List<OscillationObservation> observations) {
        Require.atLeast("number of observations", observations.size(), 1);
        double slowest = observations.stream()
                .mapToDouble(OscillationObservation::fillingRatePerSecond)
                .min()
                .orElseThrow();
        double fastest = observations.stream()
                .mapToDouble(OscillationObservation::fillingRatePerSecond)
                .max()
                .orElseThrow();
        double span = AtlasParameter.LOG_FILLING_RATE.highest() - AtlasParameter.LOG_FILLING_RATE.lowest();
        if (!(Math.log(fastest / slowest) < span - 0.1)) {
            throw new InvalidValueException(
                    "fastest current over slowest", fastest / slowest, "less than " + Math.exp(span - 0.1));
        }
        return PosteriorSample.of(atlas, observations, slowest, fastest).summary();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OscillationInference that && Objects.equals(atlas, that.atlas);
    }

    @Override
    public int hashCode() {
        return Objects.hash(atlas);
    }

    @Override
    public String toString() {
        return "OscillationInference[" + atlas + "]";
    }
}
