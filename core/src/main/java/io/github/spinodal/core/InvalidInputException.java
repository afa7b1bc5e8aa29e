package io.github.spinodal.core;

/** Root of everything that is thrown because the input, and not the program, is at fault. */
public class InvalidInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is wrong, where, and what would be valid
     */
    public InvalidInputException(String message) {
        super(message);
    }

    /**
     * Creates the exception with its cause.
     *
     * @param message what is wrong, where, and what would be valid
     * @param cause what revealed it
     */
    public InvalidInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
