package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.Require;
import java.io.Serializable;

/**
 * How large a reproduction is.
 *
 * @param grains number of grains of each simulation, at least 100
 * @param seeds number of seeds that are averaged, at least 2
 * @param relativeTolerance relative tolerance of the simulation, in [1e-10, 1e-3]
 * @param threads number of seeds that are simulated side by side, at least 1; the results do not depend on it
 */
public record StudySettings(int grains, int seeds, double relativeTolerance, int threads) implements Serializable {
    /** Checks the sizes. */
    public StudySettings {
        Require.atLeast("number of grains", grains, 100);
        Require.atLeast("number of seeds", seeds, 2);
        Require.within("relative tolerance", relativeTolerance, 1e-10, 1e-3);
        Require.atLeast("threads", threads, 1);
    }

    /**
     * Sizes for a run of five to ten minutes with two threads on two cores.
     *
     * @return 20 000 grains, 4 seeds, tolerance 1e-5, one thread
     */
    public static StudySettings withDefaults() {
        return new StudySettings(20_000, 4, 1e-5, 1);
    }

    /** The same with fewer grains, for what is only looked for or costs many times more; never with more. */
    StudySettings withAtMost(int most) {
        return withGrains(Math.min(grains, most));
    }

    /**
     * The same with another number of grains.
     *
     * @param count number of grains, at least 100
     * @return the changed copy
     */
    public StudySettings withGrains(int count) {
        return new StudySettings(count, seeds, relativeTolerance, threads);
    }

    /**
     * The same with another number of seeds.
     *
     * @param count number of seeds, at least 2
     * @return the changed copy
     */
    public StudySettings withSeeds(int count) {
        return new StudySettings(grains, count, relativeTolerance, threads);
    }

    /**
     * The same with another tolerance.
     *
     * @param relative relative tolerance, in [1e-10, 1e-3]
     * @return the changed copy
     */
    public StudySettings withRelativeTolerance(double relative) {
        return new StudySettings(grains, seeds, relative, threads);
    }

    /**
     * The same with another number of threads.
     *
     * @param count number of seeds side by side, at least 1
     * @return the changed copy
     */
    public StudySettings withThreads(int count) {
        return new StudySettings(grains, seeds, relativeTolerance, count);
    }
}
