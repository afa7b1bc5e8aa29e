package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidInputException;

/** A circuit string that cannot be read, with the place at which it goes wrong. */
public final class CircuitSyntaxException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 30;

    private final int position;

    CircuitSyntaxException(String text, int position, String problem) {
        super(problem + ", at position " + (position + 1) + " of \"" + excerpt(text, position) + "\"");
        this.position = position;
    }

    private static String excerpt(String text, int position) {
        int from = Math.max(0, position - SHOWN);
        int to = Math.min(text.length(), position + SHOWN);
        return (from > 0 ? "..." : "")
                + text.substring(from, position)
                + ">>>"
                + text.substring(position, to)
                + (to < text.length() ? "..." : "");
    }

    /**
     * Where the string goes wrong.
     *
     * @return index of the first offending character, counted from 0; the length of the string if something is missing
     *     at its end
     */
    public int position() {
        return position;
    }
}
