package io.github.spinodal.eis.io;

import java.util.ArrayList;
import java.util.List;

/** How the fields of a line are told apart. Fields in quotation marks keep the delimiter inside them. */
enum Delimiter {
    TAB('\t'),
    SEMICOLON(';'),
    COMMA(','),
    /** Two or more blanks: headers whose names hold single blanks. */
    WIDE_BLANKS(' '),
    /** Any run of blanks. */
    BLANKS(' ');

    private final char character;

    Delimiter(char character) {
        this.character = character;
    }

    /** The fields of a line, trimmed, without empty ones at the end. */
    List<String> split(String line) {
        List<String> fields = this == WIDE_BLANKS || this == BLANKS ? splitBlanks(line) : splitCharacter(line);
        int size = fields.size();
        while (size > 0 && fields.get(size - 1).isEmpty()) {
            size--;
        }
        return fields.subList(0, size);
    }

    private List<String> splitCharacter(String line) {
        List<String> fields = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (quoted || line.substring(start, i).isBlank())) {
                quoted = !quoted;
            } else if (c == character && !quoted) {
                fields.add(unquoted(line.substring(start, i)));
                start = i + 1;
            }
        }
        fields.add(unquoted(line.substring(start)));
        return fields;
    }

    private List<String> splitBlanks(String line) {
        String text = unquoted(line);
        int least = this == WIDE_BLANKS ? 2 : 1;
        List<String> fields = new ArrayList<>();
        int start = 0;
        int blanks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == ' ' || c == '\u00a0') {
                blanks += c == '\t' ? least : 1;
            } else {
                if (blanks >= least) {
                    fields.add(text.substring(start, i).trim());
                    start = i;
                }
                blanks = 0;
            }
        }
        fields.add(text.substring(start).trim());
        return fields;
    }

    private static String unquoted(String field) {
        String text = field.trim();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).trim() : text;
    }
}
