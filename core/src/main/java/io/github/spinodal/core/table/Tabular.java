package io.github.spinodal.core.table;

/** A result that can write itself as a table. */
public interface Tabular {
    /**
     * The result as rows, ready to be written as CSV or JSON.
     *
     * @return the table
     */
    ResultTable table();
}
