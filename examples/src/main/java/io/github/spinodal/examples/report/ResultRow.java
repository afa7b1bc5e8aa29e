package io.github.spinodal.examples.report;

/**
 * One computed quantity beside what was published about it.
 *
 * @param id stable identifier, such as {@code film.capacity.total.low}
 * @param quantity what it is, in words
 * @param value computed value as text: a number, or a word such as LAYER
 * @param uncertainty standard uncertainty as text, empty where there is none
 * @param unit unit of value and uncertainty, empty where dimensionless
 * @param published what the source prints, empty where it prints nothing
 * @param source where it is published, or what the value was computed from
 * @param verdict what the comparison says
 */
public record ResultRow(
        String id,
        String quantity,
        String value,
        String uncertainty,
        String unit,
        String published,
        String source,
        Verdict verdict) {
    /**
     * A row for a number.
     *
     * @param id stable identifier
     * @param quantity what it is, in words
     * @param value computed value
     * @param unit its unit
     * @return a row without uncertainty, published value, source or verdict; the {@code with} methods add them
     */
    public static ResultRow of(String id, String quantity, double value, String unit) {
        return new ResultRow(id, quantity, Numbers.text(value), "", unit, "", "", Verdict.PREDICTION);
    }

    /**
     * A row for a word.
     *
     * @param id stable identifier
     * @param quantity what it is, in words
     * @param word the result
     * @return a row without published value, source or verdict
     */
    public static ResultRow ofWord(String id, String quantity, String word) {
        return new ResultRow(id, quantity, word, "", "", "", "", Verdict.PREDICTION);
    }

    /**
     * The row with a standard uncertainty.
     *
     * @param standardUncertainty standard uncertainty in the row's unit
     * @return the row with it
     */
    public ResultRow plusMinus(double standardUncertainty) {
        return new ResultRow(id, quantity, value, Numbers.text(standardUncertainty), unit, published, source, verdict);
    }

    /**
     * The row with what was published.
     *
     * @param text the published value as printed
     * @param where where it is printed
     * @return the row with it
     */
    public ResultRow published(String text, String where) {
        return new ResultRow(id, quantity, value, uncertainty, unit, text, where, verdict);
    }

    /**
     * The row with the source of its inputs, where nothing was published.
     *
     * @param where what the value was computed from
     * @return the row with it
     */
    public ResultRow from(String where) {
        return new ResultRow(id, quantity, value, uncertainty, unit, published, where, verdict);
    }

    /**
     * The row with a verdict.
     *
     * @param newVerdict the verdict
     * @return the row with it
     */
    public ResultRow verdict(Verdict newVerdict) {
        return new ResultRow(id, quantity, value, uncertainty, unit, published, source, newVerdict);
    }
}
