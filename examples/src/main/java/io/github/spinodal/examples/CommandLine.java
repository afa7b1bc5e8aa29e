package io.github.spinodal.examples;

import io.github.spinodal.core.InvalidInputException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Arguments of the form {@code --name value}; file options may repeat and may hold wildcards. */
final class CommandLine {
    private final Map<String, List<String>> values = new TreeMap<>();

    private CommandLine() {}

    /**
     * Reads arguments.
     *
     * @param arguments the arguments of a program
     * @param known every valid option, with its leading dashes
     * @param flags the options among them that take no value
     * @throws InvalidInputException if an option is unknown or lacks its value
     */
    static CommandLine parse(String[] arguments, List<String> known, List<String> flags) {
        CommandLine line = new CommandLine();
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i];
            if (!known.contains(option)) {
                throw new InvalidInputException(
                        "unknown argument \"" + option + "\"; valid are " + String.join(", ", known));
            }
            List<String> given = line.values.computeIfAbsent(option, o -> new ArrayList<>());
            if (flags.contains(option)) {
                continue;
            }
            if (i + 1 >= arguments.length || known.contains(arguments[i + 1])) {
                throw new InvalidInputException(option + " needs a value");
            }
            // A shell expands "--eis *.csv" into several values before the program sees it.
            while (i + 1 < arguments.length && !known.contains(arguments[i + 1])) {
                given.add(arguments[++i]);
            }
        }
        return line;
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    String text(String option, String otherwise) {
        List<String> given = values.getOrDefault(option, List.of());
        if (given.size() > 1) {
            throw new InvalidInputException(option + " takes one value, but was given " + String.join(" ", given));
        }
        return given.isEmpty() ? otherwise : given.get(0);
    }

    double number(String option, double otherwise) {
        String text = text(option, "");
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(option + " needs a number, but was given \"" + text + "\"", e);
        }
    }

    /** One of the constants of an enum, written in lower case with dashes. */
    <E extends Enum<E>> E choice(String option, E otherwise) {
        String text = text(option, spelled(otherwise));
        List<String> valid = new ArrayList<>();
        for (E constant : otherwise.getDeclaringClass().getEnumConstants()) {
            if (spelled(constant).equals(text)) {
                return constant;
            }
            valid.add(spelled(constant));
        }
        throw new InvalidInputException(
                option + " must be one of " + String.join(", ", valid) + ", but was \"" + text + "\"");
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The files of an option, wildcards in the last part of a path expanded in the order of their names. */
    List<Path> files(String option) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String pattern : values.getOrDefault(option, List.of())) {
            Path path = Path.of(pattern);
            if (Files.exists(path) || !pattern.matches(".*[*?\\[{].*")) {
                files.add(path);
                continue;
            }
            Path folder = path.getParent() == null ? Path.of(".") : path.getParent();
            List<Path> matches = new ArrayList<>();
            try (DirectoryStream<Path> stream =
                    Files.newDirectoryStream(folder, path.getFileName().toString())) {
                stream.forEach(matches::add);
            }
            if (matches.isEmpty()) {
                throw new InvalidInputException("no file matches " + pattern);
            }
            matches.sort(null);
            files.addAll(matches);
        }
        return files;
    }
}
