package io.github.spinodal.phasefield;

/** A one-step method. */
interface Stepper {
    /** Order of the error estimate, plus one: what the step-size controller divides by. */
    int errorOrder();

    /** Makes the operating point and the first derivative consistent with the fillings. */
    void restart(Control control, double time);

    /** Makes the first derivative consistent with fillings and an operating point that are already known. */
    void resume();

    /** Largest magnitude of a rate in a block at the present state (1/s). */
    double largestRate(int block);

    /** Charge of the step tried last, as a change of the mean filling. */
    double increment();

    /**
     * Tries a step; the result becomes the candidate.
     *
     * @return error norm relative to the tolerance; NaN where the step cannot be taken
     */
    double attempt(Control control, double time, double step);

    /** Makes the candidate the present state. */
    void accept();

    /** Rates evaluated per grain so far. */
    long evaluations();
}
