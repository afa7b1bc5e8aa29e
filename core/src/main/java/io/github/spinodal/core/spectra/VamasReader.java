package io.github.spinodal.core.spectra;

import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The VAMAS standard data transfer format, ISO 14976: one value a line, in a fixed order that depends on experiment and scan
 * mode. Every block becomes a spectrum of its first ordinate; further ordinates are named in a notice.
 */
final class VamasReader {
    static final String FIRST_LINE = "VAMAS Surface Chemical Analysis Standard Data Transfer Format 1988 May 4";

    private static final double NOT_GIVEN = 1e37;
    private static final int MOST_BLOCKS = 100_000;
    private static final int LARGEST_COUNT = 1 << 28;
    private static final Set<String> MAPS = Set.of("MAP", "MAPDP", "MAPSV", "MAPSVDP", "SEM");
    private static final Set<String> LINE_SCANS = Set.of("MAPSV", "MAPSVDP", "SEM");
    private static final Set<String> PROFILES = Set.of("MAPDP", "MAPSVDP", "SDP", "SDPSV");
    private static final Set<String> MODES =
            Set.of("MAP", "MAPDP", "MAPSV", "MAPSVDP", "NORM", "SDP", "SDPSV", "SEM", "NOEXP");
    private static final Set<String> ION_TECHNIQUES =
            Set.of("FABMS", "FABMS energy spec", "ISS", "SIMS", "SIMS energy spec", "SNMS", "SNMS energy spec");
    private static final Set<String> PHOTON_AND_ELECTRON_TECHNIQUES =
            Set.of("AES diff", "AES dir", "EDX", "ELS", "UPS", "XPS", "XRF");

    private final TextSource source;
    private final List<Notice> notices = new ArrayList<>();
    private int next = 1;
    private String mode = "";
    private boolean regular;
    private int variables;
    private int futureEntries;

    private VamasReader(TextSource source) {
        this.source = source;
    }

    static boolean recognises(TextSource source) {
        return source.lineCount() > 0 && source.line(1).startsWith("VAMAS Surface Chemical Analysis");
    }

    static ReadResult<Spectrum> read(TextSource source) {
        return new VamasReader(source).read();
    }

