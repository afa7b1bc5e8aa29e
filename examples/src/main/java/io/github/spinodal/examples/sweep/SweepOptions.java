package io.github.spinodal.examples.sweep;

import io.github.spinodal.core.InvalidInputException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sweep computes and where it writes.
 *
 * @param cases the cases
 * @param out the CSV file of the results
 * @param master Spark's master, unused by the program that runs without Spark
 */
public record SweepOptions(List<SweepCase> cases, Path out, String master) {
    private static final Map<String, String> DEFAULTS = Map.of(
            "--omega", "3.476",
            "--currents", "4e-4,8e-4,1.6e-3",
            "--spreads", "0.01,0.03",
            "--grains", "2000",
            "--seeds", "2",
            "--out", "examples/target/sweep/sweep.csv",
            "--master", "local[*]");

    /** Copies the list. */
    public SweepOptions {
        cases = List.copyOf(cases);
    }

    /**
     * Reads arguments of the form {@code --name value}; lists are separated by commas.
     *
     * @param arguments the arguments
     * @return the options
     * @throws InvalidInputException if an option is unknown, lacks its value or holds no number
     */
    public static SweepOptions parse(String[] arguments) {
        Map<String, String> values = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            if (!DEFAULTS.containsKey(arguments[i])) {
                throw new InvalidInputException("unknown argument \"" + arguments[i] + "\"; valid are "
                        + String.join(", ", DEFAULTS.keySet().stream().sorted().toList()));
            }
            if (i + 1 == arguments.length) {
                throw new InvalidInputException(arguments[i] + " needs a value");
            }
            values.put(arguments[i], arguments[i + 1]);
        }
        List<SweepCase> cases = SweepCase.grid(
                numbers(values, "--omega").get(0),
                numbers(values, "--currents"),
                numbers(values, "--spreads"),
                numbers(values, "--grains").get(0).intValue(),
                numbers(values, "--seeds").get(0).intValue());
        return new SweepOptions(cases, Path.of(text(values, "--out")), text(values, "--master"));
    }

    private static String text(Map<String, String> values, String option) {
        return values.getOrDefault(option, "");
    }

    private static List<Double> numbers(Map<String, String> values, String option) {
        try {
            return Arrays.stream(text(values, option).split(","))
                    .map(Double::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            throw new InvalidInputException(option + " needs numbers, but was \"" + text(values, option) + "\"", e);
        }
    }
}
