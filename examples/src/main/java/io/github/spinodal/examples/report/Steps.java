package io.github.spinodal.examples.report;

/** Told how far a section is, in steps; may ignore it. */
@FunctionalInterface
public interface Steps {
    /**
     * A step begins.
     *
     * @param done number of steps that are done
     * @param all number of steps in all, as far as known
     * @param what what comes next, in words
     */
    void at(int done, int all, String what);
}
