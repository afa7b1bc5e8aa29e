package io.github.spinodal.examples.sweep;

import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.table.Row;
import io.github.spinodal.phasefield.oscillation.Oscillation;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import java.io.Serializable;

/**
 * What one discharge of a sweep showed.
 *
 * @param sweepCase the discharge
 * @param verdict whether it oscillates
 * @param period period as a share of the filling, zero where there is none
 * @param amplitudeMillivolts amplitude, 2 sqrt(2) times the rms (mV), zero where there is none
 * @param probability chance that noise alone looks like this
 */
public record SweepOutcome(
        SweepCase sweepCase, String verdict, Measured period, Measured amplitudeMillivolts, double probability)
        implements Serializable {
    private static final Measured NONE = Measured.exact(0);

    /** A row that holds the case and nothing yet. */
    static SweepOutcome pending(SweepCase sweepCase) {
        return new SweepOutcome(sweepCase, "", NONE, NONE, 1);
    }

    static SweepOutcome of(SweepCase sweepCase, OscillationResult result) {
        return new SweepOutcome(
                sweepCase,
                result.verdict().name(),
                // The electrode holds one coulomb, so that a charge is a share of the filling.
                result.oscillation().map(Oscillation::periodCoulomb).orElse(NONE),
                result.oscillation().map(Oscillation::amplitudeMillivolts).orElse(NONE),
                result.probability());
    }

    /**
     * The outcome as a row of a table.
     *
     * @return the parameters of the case, then what it showed
     */
    public Row toRow() {
        return Row.empty()
                .with("omega_over_kT", sweepCase.omegaOverKT())
                .with("current_over_rate", sweepCase.currentOverRate())
                .with("shift_spread", sweepCase.shiftSpread())
                .with("grains", sweepCase.grains())
                .with("seed", sweepCase.seed())
                .with("verdict", verdict)
                .with("period", period.value())
                .with("period_uncertainty", period.standardUncertainty())
                .with("amplitude_mV", amplitudeMillivolts.value())
                .with("amplitude_uncertainty_mV", amplitudeMillivolts.standardUncertainty())
                .with("p_value", probability);
    }
}
