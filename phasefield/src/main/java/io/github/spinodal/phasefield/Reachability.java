package io.github.spinodal.phasefield;

import io.github.spinodal.core.InvalidValueException;

/** Finds, before a run, protocol steps that would fill or empty every grain before anything ends them. */
final class Reachability {
    private Reachability() {}

    /**
     * Checks a galvanostatic step.
     *
     * @return filling at its end; NaN where only the run can tell
     */
    static double require(ProtocolStep step, Electrode electrode, double filling) {
        double rate = step.rate(electrode);
        if (rate == 0) {
            return filling;
        }
        double room = rate > 0 ? 1 - filling : filling;
        double foreseen = Double.POSITIVE_INFINITY;
        boolean voltage = false;
        for (EndCondition end : step.ends()) {
            switch (end.quantity()) {
                case FILLING -> {
                    if ((end.value() - filling) * rate < 0) {
                        throw new InvalidValueException(
                                "end filling",
                                end.value(),
                                "reachable from filling " + filling + " by a current of sign "
                                        + (int) Math.signum(rate));
                    }
                    foreseen = Math.min(foreseen, Math.abs(end.value() - filling));
                }
                case CAPACITY_SHARE -> foreseen = Math.min(foreseen, end.value());
                case TIME -> foreseen = Math.min(foreseen, Math.abs(rate) * end.value());
                case VOLTAGE_AT_MOST -> voltage |= rate > 0;
                case VOLTAGE_AT_LEAST -> voltage |= rate < 0;
                case CURRENT_AT_MOST -> {
                    // A held current never decays.
                }
            }
        }
        if (voltage) {
            return Double.NaN;
        }
        if (!(foreseen < room)) {
            throw new InvalidValueException(
                    "charge of a protocol step, as a share of the plateau capacity",
                    foreseen,
                    "less than the room left in the grains, " + room + " (" + step + ")");
        }
        return filling + Math.copySign(foreseen, rate);
    }
}
