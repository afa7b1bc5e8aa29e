package io.github.spinodal.core.cycling;

/** Which of the two capacities of a cycle is the yield and which the expense; the electrode decides. */
public enum EfficiencyConvention {
    /** Discharge over charge: full cells and positive electrodes, which give their lithium first. */
    DISCHARGE_OVER_CHARGE,
    /** Charge over discharge: half cells whose working electrode takes up lithium first, such as Li4Ti5O12 or graphite. */
    CHARGE_OVER_DISCHARGE
}
