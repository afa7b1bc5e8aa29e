package io.github.spinodal.core.spectra;

import io.github.spinodal.core.io.DecimalMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How a text file separates its columns and writes its numbers. */
enum TextLayout {
    TABS("\t", DecimalMark.POINT),
    TABS_WITH_COMMAS("\t", DecimalMark.COMMA),
    SEMICOLONS(";", DecimalMark.POINT),
    SEMICOLONS_WITH_COMMAS(";", DecimalMark.COMMA),
    COMMAS(",", DecimalMark.POINT),
    BLANKS(" ", DecimalMark.POINT),
    BLANKS_WITH_COMMAS(" ", DecimalMark.COMMA);

    private static final int MOST_COLUMNS = 64;

    private final char delimiter;
    private final DecimalMark mark;

    TextLayout(String delimiter, DecimalMark mark) {
        this.delimiter = delimiter.charAt(0);
        this.mark = mark;
    }

    /** The layout under which a whole line is numbers, at least two of them. */
    static Optional<TextLayout> of(String line) {
        for (TextLayout layout : values()) {
            List<String> fields = layout.fields(line);
            if (fields.size() >= 2
                    && fields.stream().allMatch(f -> layout.number(f).isPresent())) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }

    DecimalMark mark() {
        return mark;
    }

    OptionalDouble number(String field) {
        return mark.tryParse(field);
    }

    /** The fields of a line; empty ones at its end are padding and dropped. At most 64 are told apart. */
    List<String> fields(String line) {
        String text = line.strip();
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length() && fields.size() < MOST_COLUMNS; i++) {
            if (i == text.length() || separates(text.charAt(i))) {
                if (delimiter != ' ' || i > from) {
                    fields.add(text.substring(from, i).strip());
                }
                from = i + 1;
            }
        }
        while (!fields.isEmpty() && fields.get(fields.size() - 1).isEmpty()) {
            fields.remove(fields.size() - 1);
        }
        return fields;
    }

    private boolean separates(char c) {
        return c == delimiter || (delimiter == ' ' && c == '\t');
    }
}
