package io.github.spinodal.core.table;

import java.util.List;

/**
 * One row of a delimited file, as text.
 *
 * @param line line number, counted from 1
 * @param fields the fields, unquoted, blanks kept
 */
public record TextRow(int line, List<String> fields) {
    /** Copies the fields. */
    public TextRow {
        fields = List.copyOf(fields);
    }

    /**
     * A field without the blanks around it.
     *
     * @param index index of the field, counted from 0
     * @return the field, or an empty text where the row is shorter
     */
    public String field(int index) {
        return index < fields.size() ? fields.get(index).strip() : "";
    }

    /**
     * Number of fields.
     *
     * @return number of fields, at least 1
     */
    public int size() {
        return fields.size();
    }

    /**
     * Number of fields up to the last that is not blank, so that padding with delimiters does not count.
     *
     * @return number of fields, 0 where all are blank
     */
    public int filledSize() {
        int size = fields.size();
        while (size > 0 && fields.get(size - 1).isBlank()) {
            size--;
        }
        return size;
    }
}
