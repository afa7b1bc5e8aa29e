package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.phasefield.oscillation.SyntheticPlateau.Shape;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SawtoothSearchTest {
    private static final SyntheticPlateau WEAK =
            SyntheticPlateau.sine(500, 20, 0.3, 0.3).withShape(Shape.SAWTOOTH);

    private static double @Nullable [] otherPhase(SearchedRecord searched) {
        ModelSelection selection = searched.selection();
        ModelFit line = searched.line();
        return SawtoothSearch.otherPhase(
                searched.record(), line, selection.slowestBeside(line), selection.mostCycles());
    }

    /** The line of these is at two or three times the frequency, or the noise has pulled it away. */
    @ParameterizedTest
    @ValueSource(longs = {100_069, 100_500, 100_853, 101_038, 101_086})
    void theHarmonicsTellThePeriodThatTheStrongestLineMisses(long seed) {
        SearchedRecord weak = SearchedRecord.of(WEAK, seed);
        assertTrue(
                Math.abs(weak.line().cycles() - 20) > 1,
                () -> "line at " + weak.line().cycles());
        double[] phase = otherPhase(weak);
        assertNotNull(phase);
        assertEquals(20, PhasePolynomial.cycles(phase), 0.3);
        // The analysis also asks whether jumps of that period are likelier than all else.
        OscillationResult result = OscillationAnalysis.withDefaults().analyze(WEAK.curve(seed));
        Oscillation oscillation = result.oscillation().orElseThrow();
        assertEquals(0.05, oscillation.periodCoulomb().value(), 0.05 * 0.02);
    }

    /** Beside noise that is taken for as red as the wave itself all harmonics stand out as much as the fundamental. */
    @Test
    void aHighHarmonicOfAFewPeriodsIsNotTakenForTheFundamental() {
        SyntheticPlateau few = SyntheticPlateau.sine(400, 5, 2.5, 0.5).withShape(Shape.SAWTOOTH);
        SearchedRecord clear = SearchedRecord.of(few, 102_761);
        assertEquals(35, clear.line().cycles(), 0.5);
        ModelFit whole = clear.selection().ofSawtoothPeriod(clear.line());
        assertNotNull(whole);
        assertEquals(5, whole.cycles(), 0.1);
    }

    @Test
    void sinesKeepTheirPeriod() {
        SyntheticPlateau sine = WEAK.withShape(Shape.SINE);
        long others = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> SearchedRecord.of(sine, 700_000 + i))
                .filter(one -> Math.abs(one.line().cycles() - 20) < 1)
                .map(SawtoothSearchTest::otherPhase)
                .filter(Objects::nonNull)
                .count();
        assertEquals(0, others);
    }

    @Test
    void aSawtoothOfTheRightPeriodKeepsIt() {
        SyntheticPlateau clear = SyntheticPlateau.sine(500, 20, 1, 0.3).withShape(Shape.SAWTOOTH);
        for (int seed = 0; seed < 20; seed++) {
            SearchedRecord one = SearchedRecord.of(clear, seed);
            assertEquals(20, one.line().cycles(), 0.5);
            assertTrue(otherPhase(one) == null);
        }
    }
}
