package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.DecimalMark;
import io.github.spinodal.core.io.Excerpt;
import io.github.spinodal.core.io.SourceLocation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The text header of NanoScope files: sections {@code \*name} with lines {@code \key: value}. Keys are matched without
 * regard to case and without their group number ({@code @4:}), since versions differ in both.
 */
final class NanoScopeHeader {
    /** Version from which samples are four bytes long although the header says two. */
    static final int FOUR_BYTE_VERSION = 0x09200000;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final byte[] END = "File list end".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_HEADER = 1 << 20;

    /** A section with its lines. */
    record Section(String source, String name, Map<String, String> values) {
        /** The text of a key, or an error that names it. */
        String text(String key) {
            String value = values.get(key);
            if (value == null) {
                throw new DataFormatException(
                        SourceLocation.of(source), "the section \"" + name + "\" has no line \"" + key + "\"");
            }
            return value;
        }

        boolean has(String key) {
            return values.containsKey(key);
        }

        /** A whole number of at least zero. */
        long count(String key) {
            return counts(key)[0];
        }

        /** One or several whole numbers of at least zero. */
        long[] counts(String key) {
            String[] words = text(key).trim().split("\\s+", 0);
            try {
                long[] numbers = Arrays.stream(words).mapToLong(Long::parseLong).toArray();
                if (Arrays.stream(numbers).allMatch(n -> n >= 0)) {
                    return numbers;
                }
            } catch (NumberFormatException e) {
                throw notCounts(key, e);
            }
            throw notCounts(key, null);
        }

        private DataFormatException notCounts(String key, @org.jspecify.annotations.Nullable Throwable cause) {
            return new DataFormatException(
                    SourceLocation.of(source),
                    "the line \"" + key + "\" of the section \"" + name
                            + "\" must hold whole numbers of at least 0, but holds " + Excerpt.of(text(key)),
                    cause == null ? new NumberFormatException(text(key)) : cause);
        }

        /** A plain number where the line is there and holds one. */
        OptionalDouble number(String key) {
            String value = values.get(key);
            if (value == null) {
                return OptionalDouble.empty();
            }
            String word = value.trim().split("\\s+", 2)[0];
            OptionalDouble point = DecimalMark.POINT.tryParse(word);
            return point.isPresent() ? point : DecimalMark.COMMA.tryParse(word);
        }
    }

    private final String source;
    private final List<Section> sections;

    private NanoScopeHeader(String source, List<Section> sections) {
        this.source = source;
        this.sections = sections;
    }

    /** Whether a binary file starts like a NanoScope file. */
    static boolean startsFile(BinarySource source) {
        return source.matches(0, "\\*Force file list".getBytes(StandardCharsets.US_ASCII))
                || source.matches(0, "\\*File list".getBytes(StandardCharsets.US_ASCII))
                || source.matches(0, "\\?*File list".getBytes(StandardCharsets.US_ASCII));
    }

    /** The header of a binary file. */
    static NanoScopeHeader of(BinarySource source) {
        int end = source.indexOf(END, 0);
        if (end < 0 || end > LONGEST_HEADER) {
            throw new DataFormatException(
                    SourceLocation.of(source.name()), "the NanoScope header has no end: the file is cut or foreign");
        }
        return of(source.name(), Arrays.asList(source.text(0, end, WINDOWS).split("\r?\n", 0)));
    }

    /** A header from its lines, without the quotation marks that text exports put around them. */
    static NanoScopeHeader of(String source, List<String> lines) {
        List<Section> sections = new ArrayList<>();
        for (String raw : lines) {
            String line = raw.trim();
            if (line.startsWith("\\*") || line.startsWith("\\?")) {
                sections.add(
                        new Section(source, line.substring(2).trim().toLowerCase(Locale.ROOT), new LinkedHashMap<>()));
            } else if (line.startsWith("\\") && !sections.isEmpty()) {
                putLine(sections.get(sections.size() - 1), line.substring(1));
            }
        }
        return new NanoScopeHeader(source, sections);
    }

    private static void putLine(Section section, String line) {
        String text = line.startsWith("@") ? line.substring(1) : line;
        if (text.length() > 2 && Character.isDigit(text.charAt(0)) && text.charAt(1) == ':') {
            text = text.substring(2);
        }
        int colon = text.indexOf(": ");
        if (colon < 0) {
            colon = text.endsWith(":") ? text.length() - 1 : -1;
        }
        if (colon > 0) {
            section.values()
                    .putIfAbsent(
                            text.substring(0, colon).trim().toLowerCase(Locale.ROOT),
                            text.substring(colon + 1).trim());
        }
    }

    String source() {
        return source;
    }

    /** All sections of a name. */
    List<Section> sections(String name) {
        return sections.stream().filter(s -> s.name().equals(name)).toList();
    }

    /** The first section of a name; an empty one where there is none. */
    Section section(String name) {
        List<Section> found = sections(name);
        return found.isEmpty() ? new Section(source, name, Map.of()) : found.get(0);
    }

    /** The version number, 0 where the header gives none. */
    int version() {
        String text = sections.isEmpty() ? "" : sections.get(0).values().getOrDefault("version", "");
        try {
            return Integer.decode(text.trim());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The sensitivity of the given name, from whichever section lists it. */
    NanoScopeValue softScale(String name) {
        String key = name.trim().toLowerCase(Locale.ROOT);
        for (Section section : sections) {
            String value = section.values().get(key);
            if (value != null) {
                return NanoScopeValue.of(value);
            }
        }
        throw new DataFormatException(
                SourceLocation.of(source),
                "the header refers to the sensitivity \"" + name + "\" but does not list it");
    }

    DataFormatException error(String problem) {
        return new DataFormatException(SourceLocation.of(source), problem);
    }
}
