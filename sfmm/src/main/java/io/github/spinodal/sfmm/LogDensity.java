package io.github.spinodal.sfmm;

/** A density that is known up to a factor, part of which may be marked. */
interface LogDensity {
    /** Its logarithm, or minus infinity where it is zero. */
    double at(double[] x);

    /** Which share of it is marked at the last point asked for; none unless said otherwise. */
    default double mark() {
        return 0;
    }
}
