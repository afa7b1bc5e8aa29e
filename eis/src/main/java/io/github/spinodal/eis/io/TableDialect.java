package io.github.spinodal.eis.io;

import io.github.spinodal.core.io.TextSource;

/** Names the instrument whose habits a table shows; the reading itself does not depend on it. */
final class TableDialect {
    private static final int LINES_LOOKED_AT = 12;

    private TableDialect() {}

    /** Name of the dialect, by the preamble and the header of the table. */
    static String of(TextSource text, int headerLine) {
        if (headerLine == 0) {
            return "table without header";
        }
        for (int line = 1; line <= Math.min(Math.min(text.lineCount(), LINES_LOOKED_AT), headerLine); line++) {
            String content = text.line(line);
            if (content.startsWith("EC-Lab ASCII FILE") || content.startsWith("BT-Lab ASCII FILE")) {
                return "BioLogic EC-Lab text";
            }
            if (content.startsWith("ZPLOT2 ASCII") || content.contains("ZPlotW Data File")) {
                return "ZPlot";
            }
            if (content.contains("Z60W Data File")) {
                return "Autolab Z60W";
            }
            if (content.startsWith("A.C. Impedance")) {
                return "CH Instruments";
            }
        }
        String header = text.line(headerLine);
        if (header.contains("Zre (ohms)")) {
            return "Parstat";
        }
        if (header.contains("Zre") && header.contains("Zimg")) {
            return "PowerSuite";
        }
        return header.contains("freq/Hz") ? "EC-Lab columns" : "table with header";
    }
}
