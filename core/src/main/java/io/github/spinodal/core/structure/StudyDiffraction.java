package io.github.spinodal.core.structure;

import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.List;

/**
 * The diffraction tables of the study's supporting information, as printed.
 *
 * <p>The study prints no uncertainty for Table S1; the half of the last printed digit of 2 theta, as a rectangular
 * distribution, is the least it can be. Of Table S2 it says "measurement accuracy ~5 %".
 */
public final class StudyDiffraction {
    private static final double ROUNDING_DEGREES = 0.01 / Math.sqrt(12);
    private static final double RING_ACCURACY = 0.05;

    private StudyDiffraction() {}

    /**
     * A printed row.
     *
     * @param reflection the planes as printed, with those that share the spacing in a spinel
     * @param position position in the pattern: 2 theta (degrees) or ring diameter (1/nm)
     * @param printedNanometres the spacing that the study prints (nm)
     */
    public record Row(CubicReflection reflection, Measured position, double printedNanometres)
            implements Serializable {}

    /**
     * Table S1, X-ray lines of the bare film with Cu K-alpha-1.
     *
     * @return five rows, positions in degrees of 2 theta
     */
    public static List<Row> tableS1() {
        return List.of(
                line(3, 18.26, 0.484),
                line(11, 35.44, 0.252),
                line(16, 43.10, 0.209),
                line(27, 57.12, 0.161),
                line(32, 62.68, 0.148));
    }

    /**
     * Table S2, rings of the selected-area electron diffraction pattern.
     *
     * @return five rows, positions as ring diameters in 1/nm
     */
    public static List<Row> tableS2() {
        return List.of(
                ring(3, 4.167, 0.480),
                ring(11, 8.032, 0.249),
                ring(16, 9.893, 0.202),
                ring(27, 12.346, 0.162),
                ring(32, 13.703, 0.146));
    }

    private static Row line(int sumOfSquares, double twoThetaDegrees, double printed) {
        return new Row(reflection(sumOfSquares), Measured.of(twoThetaDegrees, ROUNDING_DEGREES), printed);
    }

    private static Row ring(int sumOfSquares, double diameter, double printed) {
        return new Row(reflection(sumOfSquares), Measured.of(diameter, RING_ACCURACY * diameter), printed);
    }

    private static CubicReflection reflection(int sumOfSquares) {
        return CubicLattice.SPINEL.reflections(sumOfSquares).stream()
                .filter(candidate -> candidate.sumOfSquares() == sumOfSquares)
                .findFirst()
                .orElseThrow();
    }
}
