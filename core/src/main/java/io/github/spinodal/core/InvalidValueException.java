package io.github.spinodal.core;

/** A value outside its valid range. The message reads "temperature (K) must be positive and finite, but was -3.0". */
public final class InvalidValueException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String value;
    private final String requirement;

    /**
     * Creates the exception.
     *
     * @param name what the value is, with its unit where it has one
     * @param value the offending value as text
     * @param requirement what would be valid, as the words after "must be"
     */
    public InvalidValueException(String name, String value, String requirement) {
        super(name + " must be " + requirement + ", but was " + value);
        this.name = name;
        this.value = value;
        this.requirement = requirement;
    }

    /**
     * Creates the exception for a number.
     *
     * @param name what the value is, with its unit where it has one
     * @param value the offending value
     * @param requirement what would be valid, as the words after "must be"
     */
    public InvalidValueException(String name, double value, String requirement) {
        this(name, Double.toString(value), requirement);
    }

    /**
     * What the value is.
     *
     * @return the name, with its unit where it has one
     */
    public String name() {
        return name;
    }

    /**
     * The offending value.
     *
     * @return the value as text
     */
    public String value() {
        return value;
    }

    /**
     * What would be valid.
     *
     * @return the words after "must be"
     */
    public String requirement() {
        return requirement;
    }
}
