package io.github.spinodal.eis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.eis.element.Dimension;
import io.github.spinodal.eis.element.Element;
import io.github.spinodal.eis.element.ElementLibrary;
import io.github.spinodal.eis.element.ElementParameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitTest {
    @Test
    void boukampRandlesHasAdmittanceParameters() {
        Circuit circuit = Circuit.parse("R(Q(RW))");
        assertEquals(Notation.BOUKAMP, circuit.notation());
        assertEquals(List.of("R1", "Q1.Y0", "Q1.n", "R2", "W1.Y0"), circuit.parameterNames());
        assertEquals(
                List.of("ohm", "S s^n", "", "ohm", "S s^1/2"),
                circuit.parameters().stream().map(CircuitParameter::unit).toList());
        assertEquals("R(Q(RW))", circuit.toString());
    }

    @Test
    void impedancePyRandlesHasSigma() {
        Circuit circuit = Circuit.parse("R0-p(CPE1,R1-W1)");
        assertEquals(Notation.IMPEDANCE_PY, circuit.notation());
        assertEquals(List.of("R0", "CPE1.Q", "CPE1.alpha", "R1", "W1.sigma"), circuit.parameterNames());
        assertEquals("R0-p(CPE1,R1-W1)", circuit.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R(Q[RW]) | R(Q(RW))",
                "L R (QR) (QR) | LR(QR)(QR)",
                "R(C(R(Q(RW)))) | R(C(R(Q(RW))))",
                "R5(Q1(R2W3)) | R5(Q1(R2W3))",
                "(RC) | (RC)",
                "[R(RC)] | R(RC)",
                "R0 - p( R1 , C1 ) - p(R2-Wo1,C2) | R0-p(R1,C1)-p(R2-Wo1,C2)",
                "p(R1,p(C1,C2)) | p(R1,C1,C2)",
                "CPE0 | CPE0",
                "R-p(C,R) | R1-p(C1,R2)",
            })
    void readsAndPrints(String text, String printed) {
        Circuit circuit = Circuit.parse(text);
        assertEquals(printed, circuit.toString());
        assertEquals(circuit, Circuit.parse(printed, circuit.notation()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "R(Q(RX)) | 5 | unknown element X",
                "R(Q(RW) | 7 | opened at position 2",
                "R(Q)) | 3 | at least two branches",
                "R(QR)) | 5 | unexpected ')'",
                "R() | 2 | not ')'",
                "R0-p(R1,) | 8 | expected an element",
                "R0-p(R1) | 7 | at least two branches",
                "R0-R0 | 3 | appears twice",
                "R0--R1 | 3 | not '-'",
                "R0-p R1 | 5 | expected '('",
                "R0-Cpe1 | 3 | unknown element Cpe",
                "R[C((RC)R)] | 4 | ambiguous",
                "R(Q(RW))! | 8 | unexpected '!'",
            })
    void syntaxErrorsNameThePlace(String text, int position, String problem) {
        CircuitSyntaxException e = assertThrows(CircuitSyntaxException.class, () -> Circuit.parse(text));
        assertEquals(position, e.position(), e.getMessage());
        assertTrue(e.getMessage().contains(problem), e.getMessage());
    }

    @Test
    void emptyAndDeepCircuitsAreRefused() {
        assertThrows(CircuitSyntaxException.class, () -> Circuit.parse("  "));
        assertThrows(CircuitSyntaxException.class, () -> Circuit.parse("(".repeat(100_000)));
        assertThrows(CircuitSyntaxException.class, () -> Circuit.parse("R".repeat(100_000)));
    }

    @Test
    void impedanceOfRandlesCircuitByHand() {
        // Z = R + 1/(s C + 1/(Rct + sigma(1 - j)/sqrt(omega))) at omega = 1 rad/s with R = Rct = C = sigma = 1:
        // Zf = 2 - j, Y = j + (2 + j)/5 = 0.4 + 1.2j, 1/Y = (0.4 - 1.2j)/1.6 = 0.25 - 0.75j.
        Impedance z = Circuit.parse("R0-p(C1,R1-W1)").impedance(1 / (2 * Math.PI), 1, 1, 1, 1);
        assertEquals(1.25, z.realOhm(), 1e-15);
        assertEquals(-0.75, z.imaginaryOhm(), 1e-15);
    }

    @Test
    void studyTableS3RoundTripsBetweenNotations() {
        Circuit boukamp = Circuit.parse("R(Q(RW))");
        double[] values = {3.382, 1.270e-5, 0.7399, 1298, 1.974e-4};
        Circuit python = boukamp.withNotation(Notation.IMPEDANCE_PY);
        double[] converted = boukamp.convert(values, Notation.IMPEDANCE_PY);
        assertEquals("R1-p(CPE1,R2-W1)", python.toString());
        // sigma of the bare electrode by 1/(sqrt(2) Y0), 3582.1 ohm s^-1/2.
        assertEquals(3582.1, converted[4], 0.05);
        double[] f = {1e5, 1e3, 10, 0.1};
        ImpedanceSpectrum a = boukamp.spectrum(f, values);
        ImpedanceSpectrum b = python.spectrum(f, converted);
        assertArrayEquals(a.realOhm(), b.realOhm(), 1e-9);
        assertArrayEquals(a.imaginaryOhm(), b.imaginaryOhm(), 1e-9);
        assertArrayEquals(values, python.convert(converted, Notation.BOUKAMP), 1e-12);
    }

    @Test
    void everyBoukampElementConverts() {
        Circuit boukamp = Circuit.parse("RCLQWOTG");
        double[] values = {2, 0.5, 1e-3, 0.2, 0.8, 0.3, 0.4, 1.7, 0.6, 1.3, 0.9, 2.2};
        Impedance a = boukamp.impedance(0.4, values);
        Impedance b = boukamp.withNotation(Notation.IMPEDANCE_PY)
                .impedance(0.4, boukamp.convert(values, Notation.IMPEDANCE_PY));
        assertEquals(a.realOhm(), b.realOhm(), 1e-12);
        assertEquals(a.imaginaryOhm(), b.imaginaryOhm(), 1e-12);
        // Boukamp's T is blocking: its reactance grows without bound at low frequency, while O stays finite.
        assertTrue(Circuit.parse("T").impedance(1e-6, 1, 1).imaginaryOhm() < -1e4);
        assertTrue(Circuit.parse("O").impedance(1e-6, 1, 1).modulusOhm() < 1.01);
    }

    @Test
    void elementWithoutCounterpartIsNamed() {
        InvalidValueException e = assertThrows(
                InvalidValueException.class, () -> Circuit.parse("R0-Zarc1").withNotation(Notation.BOUKAMP));
        assertTrue(e.getMessage().contains("Zarc1"));
    }

    @Test
    void valuesAreChecked() {
        Circuit circuit = Circuit.parse("R(CR)");
        assertThrows(InvalidValueException.class, () -> circuit.impedance(1, 1, 2));
        assertThrows(InvalidValueException.class, () -> circuit.impedance(1, 1, Double.NaN, 3));
        assertThrows(InvalidValueException.class, () -> circuit.impedance(1, 1, -2, 3));
        assertThrows(InvalidValueException.class, () -> circuit.impedance(0, 1, 2, 3));
        assertThrows(InvalidValueException.class, () -> Circuit.parse("RQ").impedance(1, 1, 1, 1.2));
    }

    /** An element as a user would add it. */
    private record Leak() implements Element {
        private static final long serialVersionUID = 1L;

        @Override
        public String symbol() {
            return "Leak";
        }

        @Override
        public List<ElementParameter> parameters() {
            return List.of(ElementParameter.positive("G", "S", Dimension.of(-1, 0)));
        }

        @Override
        public void evaluate(double angularFrequency, double[] p, double[] result) {
            result[0] = 1 / p[0];
            result[1] = 0;
            result[2] = -1 / p[0] / p[0];
            result[3] = 0;
        }
    }

    @Test
    void userElementsJoinTheLibrary() {
        ElementLibrary library = ElementLibrary.impedancePy().with(new Leak());
        Circuit circuit = Circuit.parse("p(C1,Leak1)", Notation.IMPEDANCE_PY, library);
        assertEquals(List.of("C1", "Leak1.G"), circuit.parameterNames());
        assertEquals(4, circuit.impedance(1e-9, 1, 0.25).realOhm(), 1e-9);
    }

    @Test
    void circuitsJoin() {
        ElementLibrary e = Notation.IMPEDANCE_PY.library();
        Circuit r0 = Circuit.of("R0", e.find("R").orElseThrow(), Notation.IMPEDANCE_PY);
        Circuit r1 = Circuit.of("R1", e.find("R").orElseThrow(), Notation.IMPEDANCE_PY);
        Circuit c1 = Circuit.of("C1", e.find("C").orElseThrow(), Notation.IMPEDANCE_PY);
        assertEquals(Circuit.parse("R0-p(R1,C1)"), Circuit.series(r0, Circuit.parallel(r1, c1)));
        assertThrows(InvalidValueException.class, () -> Circuit.series(r0, r0));
        assertThrows(InvalidValueException.class, () -> Circuit.series(r0, Circuit.parse("C")));
    }

    @Test
    void openAndShortBranchesHaveExactLimits() {
        Circuit circuit = Circuit.parse("p(R1,C1,R2)");
        assertEquals(2, circuit.impedance(1, 4, 0, 4).realOhm(), 1e-15);
        assertEquals(0, circuit.impedance(1, 0, 1, 0).realOhm());
    }
}
