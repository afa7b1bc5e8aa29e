package io.github.spinodal.benchmarks;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainDistribution;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the grains of {@link DischargeBenchmark} for the C yardstick: {@code java -cp benchmarks/target/benchmarks.jar
 * io.github.spinodal.benchmarks.YardstickGrains 10000 grains.csv}.
 */
public final class YardstickGrains {
    private YardstickGrains() {}

    /**
     * Draws the grains and writes them.
     *
     * @param arguments the number of grains and the file to write
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        int grains = Integer.parseInt(arguments[0]);
        GrainEnsemble ensemble = GrainEnsemble.drawn(
                GrainClass.of(
                        RegularSolution.ofOmegaOverKT(4.5, PhysicalConstants.ROOM_TEMPERATURE), Kinetics.symmetric()),
                GrainDistribution.ofRate(1).withRateSpread(0.3).withShiftSpread(0.1),
                grains,
                1);
        StringBuilder csv = new StringBuilder("weight,rate,shift_kT\n");
        for (int i = 0; i < grains; i++) {
            csv.append(ensemble.weight(i) + "," + ensemble.ratePerSecond(i) + "," + ensemble.shiftOverKT(i) + "\n");
        }
        Files.writeString(Path.of(arguments[1]), csv, StandardCharsets.UTF_8);
    }
}
