package io.github.spinodal.core.io;

import java.io.Serializable;

/**
 * Something a reader skipped, assumed or found suspicious; readers never do so silently.
 *
 * @param location where
 * @param message what was skipped, assumed or found
 */
public record Notice(SourceLocation location, String message) implements Serializable {
    @Override
    public String toString() {
        return location + ": " + message;
    }
}
