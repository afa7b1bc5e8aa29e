package io.github.spinodal.core.io;

import io.github.spinodal.core.InvalidInputException;

/** A file that cannot be read as what it claims to be. The message names the place, what stood there and what would be valid. */
public final class DataFormatException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final SourceLocation location;

    /**
     * Creates the exception.
     *
     * @param location where the trouble is
     * @param problem what is wrong there and what would be valid
     */
    public DataFormatException(SourceLocation location, String problem) {
        super(location + ": " + problem);
        this.location = location;
    }

    /**
     * Creates the exception with its cause.
     *
     * @param location where the trouble is
     * @param problem what is wrong there and what would be valid
     * @param cause what revealed it
     */
    public DataFormatException(SourceLocation location, String problem, Throwable cause) {
        super(location + ": " + problem, cause);
        this.location = location;
    }

    /**
     * Where the trouble is.
     *
     * @return the location
     */
    public SourceLocation location() {
        return location;
    }
}
