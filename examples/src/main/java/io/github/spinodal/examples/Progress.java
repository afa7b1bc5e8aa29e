package io.github.spinodal.examples;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/** Tells how far a run is: on a terminal a bar that redraws itself, elsewhere one plain line for each part. */
final class Progress {
    private static final int WIDTH = 20;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final int parts;
    private int part;
    private String name = "";
    private long start;

    Progress(PrintStream out, boolean terminal, int parts) {
        this.out = out;
        this.terminal = terminal;
        this.parts = parts;
    }

    /** Whether what is printed to a stream can be redrawn. */
    @SuppressWarnings("SystemConsoleNull") // null before Java 22, asked for its terminal from then on
    static boolean isTerminal(PrintStream out) {
        Console console = System.console();
        if (out != System.out || console == null) {
            return false;
        }
        try {
            // From Java 22 on there is a console without a terminal, too.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    void begin(String partName) {
        part++;
        name = partName;
        start = System.nanoTime();
        if (terminal) {
            draw(0, "");
        } else {
            out.printf(Locale.ROOT, "[%d/%d] %s ... ", part, parts, name);
            out.flush();
        }
    }

    /**
     * A step within the part that has begun.
     *
     * @param done share of the part that is done, from 0 to 1
     * @param what what comes next
     */
    void step(double done, String what) {
        if (terminal) {
            draw(Math.min(1, done), what);
        }
    }

    void end() {
        end(String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9));
    }

    void end(String outcome) {
        if (terminal) {
            out.printf(Locale.ROOT, "%s[%d/%d] %s ... ", CLEAR_LINE, part, parts, name);
        }
        out.println(outcome);
    }

    private void draw(double done, String what) {
        int filled = (int) Math.round(WIDTH * (part - 1 + done) / parts);
        out.printf(
                Locale.ROOT,
                "%s[%s%s] %d/%d %s, %.0f s%s",
                CLEAR_LINE,
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                part,
                parts,
                name,
                (System.nanoTime() - start) / 1e9,
                what.isEmpty() ? "" : ": " + what);
        out.flush();
    }
}
