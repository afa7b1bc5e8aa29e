package io.github.spinodal.core.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CubicLatticeTest {
    /** Sequences of h^2 + k^2 + l^2 as in Cullity and Stock, Elements of X-ray Diffraction, appendix on quadratic forms. */
    @ParameterizedTest
    @CsvSource({
        "PRIMITIVE, 1 2 3 4 5 6 8 9 10 11 12 13 14 16 17 18 19 20",
        "BODY_CENTRED, 2 4 6 8 10 12 14 16 18 20",
        "FACE_CENTRED, 3 4 8 11 12 16 19 20 24 27 32",
        "DIAMOND, 3 8 11 16 19 24 27 32 35 40 43 48",
        // General positions of Fd-3m add (222) and (622) and (442) to the diamond's list.
        "SPINEL, 3 8 11 12 16 19 24 27 32 35 36 40 43 44 48"
    })
    void allowsTheKnownReflections(CubicLattice lattice, String sums) {
        int largest = Integer.parseInt(sums.substring(sums.lastIndexOf(' ') + 1));
        String found = lattice.reflections(largest).stream()
                .map(reflection -> Integer.toString(reflection.sumOfSquares()))
                .collect(Collectors.joining(" "));
        assertEquals(sums, found);
    }

    @Test
    void keepsTheTieOf333And511() {
        CubicReflection tie = CubicLattice.SPINEL.reflections(27).get(7);
        assertTrue(tie.isTie());
        assertEquals("(333)/(511)", tie.toString());
        assertEquals(27, tie.sumOfSquares());
        assertFalse(CubicReflection.of(1, 1, 1).isTie());
        assertEquals(
                List.of(tie),
                List.of(new CubicReflection(List.of(MillerIndices.of(3, 3, 3), MillerIndices.of(5, 1, 1)))));
    }

    @Test
    void judgesBySignlessIndices() {
        assertTrue(CubicLattice.SPINEL.allows(MillerIndices.of(-1, 1, -3)));
        assertTrue(CubicLattice.SPINEL.allows(MillerIndices.of(2, -2, 2)));
        assertFalse(CubicLattice.DIAMOND.allows(MillerIndices.of(2, -2, 2)));
        assertFalse(CubicLattice.SPINEL.allows(MillerIndices.of(0, -2, 0)));
        assertFalse(CubicLattice.BODY_CENTRED.allows(MillerIndices.of(1, -1, 1)));
        assertFalse(CubicLattice.FACE_CENTRED.allows(MillerIndices.of(1, 2, 0)));
        assertFalse(CubicLattice.FACE_CENTRED.allows(MillerIndices.of(1, 1, 0)));
    }

    @Test
    void printsAndMeasuresPlanes() {
        assertEquals("(311)", MillerIndices.of(3, 1, 1).toString());
        assertEquals("(-3 1 1)", MillerIndices.of(-3, 1, 1).toString());
        assertEquals("(10 0 0)", MillerIndices.of(10, 0, 0).toString());
        assertEquals("(909)", MillerIndices.of(9, 0, 9).toString());
        assertEquals(0.2, MillerIndices.of(0, 3, 4).cubicSpacingNanometres(1), 1e-16);
    }

    @Test
    void refusesImpossiblePlanes() {
        assertThrows(InvalidValueException.class, () -> MillerIndices.of(0, 0, 0));
        assertThrows(InvalidValueException.class, () -> MillerIndices.of(1001, 0, 0));
        assertThrows(InvalidValueException.class, () -> MillerIndices.of(0, Integer.MIN_VALUE, 0));
        assertThrows(InvalidValueException.class, () -> MillerIndices.of(0, 0, -1001));
        assertEquals(1000, MillerIndices.of(0, 0, -1000).l() * -1);
        assertThrows(InvalidValueException.class, () -> new CubicReflection(List.of()));
        assertThrows(
                InvalidValueException.class,
                () -> new CubicReflection(List.of(MillerIndices.of(1, 1, 1), MillerIndices.of(2, 0, 0))));
        assertThrows(InvalidValueException.class, () -> CubicLattice.PRIMITIVE.reflections(0));
        assertThrows(InvalidValueException.class, () -> CubicLattice.PRIMITIVE.reflections(10001));
    }
}
