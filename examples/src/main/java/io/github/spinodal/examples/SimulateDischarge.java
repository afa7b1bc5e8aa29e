package io.github.spinodal.examples;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.examples.files.GrainsFile;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainDistribution;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.SimulationResult;
import io.github.spinodal.phasefield.StopReason;
import io.github.spinodal.phasefield.VoltageRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Discharges (or charges) an electrode of many grains at constant current and writes the voltage.
 *
 * <p>Options: {@code --grains-file FILE} (CSV with the header {@code weight,rate,shift_kT}) or {@code --grains N --spread
 * S --seed K} (normal shifts of standard deviation S kT, lognormal rates of mean 1 and spread 0.3); {@code --omega}
 * Omega/kT; {@code --rate} dX/dt over the mean rate constant; {@code --from} and
 * {@code --to} filling; {@code --rtol}; {@code --threads}; {@code --out FILE} with the header
 * {@code filling,voltage_mV,active_fraction}. All grains start at the filling {@code --from}. The voltage is V - V_EQ at
 * 298.15 K under the symmetric Butler-Volmer law, without resistances.
 */
public final class SimulateDischarge {
    private static final double RATE_SPREAD = 0.3;
    private static final Map<String, String> DEFAULTS = Map.of(
            "grains", "1000", "spread", "0.1", "seed", "1", "omega", "3", "rate", "1e-3", "from", "0.005", "to", "0.99",
            "rtol", "1e-6", "threads", "1");

    private SimulateDischarge() {}

    /**
     * Runs the program.
     *
     * @param arguments the options
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        int status = run(arguments, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) throws IOException {
        try {
            Map<String, String> options = parse(arguments);
            double omega = number(options, "omega");
            Electrode electrode = Electrode.of(ensemble(options, omega), 1, 0);
            double from = number(options, "from");
            double to = number(options, "to");
            double rate = Math.copySign(number(options, "rate"), to - from)
                    * electrode.ensemble().meanRatePerSecond();
            Simulation simulation = Simulation.of(
                            electrode, Protocol.of(ProtocolStep.fillingRate(rate, EndCondition.filling(to))))
                    .withInitialFilling(from)
                    .withRelativeTolerance(number(options, "rtol"))
                    .withThreads(integer(options, "threads"));
            VoltageRecorder voltage = VoltageRecorder.everyStep().withActiveFraction();
            long start = System.nanoTime();
            SimulationResult result = simulation.run(voltage);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (options.containsKey("out")) {
                write(Path.of(options.get("out")), voltage);
            }
            out.printf(
                    Locale.ROOT,
                    "steps %d, grain evaluations %d, seconds %.4f%n",
                    result.acceptedSteps(),
                    result.grainEvaluations(),
                    seconds);
            if (result.stopReason() != StopReason.PROTOCOL_COMPLETED) {
                err.println(result.message());
                return 1;
            }
            return 0;
        } catch (InvalidInputException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private static Map<String, String> parse(String[] arguments) {
        Map<String, String> options = new TreeMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!DEFAULTS.containsKey(name) && !name.equals("out") && !name.equals("grains-file")) {
                throw new InvalidValueException(
                        "option",
                        arguments[i],
                        "one of --grains-file, --out and "
                                + String.join(
                                        ", ",
                                        new TreeMap<>(DEFAULTS)
                                                .keySet().stream()
                                                        .map(k -> "--" + k)
                                                        .toList()));
            }
            if (i + 1 == arguments.length) {
                throw new InvalidValueException("option " + arguments[i], "nothing", "followed by its value");
            }
            options.put(name, arguments[i + 1]);
        }
        return options;
    }

    private static double number(Map<String, String> options, String name) {
        String text = options.getOrDefault(name, "");
        try {
            return Require.finite("--" + name, Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new InvalidValueException("--" + name, text, "a number");
        }
    }

    private static int integer(Map<String, String> options, String name) {
        double value = number(options, name);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new InvalidValueException("--" + name, value, "a whole number");
        }
        return (int) value;
    }

    private static GrainEnsemble ensemble(Map<String, String> options, double omega) throws IOException {
        GrainClass grainClass = GrainClass.of(
                RegularSolution.ofOmegaOverKT(omega, PhysicalConstants.ROOM_TEMPERATURE), Kinetics.symmetric());
        String file = options.get("grains-file");
        if (file != null) {
            return GrainsFile.read(grainClass, Path.of(file));
        }
        GrainDistribution distribution =
                GrainDistribution.ofRate(1).withRateSpread(RATE_SPREAD).withShiftSpread(number(options, "spread"));
        return GrainEnsemble.drawn(grainClass, distribution, integer(options, "grains"), integer(options, "seed"));
    }

    private static void write(Path file, VoltageRecorder record) throws IOException {
        double[] filling = record.filling();
        double[] voltage = record.voltageVolt();
        double[] active = record.activeFraction();
        StringBuilder text = new StringBuilder("filling,voltage_mV,active_fraction\n");
        for (int i = 0; i < filling.length; i++) {
            text.append(filling[i])
                    .append(',')
                    .append(1000 * voltage[i])
                    .append(',')
                    .append(active[i])
                    .append('\n');
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
