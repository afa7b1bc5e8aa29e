package io.github.spinodal.core.io;

import java.io.Serializable;

/**
 * Where a value stood in a file.
 *
 * @param source file name or another description of the source
 * @param line line number counted from 1, or 0 where lines mean nothing (a binary file, the file as a whole)
 * @param column column counted from 1 (field number of a table, byte offset of a binary file), or 0 for the whole line
 */
public record SourceLocation(String source, long line, long column) implements Serializable {
    /**
     * The source as a whole.
     *
     * @param source file name or another description of the source
     * @return the location
     */
    public static SourceLocation of(String source) {
        return new SourceLocation(source, 0, 0);
    }

    /**
     * A whole line.
     *
     * @param source file name or another description of the source
     * @param line line number counted from 1
     * @return the location
     */
    public static SourceLocation ofLine(String source, long line) {
        return new SourceLocation(source, line, 0);
    }

    @Override
    public String toString() {
        if (line <= 0) {
            return column <= 0 ? source : source + ", byte " + column;
        }
        return column <= 0 ? source + ", line " + line : source + ", line " + line + ", column " + column;
    }
}
