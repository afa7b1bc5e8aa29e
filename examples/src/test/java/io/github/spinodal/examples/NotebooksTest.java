package io.github.spinodal.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of the notebooks without a kernel; {@code examples/notebooks/run} executes them. */
class NotebooksTest {
    private static final Pattern MAGIC = Pattern.compile("^ *\"(%\\w+)", Pattern.MULTILINE);

    static List<Path> notebooks() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(SharedData.repository().resolve("examples/notebooks"), "*.ipynb")) {
            files.forEach(found::add);
        }
        return found;
    }

    @Test
    void thereAreFive() throws IOException {
        assertEquals(5, notebooks().size());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void outputsAreStripped(Path notebook) throws IOException {
        String text = Files.readString(notebook);
        long code = count(text, "\"cell_type\": \"code\"");
        assertTrue(code > 5, notebook + " holds code");
        assertEquals(code, count(text, "\"outputs\": []"), notebook + " holds no outputs");
        assertEquals(code, count(text, "\"execution_count\": null"), notebook + " holds no counts");
    }

    /** %maven is the one magic that JJava and IJava share in name and meaning. */
    @ParameterizedTest
    @MethodSource("notebooks")
    void magicsWorkInEveryKernel(Path notebook) throws IOException {
        Matcher magic = MAGIC.matcher(Files.readString(notebook));
        assertTrue(magic.find());
        do {
            assertEquals("%maven", magic.group(1), notebook::toString);
        } while (magic.find());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void versionsAreThoseOfTheBuild(Path notebook) throws IOException {
        String pom = Files.readString(SharedData.repository().resolve("pom.xml"));
        String text = Files.readString(notebook);
        Matcher ours = Pattern.compile("%maven io\\.github\\.spinodal:[a-z-]+:([^\\\\\"]+)")
                .matcher(text);
        while (ours.find()) {
            assertTrue(pom.contains("<version>" + ours.group(1) + "</version>"), ours.group());
        }
        Matcher theirs = Pattern.compile("%maven [\\w.]+:(xchart|VectorGraphics2D|jqwik):([^\\\\\"]+)")
                .matcher(text);
        while (theirs.find()) {
            assertTrue(pom.toLowerCase(Locale.ROOT)
                    .contains("<" + theirs.group(1).toLowerCase(Locale.ROOT) + ".version>" + theirs.group(2)));
        }
        assertFalse(text.contains("../shared"), "a notebook brings its own data");
    }

    private static long count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1L;
    }
}
