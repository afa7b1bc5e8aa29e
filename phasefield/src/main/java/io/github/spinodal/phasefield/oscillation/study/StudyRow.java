package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One computed figure beside what the study says.
 *
 * @param id stable identifier such as {@code oscillation.bare.period}
 * @param quantity what it is, in words
 * @param value value with its standard uncertainty; null if it could not be determined, and then the remark says why
 * @param unit unit, empty where dimensionless
 * @param published what the study prints, empty where it prints nothing
 * @param source where it prints that, or what the value was computed from
 * @param agreement what the comparison says
 * @param remark why, where a word is not enough; possibly empty
 */
public record StudyRow(
        String id,
        String quantity,
        @Nullable Measured value,
        String unit,
        String published,
        String source,
        Agreement agreement,
        String remark)
        implements Serializable {
    /** What the comparison with the study says. */
    public enum Agreement {
        /** The study's value, within its tolerance. */
        AGREES,
        /** Not the study's value. */
        DISAGREES,
        /** The study gives nothing to compare with. */
        PREDICTION,
        /** Set so that it agrees. */
        CALIBRATED,
        /** What the study prints does not decide it. */
        NOT_DERIVABLE
    }

    /**
     * Checks that a missing value has its reason.
     *
     * @throws InvalidValueException if there is neither a value nor a remark
     */
    public StudyRow {
        if (value == null && remark.isBlank()) {
            throw new InvalidValueException("remark of " + id, remark, "the reason why there is no value");
        }
    }

    /** A value the study has nothing to compare with; without a value the remark is its reason. */
    static StudyRow prediction(
            String id, String quantity, @Nullable Measured value, String unit, String source, String remark) {
        Agreement agreement = value == null ? Agreement.NOT_DERIVABLE : Agreement.PREDICTION;
        return new StudyRow(id, quantity, value, unit, "", source, agreement, remark);
    }

    /** A prediction from an oscillation, which may not have been found. */
    static StudyRow prediction(
            String id,
            String quantity,
            @Nullable Measured value,
            String unit,
            String source,
            String remark,
            FilmOscillation from) {
        return prediction(id, quantity, value, unit, source, value == null ? from.missing() : remark);
    }

    static StudyRow compared(
            String id,
            String quantity,
            @Nullable Measured value,
            String unit,
            String published,
            String source,
            boolean agrees,
            String remark) {
        Agreement agreement = agrees ? Agreement.AGREES : Agreement.DISAGREES;
        return new StudyRow(
                id,
                quantity,
                value,
                unit,
                published,
                source,
                value == null ? Agreement.NOT_DERIVABLE : agreement,
                remark);
    }

    /** The amplitude of a film on which the study sees no oscillation; the reason follows where it has vanished. */
    static StudyRow vanishing(
            String id, String quantity, FilmOscillation film, String published, String source, String reason) {
        Agreement agreement = film.visible() ? Agreement.DISAGREES : Agreement.NOT_DERIVABLE;
        String verdict = film.visible() ? "cannot make it vanish: " : "not decided: ";
        if (film.vanished()) {
            agreement = Agreement.AGREES;
            verdict = "can make the oscillation vanish" + reason + ": ";
        }
        return new StudyRow(
                id,
                quantity,
                StudyRun.times(film.amplitudeVolt(), 1000),
                "mV",
                published,
                source,
                agreement,
                verdict + StudyRun.describe(film));
    }
}
