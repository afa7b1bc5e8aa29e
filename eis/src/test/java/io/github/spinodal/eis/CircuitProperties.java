package io.github.spinodal.eis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CircuitProperties {
    private static final String[] SAMPLES = {
        "R(Q(RW))", "LR(QR)(QR)(C[RT])", "R0-p(CPE1,R1-W1)", "R0-p(R1,C1)-p(R2-Wo1,C2)", "L0-R0-TLMQ1-p(Zarc1,HN2)"
    };

    private static final String ALPHABET = "RCLQWOTGp()[]-,0123456789_ CPEWosZarHNTLM{}=.\u00b5\0";

    /** Whatever is parsed is printed so that it is parsed as the same circuit. */
    @Property(seed = "20260101")
    void printedCircuitsAreReadBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        Random random = new Random(seed);
        for (Notation notation : Notation.values()) {
            String text = randomCircuit(random, notation, size, true);
            Circuit circuit = Circuit.parse(text, notation);
            assertEquals(circuit, Circuit.parse(circuit.toString(), notation));
        }
    }

    private static String randomCircuit(Random random, Notation notation, int size, boolean series) {
        if (size == 1) {
            var symbols = notation.library().symbols();
            return symbols.get(random.nextInt(symbols.size()));
        }
        int left = 1 + random.nextInt(size - 1);
        String a = randomCircuit(random, notation, left, !series);
        String b = randomCircuit(random, notation, size - left, !series);
        if (notation == Notation.IMPEDANCE_PY) {
            return series ? a + "-" + b : "p(" + a + "," + b + ")";
        }
        return series ? a + b : "(" + wrap(a, left) + wrap(b, size - left) + ")";
    }

    private static String wrap(String series, int size) {
        return size == 1 ? series : "(" + series + ")";
    }

    /** Derivatives of whole circuits, against a sixth-order difference. */
    @Property(tries = 60, seed = "20260101")
    void circuitDerivativesAreExact(@ForAll long seed, @ForAll @IntRange(min = 2, max = 8) int size) {
        Random random = new Random(seed);
        Circuit circuit =
                Circuit.parse(randomCircuit(random, Notation.IMPEDANCE_PY, size, true), Notation.IMPEDANCE_PY);
        double[] p = circuit.parameters().stream()
                .mapToDouble(q -> q.definition().isExponent()
                        ? 0.4 + 0.5 * random.nextDouble()
                        : Math.pow(10, 2 * random.nextDouble() - 1))
                .toArray();
        double[] omega = {Math.pow(10, 4 * random.nextDouble() - 2)};
        CompiledCircuit compiled = new CompiledCircuit(circuit, omega);
        compiled.evaluate(p);
        double scale = Math.hypot(compiled.real()[0], compiled.imaginary()[0]);
        double[][] slopes = new double[p.length][];
        for (int k = 0; k < p.length; k++) {
            slopes[k] = new double[] {compiled.realSlope(k)[0] * p[k], compiled.imaginarySlope(k)[0] * p[k]};
        }
        double[] weights = {45. / 60, -9. / 60, 1. / 60};
        for (int k = 0; k < p.length; k++) {
            double[] sum = new double[2];
            for (int step = -3; step <= 3; step++) {
                if (step == 0) {
                    continue;
                }
                double[] moved = p.clone();
                moved[k] *= Math.exp(step * 1e-3);
                compiled.evaluate(moved);
                double weight = Math.signum(step) * weights[Math.abs(step) - 1] / 1e-3;
                sum[0] += weight * compiled.real()[0];
                sum[1] += weight * compiled.imaginary()[0];
            }
            assertEquals(0, Math.hypot(sum[0] - slopes[k][0], sum[1] - slopes[k][1]) / scale, 1e-8, circuit + " " + k);
        }
    }

    @Test
    void mutatedCircuitsNeverCauseAnythingButTypedErrors() {
        mutate(20_000);
    }

    @Test
    @Tag("slow")
    void aMillionMutatedCircuitsNeverCauseAnythingButTypedErrors() {
        mutate(1_000_000);
    }

    private static void mutate(int count) {
        Random random = new Random(20_260_101);
        int read = 0;
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder(SAMPLES[random.nextInt(SAMPLES.length)]);
            int edits = 1 + random.nextInt(6);
            for (int e = 0; e < edits; e++) {
                int at = random.nextInt(text.length() + 1);
                char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
                switch (random.nextInt(4)) {
                    case 0 -> text.insert(at, c);
                    case 1 -> text.replace(Math.max(0, at - 1), at, String.valueOf(c));
                    case 2 -> text.delete(Math.max(0, at - 1), at);
                    default -> text.insert(at, text.substring(0, at));
                }
            }
            try {
                Circuit circuit = Circuit.parse(text.toString());
                assertEquals(circuit, Circuit.parse(circuit.toString(), circuit.notation()));
                read++;
            } catch (CircuitSyntaxException e) {
                assertTrue(e.position() >= 0 && e.position() <= text.length());
            }
        }
        assertTrue(read > count / 100, "the mutations should leave some circuits valid: " + read);
    }
}
