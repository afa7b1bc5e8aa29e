package io.github.spinodal.core;

/**
 * Argument checks that name the value and what would be valid. Each returns the checked value, so that it can be used
 * inside an assignment; each rejects NaN.
 */
public final class Require {
    private Require() {}

    /**
     * Requires a finite number.
     *
     * @param name what the value is
     * @param value the value
     * @return the value
     * @throws InvalidValueException if the value is infinite or NaN
     */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidValueException(name, value, "finite");
        }
        return value;
    }

    /**
     * Requires a positive, finite number.
     *
     * @param name what the value is
     * @param value the value
     * @return the value
     * @throws InvalidValueException if the value is not in (0, infinity)
     */
    public static double positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidValueException(name, value, "positive and finite");
        }
        return value;
    }

    /**
     * Requires a non-negative, finite number.
     *
     * @param name what the value is
     * @param value the value
     * @return the value
     * @throws InvalidValueException if the value is not in [0, infinity)
     */
    public static double nonNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new InvalidValueException(name, value, "zero or positive, and finite");
        }
        return value;
    }

    /**
     * Requires a number inside an open interval.
     *
     * @param name what the value is
     * @param value the value
     * @param low lower end, excluded
     * @param high upper end, excluded
     * @return the value
     * @throws InvalidValueException if the value is not in (low, high)
     */
    public static double inside(String name, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw new InvalidValueException(name, value, "inside (" + low + ", " + high + ")");
        }
        return value;
    }

    /**
     * Requires a number inside a closed interval.
     *
     * @param name what the value is
     * @param value the value
     * @param low lower end, included
     * @param high upper end, included
     * @return the value
     * @throws InvalidValueException if the value is not in [low, high]
     */
    public static double within(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new InvalidValueException(name, value, "within [" + low + ", " + high + "]");
        }
        return value;
    }

    /**
     * Requires a count of at least some minimum.
     *
     * @param name what is counted
     * @param value the count
     * @param minimum the smallest valid count
     * @return the count
     * @throws InvalidValueException if the count is smaller
     */
    public static int atLeast(String name, int value, int minimum) {
        if (value < minimum) {
            throw new InvalidValueException(name, Integer.toString(value), "at least " + minimum);
        }
        return value;
    }

    /**
     * Requires finite array elements and returns a copy, so that the caller's array can change without harm.
     *
     * @param name what the values are
     * @param values the values
     * @return a copy of the values
     * @throws InvalidValueException if an element is infinite or NaN; the message names its index
     */
    public static double[] finiteCopy(String name, double[] values) {
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isFinite(copy[i])) {
                throw new InvalidValueException(name + "[" + i + "]", copy[i], "finite");
            }
        }
        return copy;
    }

    /**
     * Requires two arrays of one length.
     *
     * @param name what the first array is
     * @param length its length
     * @param otherName what the second array is
     * @param otherLength its length
     * @throws InvalidValueException if the lengths differ
     */
    public static void sameLength(String name, int length, String otherName, int otherLength) {
        if (length != otherLength) {
            throw new InvalidValueException(
                    "length of " + otherName, Integer.toString(otherLength), "the length of " + name + ", " + length);
        }
    }
}
