package io.github.spinodal.examples.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final List<SweepCase> CASES = SweepCase.grid(3, List.of(1e-3, 2e-3), List.of(0.05), 60, 1);

    @TempDir
    Path folder;

    @Test
    void anInterruptedSweepEndsInTheSameFileAsOneThatWasNot() throws IOException {
        Path once = folder.resolve("once.csv");
        Path twice = folder.resolve("twice.csv");
        assertEquals(2, SweepFile.of(once).complete(CASES, 2, SweepTest::compute));
        assertEquals(1, SweepFile.of(twice).complete(CASES.subList(1, 2), 1, SweepTest::compute));
        assertEquals(1, SweepFile.of(twice).complete(CASES, 1, SweepTest::compute));
        assertEquals(0, SweepFile.of(twice).complete(CASES, 1, SweepTest::compute));
        assertEquals(Files.readString(once), Files.readString(twice));
        assertTrue(Files.readString(once).startsWith("omega_over_kT,current_over_rate,shift_spread,grains,seed,"));
        assertEquals(3, Files.readAllLines(once).size());
    }

    @Test
    void casesAndOutcomesTravel() throws IOException, ClassNotFoundException {
        SweepOutcome outcome = CASES.get(0).compute();
        assertEquals(outcome, serialized(outcome));
        assertEquals(outcome, ((SweepCase) serialized(CASES.get(0))).compute());
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThrows(InvalidInputException.class, () -> SweepOptions.parse(new String[] {"--grain", "3"}));
        assertThrows(InvalidInputException.class, () -> SweepOptions.parse(new String[] {"--grains"}));
        assertThrows(InvalidInputException.class, () -> SweepOptions.parse(new String[] {"--grains", "many"}));
        assertEquals(
                4,
                SweepOptions.parse(new String[] {"--currents", "1,2", "--spreads", "3", "--seeds", "2"})
                        .cases()
                        .size());
    }

    private static List<SweepOutcome> compute(List<SweepCase> cases) {
        return cases.stream().map(SweepCase::compute).toList();
    }

    private static Object serialized(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
