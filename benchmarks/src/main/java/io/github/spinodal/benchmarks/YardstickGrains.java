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
 * The grains that benchmarks and yardsticks share: rates of mean 1 and spread 0.3, shifts 0.1 kT apart. The program writes
 * those of {@link DischargeBenchmark} at Omega/kT = 4.5 for the C yardstick: {@code java -cp benchmarks/target/benchmarks.jar
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
        write(drawn(4.5, Integer.parseInt(arguments[0])), Path.of(arguments[1]));
    }

    static GrainEnsemble drawn(double omegaOverKT, int grains) {
        return GrainEnsemble.drawn(
                GrainClass.of(
                        RegularSolution.ofOmegaOverKT(omegaOverKT, PhysicalConstants.ROOM_TEMPERATURE),
                        Kinetics.symmetric()),
                GrainDistribution.ofRate(1).withRateSpread(0.3).withShiftSpread(0.1),
                grains,
                1);
    }

    /** Writes grains as the C programs read them. */
    static void write(GrainEnsemble ensemble, Path file) throws IOException {
        StringBuilder csv = new StringBuilder("weight,rate,shift_kT\n");
        for (int i = 0; i < ensemble.size(); i++) {
            csv.append(ensemble.weight(i) + "," + ensemble.ratePerSecond(i) + "," + ensemble.shiftOverKT(i) + "\n");
        }
        Files.writeString(file, csv, StandardCharsets.UTF_8);
    }
}
