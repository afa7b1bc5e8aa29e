package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;

/**
 * One computed figure beside what the study says.
 *
 * @param id stable identifier such as {@code oscillation.bare.period}
 * @param quantity what it is, in words
 * @param value value with its standard uncertainty
 * @param unit unit, empty where dimensionless
 * @param published what the study prints, empty where it prints nothing
 * @param source where it prints that, or what the value was computed from
 * @param agreement what the comparison says
 * @param remark why, where a word is not enough; possibly empty
 */
public record StudyRow(
        String id,
        String quantity,
        Measured value,
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

    static StudyRow prediction(String id, String quantity, Measured value, String unit, String source, String remark) {
        return new StudyRow(id, quantity, value, unit, "", source, Agreement.PREDICTION, remark);
    }

    static StudyRow compared(
            String id,
            String quantity,
            Measured value,
            String unit,
            String published,
            String source,
            boolean agrees,
            String remark) {
        return new StudyRow(
                id, quantity, value, unit, published, source, agrees ? Agreement.AGREES : Agreement.DISAGREES, remark);
    }
}
