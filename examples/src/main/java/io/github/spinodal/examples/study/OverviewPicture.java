package io.github.spinodal.examples.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws the picture of the README. */
public final class OverviewPicture {
    private OverviewPicture() {}

    /**
     * Draws it.
     *
     * @param arguments where to, {@code examples/figures/overview.png} if absent
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments.length > 0 ? arguments[0] : "examples/figures/overview.png");
        Files.write(path, OscillationSection.overview().png());
    }
}