    private ReadResult<Spectrum> read() {
        int blocks = header();
        List<Spectrum> spectra = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            spectra.add(block(i + 1));
        }
        if (next > source.lineCount() || !source.line(next).strip().equals("end of experiment")) {
            notices.add(new Notice(
                    source.at(Math.min(next, source.lineCount())), "the line \"end of experiment\" is missing"));
        }
        return new ReadResult<>("VAMAS", spectra, notices);
    }

    /** Reads up to the first block and returns how many blocks follow. */
    private int header() {
        skip(1, "format identifier");
        skip(4, "institution, instrument, operator, experiment");
        skip(count("number of comment lines"), "comment");
        mode = text("experiment mode");
        if (!MODES.contains(mode)) {
            throw error(next - 1, "the experiment mode must be one of " + new java.util.TreeSet<>(MODES), mode);
        }
        String scan = text("scan mode");
        if (!scan.equals("REGULAR") && !scan.equals("IRREGULAR")) {
            throw error(next - 1, "the scan mode must be REGULAR or IRREGULAR", scan);
        }
        regular = scan.equals("REGULAR");
        if (Set.of("MAP", "MAPDP", "NORM", "SDP").contains(mode)) {
            count("number of spectral regions");
        }
        if (mode.equals("MAP") || mode.equals("MAPDP")) {
            skip(3, "numbers of analysis positions");
        }
        variables = count("number of experimental variables");
        skip(2 * variables, "experimental variable");
        double listed = number("number of entries of the inclusion list");
        if (listed != 0) {
            throw error(
                    next - 1,
                    "blocks with left-out parameters are not read; save the file again, such as from CasaXPS",
                    "" + listed);
        }
        skip(count("number of manually entered items"), "manually entered item");
        int experimentEntries = count("number of future experiment entries");
        futureEntries = count("number of future block entries");
        skip(experimentEntries, "future experiment entry");
        int blocks = count("number of blocks");
        if (blocks < 1 || blocks > MOST_BLOCKS) {
            throw error(next - 1, "the number of blocks must be between 1 and " + MOST_BLOCKS, "" + blocks);
        }
        return blocks;
    }

    private Spectrum block(int index) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("source", source.name());
        notes.put("block", text("block identifier"));
        notes.put("sample", text("sample identifier"));
        notes.put("date", date());
        comments(notes);
        String technique = text("technique");
        notes.put("technique", technique);
        if (mode.equals("MAP") || mode.equals("MAPDP")) {
            skip(2, "map coordinates");
        }
        skip(variables, "value of an experimental variable");
        notes.put("source label", text("source label"));
        if (PROFILES.contains(mode) || ION_TECHNIQUES.contains(technique)) {
            skip(3, "sputtering ion");
        }
        note(notes, "source energy (eV)", number("source energy"));
        skip(3, "source strength and beam width");
        skip(MAPS.contains(mode) ? 2 : 0, "field of view");
        skip(LINE_SCANS.contains(mode) ? 6 : 0, "line scan coordinates");
        skip(2, "source angles");
        notes.put("analyser mode", text("analyser mode"));
        note(notes, "pass energy (eV)", number("pass energy"));
        skip(technique.equals("AES diff") ? 1 : 0, "differential width");
        skip(1, "lens magnification");
        note(notes, "work function (eV)", number("work function"));
        skip(5, "target bias, analysis widths, take-off angles");
        notes.put("species", text("species label"));
        notes.put("transition", text("transition label"));
        skip(1, "charge of the detected particle");
        return ordinates(index, notes, technique);
    }

    private Spectrum ordinates(int index, Map<String, String> notes, String technique) {
        Spectrum.Axis axis = new Spectrum.Axis("", "");
        double start = 0;
        double increment = 0;
        int startLine = next;
        if (regular) {
            axis = new Spectrum.Axis(text("abscissa label"), text("abscissa unit"));
            start = number("abscissa start");
            increment = number("abscissa increment");
        }
        int columns = count("number of corresponding variables");
        List<Spectrum.Axis> labels = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            labels.add(new Spectrum.Axis(text("variable label"), text("variable unit")));
        }
        int needed = regular ? 1 : 2;
        if (columns < needed) {
            throw error(next - 1, "the number of corresponding variables must be at least " + needed, "" + columns);
        }
        notes.put("signal mode", text("signal mode"));
        note(notes, "collection time (s)", number("collection time"));
        note(notes, "scans", number("number of scans"));
        skip(1, "signal time correction");
        if (PROFILES.contains(mode) && PHOTON_AND_ELECTRON_TECHNIQUES.contains(technique)) {
            skip(7, "sputtering source");
        }
        skip(3, "sample angles");
        int parameters = count("number of additional parameters");
        skip(3 * parameters, "additional parameter");
        skip(futureEntries, "future block entry");
        int values = count("number of ordinate values");
        if (values % columns != 0) {
            throw error(
                    next - 1,
                    "the number of ordinate values must be a multiple of the " + columns + " variables",
                    "" + values);
        }
        skip(2 * columns, "smallest and largest ordinate");
        Points points = points(values / columns, columns, start, increment);
        if (points.count() < 2) {
            throw source.error(startLine, "block " + index + " has fewer than two points");
        }
        if (columns > needed) {
            notices.add(new Notice(
                    source.at(startLine),
                    "block " + index + " has further ordinates, which were not used: "
                            + labels.subList(needed, columns)));
        }
        Spectrum spectrum = points.spectrum(regular ? axis : labels.get(0), 0, labels.get(needed - 1), 1);
        for (Map.Entry<String, String> note : notes.entrySet()) {
            spectrum = spectrum.withMetadata(note.getKey(), note.getValue());
        }
        return spectrum;
    }

    private Points points(int rows, int columns, double start, double increment) {
        Points points = new Points(source, 2);
        for (int i = 0; i < rows; i++) {
            int line = next;
            double first = number("ordinate");
            double second = columns > 1 ? number("ordinate") : 0;
            skip(Math.max(columns - 2, 0), "ordinate");
            if (regular) {
                points.add(line, start + i * increment, first);
            } else {
                points.add(line, first, second);
            }
        }
        return points;
    }

    private void comments(Map<String, String> notes) {
        int lines = count("number of comment lines of the block");
        StringBuilder comment = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            comment.append(i == 0 ? "" : "\n").append(text("comment"));
        }
        notes.put("comment", comment.toString());
    }

    private String date() {
        StringBuilder date = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            date.append(i == 0 ? "" : " ").append(text("date and time").strip());
        }
        return date.toString();
    }

    private static void note(Map<String, String> notes, String key, double value) {
        if (value < NOT_GIVEN) {
            notes.put(key, Double.toString(value));
        }
    }

    private String text(String what) {
        if (next > source.lineCount()) {
            throw source.error(
                    source.lineCount(),
                    "the file ends where the " + what + " should stand: it was cut, or a count before is wrong");
        }
        return source.line(next++).strip();
    }

    private double number(String what) {
        int line = next;
        return DecimalMark.POINT.parse(text(what), source.at(line), what);
    }

    private int count(String what) {
        double value = number(what);
        if (!(value >= 0 && value == Math.rint(value)) || value > LARGEST_COUNT) {
            throw error(next - 1, "the " + what + " must be a whole number, zero or more", Double.toString(value));
        }
        return (int) value;
    }

    private void skip(int lines, String what) {
        if (lines > source.lineCount() - next + 1) {
            throw source.error(
                    source.lineCount(),
                    "the file ends where the " + what + " should stand: it was cut, or a count before is wrong");
        }
        next += lines;
    }

    private DataFormatException error(int line, String requirement, String found) {
        return source.error(line, requirement + ", but was " + Excerpt.of(found));
    }
}
