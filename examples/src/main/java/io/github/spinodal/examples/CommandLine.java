package io.github.spinodal.examples;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.quantity.Measured;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;

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

    /** A whole number. */
    int integer(String option, int otherwise) {
        double number = number(option, otherwise);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            throw new InvalidInputException(option + " needs a whole number, but was given " + text(option, ""));
        }
        return (int) number;
    }

    /** A number with its standard uncertainty after +- or \u00b1, or an exact one. */
    Optional<Measured> measured(String option) {
        String text = text(option, "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split("\\+-|\u00b1", 2);
        try {
            double uncertainty = parts.length == 1 ? 0 : Double.parseDouble(parts[1]);
            return Optional.of(Measured.of(Double.parseDouble(parts[0]), uncertainty));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    option + " needs a number such as 1.885 or 1.885+-0.02, but was given \"" + text + "\"", e);
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

    /** The files of an option, wildcards in the last part of a path expanded in the order of their names, each once. */
    List<Path> files(String option) throws IOException {
        Set<Path> files = new LinkedHashSet<>();
        for (String pattern : values.getOrDefault(option, List.of())) {
            Path path = path(pattern);
            if (Files.isDirectory(path)) {
                throw new InvalidInputException(
                        path + " is a folder; name files, or all of them as \"" + path.resolve("*") + "\"");
            }
            if (Files.exists(path) || !pattern.matches(".*[*?\\[{].*")) {
                files.add(path);
            } else {
                files.addAll(matching(path));
            }
        }
        return List.copyOf(files);
    }

    private static List<Path> matching(Path path) throws IOException {
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        List<Path> matches = new ArrayList<>();
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(folder, path.getFileName().toString())) {
            for (Path match : stream) {
                if (Files.isRegularFile(match)) {
                    matches.add(match);
                }
            }
        } catch (PatternSyntaxException e) {
            throw new InvalidInputException(path + " is not a valid wildcard: " + e.getDescription(), e);
        }
        if (matches.isEmpty()) {
            throw new InvalidInputException("no file matches " + path);
        }
        matches.sort(null);
        return matches;
    }

    /** The path that a text names. */
    static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidInputException("\"" + text + "\" cannot be the name of a file: " + e.getReason(), e);
        }
    }
}
