package io.github.spinodal.benchmarks;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.CircuitFitter;
import io.github.spinodal.eis.NoiseModel;
import io.github.spinodal.eis.StartSearch;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainDistribution;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.Method;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times Spinodal, writes the same inputs for other programs, runs these, and prints all with their ratios. One thread each;
 * Spinodal's times are medians after warming up, on the clock; the others' are processor time without start and imports.
 * {@code benchmarks/peers/run} prepares the other programs and starts this one.
 */
public final class PeerComparison {
    private static final double OMEGA_OVER_KT = 3.476;
    private static final double RATE = 8e-4;
    private static final double FROM = 0.02;
    private static final double TO = 0.95;
    private static final double RTOL = 1e-6;
    private static final int GRAINS = 300;
    private static final int REPEATS = 15;

    private final Path folder;
    private final List<String[]> rows = new ArrayList<>();

    private PeerComparison(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs the comparison.
     *
     * @param arguments the folder of the prepared programs
     * @throws IOException if a program cannot be run
     * @throws InterruptedException if the run is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PeerComparison comparison = new PeerComparison(Path.of(arguments[0]));
        comparison.discharge();
        comparison.fit();
        comparison.print();
    }

    private void discharge() throws IOException, InterruptedException {
        GrainClass grain = GrainClass.of(RegularSolution.ofOmegaOverKT(OMEGA_OVER_KT, 298.15), Kinetics.symmetric());
        GrainEnsemble drawn = GrainEnsemble.drawn(
                grain, GrainDistribution.ofRate(1).withRateSpread(0.3).withShiftSpread(0.02), GRAINS, 1);
        Path grains = folder.resolve("grains.csv");
        YardstickGrains.write(drawn, grains);
        Protocol protocol =
                Protocol.of(ProtocolStep.fillingRate(RATE * drawn.meanRatePerSecond(), EndCondition.filling(TO)));
        Simulation simulation = Simulation.of(Electrode.of(drawn, 0.1, 0), protocol)
                .withInitialFilling(FROM)
                .withTolerance(RTOL, RTOL / 100);
        double kTOverE = 1.380649e-23 * 298.15 / 1.602176634e-19;
        for (Method method : Method.values()) {
            Simulation by = simulation.withMethod(method);
            double[] voltage = by.run().voltage().voltageVolt();
            add(
                    "discharge",
                    "Spinodal, " + method.toString().toLowerCase(Locale.ROOT),
                    seconds(by::run),
                    -voltage[voltage.length - 1] / kTOverE);
        }
        List<String> model = List.of(grains.toString(), "" + OMEGA_OVER_KT, "" + RATE, "" + FROM, "" + TO, "" + RTOL);
        peer(joined(List.of(folder.resolve("discharge_sundials").toString()), model));
        peer(joined(python("benchmarks/peers/discharge_scipy.py"), model));
    }

    private void fit() throws IOException, InterruptedException {
        Circuit circuit = Circuit.parse("R(Q(RW))");
        double[] f = new double[61];
        for (int i = 0; i < f.length; i++) {
            f[i] = Math.pow(10, 5 - 0.1 * i);
        }
        ImpedanceSpectrum spectrum =
                NoiseModel.proportional(0.005, 1).addTo(circuit.spectrum(f, 2.945, 1.383e-5, 0.7357, 553.3, 4.6e-4));
        StringBuilder csv = new StringBuilder("frequency,real,imaginary\n");
        for (int i = 0; i < f.length; i++) {
            csv.append(f[i] + "," + spectrum.real(i) + "," + spectrum.imaginary(i) + "\n");
        }
        Path file = Files.writeString(folder.resolve("spectrum.csv"), csv);
        CircuitFitter given = CircuitFitter.withDefaults()
                .withStart(10, 1e-5, 0.8, 100, 1e-3)
                .withStartSearch(StartSearch.GIVEN_ONLY);
        CircuitFitter none = CircuitFitter.withDefaults();
        add(
                "fit",
                "Spinodal, from given values",
                seconds(() -> given.solve(circuit, spectrum)),
                given.solve(circuit, spectrum).value("R2").value());
        add(
                "fit",
                "Spinodal, without a start",
                seconds(() -> none.solve(circuit, spectrum)),
                none.solve(circuit, spectrum).value("R2").value());
        peer(joined(python("benchmarks/peers/randles_impedance.py"), List.of(file.toString())));
    }

    /** Median of many calls, after three times as many to warm up. */
    private static double seconds(Runnable work) {
        double[] times = new double[REPEATS];
        for (int i = -3 * REPEATS; i < REPEATS; i++) {
            long start = System.nanoTime();
            work.run();
            if (i >= 0) {
                times[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        Arrays.sort(times);
        return times[REPEATS / 2];
    }

    private List<String> python(String script) {
        return List.of(folder.resolve("python/bin/python").toString(), script);
    }

    private static List<String> joined(List<String> program, List<String> arguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(arguments);
        return command;
    }

    private void peer(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t")).forEach(rows::add);
        }
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private void add(String task, String name, double seconds, double result) {
        rows.add(new String[] {task, name, Double.toString(seconds), Double.toString(result)});
    }

    private void print() {
        System.out.println("| task | program | milliseconds | over Spinodal's best | result |");
        System.out.println("|---|---|---|---|---|");
        for (String[] row : rows) {
            double best = rows.stream()
                    .filter(r -> r[0].equals(row[0]) && r[1].startsWith("Spinodal"))
                    .mapToDouble(r -> Double.parseDouble(r[2]))
                    .min()
                    .orElseThrow();
            double seconds = Double.parseDouble(row[2]);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.3g | %.3g | %.6g |%n",
                    row[0],
                    row[1],
                    1e3 * seconds,
                    seconds / best,
                    Double.parseDouble(row[3]));
        }
    }
}
