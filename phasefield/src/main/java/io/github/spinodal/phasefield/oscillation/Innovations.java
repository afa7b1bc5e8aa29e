package io.github.spinodal.phasefield.oscillation;

/** A model of noise of unit total variance, as the filter that turns what it makes into white noise of unit variance. */
interface Innovations {
    /** Replaces values by their innovations of unit variance. */
    void apply(double[] values);

    /** Logarithm of the determinant of the covariance. */
    double logDeterminant();
}
