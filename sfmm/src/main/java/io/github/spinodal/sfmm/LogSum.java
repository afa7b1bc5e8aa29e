package io.github.spinodal.sfmm;

/** Logarithm of a sum of numbers given by their logarithms, without overflow. Mutable. */
final class LogSum {
    private double highest = Double.NEGATIVE_INFINITY;
    private double sum;

    /** Adds a number. */
    void add(double logarithm) {
        if (logarithm > highest) {
            sum = sum * Math.exp(highest - logarithm) + 1;
            highest = logarithm;
        } else if (logarithm > Double.NEGATIVE_INFINITY) {
            sum += Math.exp(logarithm - highest);
        }
    }

    /** Logarithm of the sum so far, minus infinity where it is zero. */
    double value() {
        return highest + Math.log(sum);
    }
}
