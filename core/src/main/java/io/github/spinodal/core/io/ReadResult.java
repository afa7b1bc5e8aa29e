package io.github.spinodal.core.io;

import java.io.Serializable;
import java.util.List;

/**
 * What a reader got out of one file.
 *
 * @param <T> type of the data
 * @param format name of the format that was recognised
 * @param items the data, in the order of the file, never empty
 * @param notices everything that was skipped or assumed on the way
 */
public record ReadResult<T>(String format, List<T> items, List<Notice> notices) implements Serializable {
    /** Copies the lists. */
    public ReadResult {
        items = List.copyOf(items);
        notices = List.copyOf(notices);
    }

    /**
     * The only item of the file.
     *
     * @return the item
     * @throws IllegalStateException if the file held several
     */
    public T single() {
        if (items.size() != 1) {
            throw new IllegalStateException("the file holds " + items.size() + " data sets, not one");
        }
        return items.get(0);
    }
}
