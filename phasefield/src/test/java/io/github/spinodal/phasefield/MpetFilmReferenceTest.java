package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reference output 018 of MPET 1.0.1 (TRI-AMDD/mpet, tests/ref_outputs, MIT): a uniform LiFePO4 particle of 20 nm under a
 * film of 10 ohm m2 takes up lithium at 1 C, gives it back at 2 C and rests. Its settings name a lithium foil too, which
 * MPET leaves out of a cell with a single volume (mod_cell.py, SVsim).
 */
@Tag("shared-data")
class MpetFilmReferenceTest {
    private static final double TIME_SECONDS = 9.933519;
    /** MPET rounds k_B to 1.381e-23 and e to 1.602e-19: this temperature gives its k_B T at 298 K. */
    private static final double TEMPERATURE = 298 * 1.381e-23 / PhysicalConstants.BOLTZMANN;

    private static final double CHARGE = 1.602e-19;
    private static final double SITES = 1.3793e28;
    private static final double VOLUME_PER_AREA = 10e-9;
    private static final double RATE = 0.16 / (CHARGE * SITES * VOLUME_PER_AREA);
    /** MPET's drop R j e/kT with its e in both places, as a voltage that our e reduces to the same number. */
    private static final double FILM =
            10 * SITES * VOLUME_PER_AREA * CHARGE * CHARGE / PhysicalConstants.ELEMENTARY_CHARGE;

    private static final RegularSolution MODEL = RegularSolution.ofOmega(1.8560e-20, TEMPERATURE);

    private record Row(double potential, double rate, double filling) {}

    private static List<Row> rows() throws IOException {
        Path file = SharedData.file("phasefield/mpet_ref/test018.csv");
        List<Row> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(2, lines.size())) {
            double[] cells = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            rows.add(new Row(cells[1], cells[2] / TIME_SECONDS, cells[3]));
        }
        return rows;
    }

    /** To the filling of each row, held there where the row rests: MPET writes nothing between two rows. */
    private static Protocol protocol(List<Row> rows) {
        List<ProtocolStep> steps = new ArrayList<>();
        double emptying = rows.stream().mapToDouble(Row::rate).min().orElseThrow();
        double filling = Double.NaN;
        for (Row row : rows) {
            if (row.rate() != 0 || row.filling() != filling) {
                double rate = row.rate() == 0 ? emptying : row.rate();
                steps.add(ProtocolStep.fillingRate(rate, EndCondition.filling(row.filling())));
                filling = row.filling();
            }
            if (row.rate() == 0) {
                steps.add(ProtocolStep.rest(TIME_SECONDS));
            }
        }
        return Protocol.of(steps.toArray(ProtocolStep[]::new));
    }

    @Test
    void aFilmedGrainIsFilledEmptiedAndRests() throws IOException {
        List<Row> rows = rows();
        GrainClass filmed = GrainClass.of(MODEL, Kinetics.bazant()).withFilmResistance(FILM);
        Electrode electrode = Electrode.of(GrainEnsemble.identical(filmed, 1, RATE), 1, 0);
        VoltageRecorder record = Simulation.of(electrode, protocol(rows))
                .withInitialFilling(0.01)
                .run()
                .voltage();
        double reference = MODEL.chemicalPotential(0.01) / (1.381e-23 * 298);
        int branch = 0;
        for (Row row : rows) {
            // A rest that follows a current has a step of its own to reach its filling.
            int end = record.branchStart(branch + 1) - 1;
            if (row.rate() == 0 && record.currentAmpere()[end] != 0) {
                branch++;
                end = record.branchStart(branch + 1) - 1;
            }
            double driving = -record.voltageVolt()[end] / electrode.thermalVoltage();
            assertEquals(row.potential(), driving - reference, 3e-6, row.toString());
            branch++;
        }
        assertEquals(record.branches(), branch);
        assertEquals(35, rows.size());
    }
}
