package io.github.spinodal.core.fit;

/** Whether a fit is restarted from where it stopped. */
public enum Restart {
    /** Never. */
    NEVER,
    /**
     * Where the iteration stopped because steps became short and not because the residuals are orthogonal to the model:
     * with fresh scaling and an unlimited radius, until this gains nothing. Costs a few evaluations.
     */
    WHERE_DOUBTFUL
}
