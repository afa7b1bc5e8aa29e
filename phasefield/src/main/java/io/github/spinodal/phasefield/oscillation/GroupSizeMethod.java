package io.github.spinodal.phasefield.oscillation;

/** Ways to estimate from the voltage alone which share of the grains switches in one bump. */
public enum GroupSizeMethod {
    /** Period over the capacity of the whole voltage range, as the study has it. */
    PERIOD_OVER_TOTAL,
    /** Period over the charge of the plateau, where alone grains switch. */
    PERIOD_OVER_PLATEAU,
    /** One over the number of bumps counted on the plateau. */
    BUMP_COUNT,
    /** Period over plateau, multiplied by the bias that simulations with an event log show. */
    CALIBRATED
}
