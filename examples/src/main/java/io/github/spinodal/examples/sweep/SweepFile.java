package io.github.spinodal.examples.sweep;

import io.github.spinodal.core.table.ResultTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A sweep's results on disk. What is already there is not computed again, and a finished file holds the rows in the order
 * of the cases, so that it is the same, byte for byte, however often the sweep was interrupted and whoever computed it.
 */
public final class SweepFile {
    private static final int KEY_COLUMNS = 5;

    private final Path path;

    private SweepFile(Path path) {
        this.path = path;
    }

    /**
     * The results at a path.
     *
     * @param path the CSV file, which need not exist yet
     * @return the file
     */
    public static SweepFile of(Path path) {
        return new SweepFile(path);
    }

    /**
     * Computes the cases that the file lacks, a batch at a time, and saves after each batch.
     *
     * @param cases all cases of the sweep
     * @param batch cases per batch, at least 1
     * @param executor what computes a batch, keeping its order
     * @return how many cases were computed now
     * @throws IOException if the file cannot be read or written
     */
    public int complete(List<SweepCase> cases, int batch, Function<List<SweepCase>, List<SweepOutcome>> executor)
            throws IOException {
        Map<String, String> lines = read();
        List<SweepCase> missing =
                cases.stream().filter(c -> !lines.containsKey(key(c))).toList();
        for (int from = 0; from < missing.size(); from += batch) {
            List<SweepCase> part = missing.subList(from, Math.min(missing.size(), from + batch));
            for (SweepOutcome outcome : executor.apply(new ArrayList<>(part))) {
                lines.put(key(outcome.sweepCase()), line(outcome));
            }
            write(cases, lines);
        }
        return missing.size();
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> lines = new LinkedHashMap<>();
        if (Files.exists(path)) {
            List<String> all = Files.readAllLines(path);
            for (String line : all.subList(Math.min(1, all.size()), all.size())) {
                lines.put(keyOf(line), line);
            }
        }
        return lines;
    }

    /** By way of a neighbour, so that an interruption leaves the last good file. */
    private void write(List<SweepCase> cases, Map<String, String> lines) throws IOException {
        StringBuilder text = new StringBuilder(header(cases.get(0))).append('\n');
        for (SweepCase sweepCase : cases) {
            String line = lines.get(key(sweepCase));
            if (line != null) {
                text.append(line).append('\n');
            }
        }
        Path whole = path.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path neighbour = whole.resolveSibling(whole.getFileName() + ".part");
        Files.writeString(neighbour, text, StandardCharsets.UTF_8);
        Files.move(neighbour, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String header(SweepCase any) {
        return csv(SweepOutcome.pending(any)).get(0);
    }

    private static String line(SweepOutcome outcome) {
        return csv(outcome).get(1);
    }

    private static String key(SweepCase sweepCase) {
        return keyOf(line(SweepOutcome.pending(sweepCase)));
    }

    private static List<String> csv(SweepOutcome outcome) {
        return ResultTable.of(List.of(outcome.toRow())).toCsv().lines().toList();
    }

    private static String keyOf(String line) {
        int end = -1;
        for (int i = 0; i < KEY_COLUMNS; i++) {
            end = line.indexOf(',', end + 1);
        }
        return end < 0 ? line : line.substring(0, end);
    }
}
