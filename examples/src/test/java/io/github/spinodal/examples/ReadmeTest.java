package io.github.spinodal.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.examples.study.OverviewPicture;
import io.github.spinodal.fixtures.SharedData;
import io.github.spinodal.sfmm.simulation.CurveNoise;
import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every Java snippet of the README files as a notebook would, and follows every link to a file. */
class ReadmeTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS = Stream.of(
                    "core.chart",
                    "core.data",
                    "core.electrode",
                    "core.quantity",
                    "core.structure",
                    "core.thermo",
                    "eis",
                    "eis.chart",
                    "eis.io",
                    "phasefield",
                    "phasefield.impedance",
                    "phasefield.oscillation",
                    "phasefield.oscillation.chart",
                    "sfmm",
                    "sfmm.chart",
                    "sfmm.io")
            .map(name -> "import io.github.spinodal." + name + ".*;\n")
            .collect(Collectors.joining("", "import java.nio.file.*;\n", ""));

    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");

    static Stream<Path> readmes() {
        Path root = SharedData.repository();
        return Stream.of("README.md", "core/README.md", "eis/README.md", "phasefield/README.md", "sfmm/README.md")
                .map(root::resolve)
                .filter(Files::exists);
    }

    @Test
    void snippetsOfTheMainReadmeRunEachByItself() throws IOException {
        for (String snippet : snippets(Files.readString(SharedData.repository().resolve("README.md")))) {
            try (JShell shell = JShell.builder().executionEngine("local").build()) {
                run(shell, snippet);
            }
        }
    }

    /** They leave out the imports, and name files that a reader would have. */
    @ParameterizedTest
    @ValueSource(strings = {"core", "eis", "phasefield", "sfmm"})
    void snippetsOfAModuleRunOneAfterAnother(String module, @TempDir Path folder) throws IOException {
        Map<String, Path> files = Map.of(
                "cell.mpt",
                spectrum(folder),
                "curve.spm",
                forceCurve(folder),
                "curve.svg",
                folder.resolve("curve.svg"));
        String readme = Files.readString(SharedData.repository().resolve(module).resolve("README.md"));
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            run(shell, IMPORTS);
            for (String snippet : snippets(readme)) {
                String runnable = snippet;
                for (Map.Entry<String, Path> file : files.entrySet()) {
                    runnable = runnable.replace(
                            '"' + file.getKey() + '"', '"' + file.getValue().toString() + '"');
                }
                run(shell, runnable);
            }
        }
    }

    private static Path spectrum(Path folder) throws IOException {
        return Files.writeString(folder.resolve("spectrum.csv"), SampleSpectrum.csv());
    }

    private static Path forceCurve(Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("z (nm),deflection (nm)\n");
        ForceSegment approach = CurveSimulator.of(LayerLaws.power(45, 85, 1.5))
                .withNoise(CurveNoise.white(0.5))
                .simulate(7)
                .approach()
                .orElseThrow();
        for (int i = 0; i < approach.size(); i++) {
            csv.append(approach.zNanometres()[i] + "," + approach.deflectionNanometres()[i] + "\n");
        }
        return Files.writeString(folder.resolve("force.csv"), csv);
    }

    @ParameterizedTest
    @MethodSource("readmes")
    void linksLead(Path readme) throws IOException {
        Matcher link = LINK.matcher(Files.readString(readme));
        while (link.find()) {
            Path target = readme.resolveSibling(link.group(1));
            assertTrue(Files.exists(target), () -> readme + " links to " + target + ", which does not exist");
        }
    }

    @Test
    void mainReadmeHasASnippetPerModule() throws IOException {
        List<String> snippets =
                snippets(Files.readString(SharedData.repository().resolve("README.md")));
        for (String module : List.of("core", "eis", "phasefield", "sfmm")) {
            assertTrue(
                    snippets.stream().anyMatch(s -> s.contains("io.github.spinodal." + module)),
                    "no snippet for " + module);
        }
    }

    @Test
    void thePictureIsWhatItsProgramDraws(@TempDir Path folder) throws IOException {
        Path drawn = folder.resolve("overview.png");
        OverviewPicture.main(new String[] {drawn.toString()});
        BufferedImage now = ImageIO.read(drawn.toFile());
        BufferedImage committed = ImageIO.read(
                SharedData.repository().resolve("examples/figures/overview.png").toFile());
        assertEquals(now.getWidth(), committed.getWidth());
        assertEquals(now.getHeight(), committed.getHeight());
        // Fonts differ between machines; the curves, a tenth of a per cent of the pixels and more, must not.
        double difference = 0;
        for (int y = 0; y < now.getHeight(); y += 2) {
            for (int x = 0; x < now.getWidth(); x += 2) {
                difference += Math.abs((now.getRGB(x, y) & 0xff) - (committed.getRGB(x, y) & 0xff));
            }
        }
        double mean = 4 * difference / (255.0 * now.getWidth() * now.getHeight());
        assertTrue(mean < 0.05, "mean difference " + mean);
    }

    private static List<String> snippets(String markdown) {
        List<String> found = new ArrayList<>();
        Matcher matcher = SNIPPET.matcher(markdown);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static void run(JShell shell, String snippet) {
        String remaining = snippet;
        while (!remaining.isBlank()) {
            SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(remaining);
            assertFalse(next.source() == null, "incomplete snippet: " + remaining);
            for (SnippetEvent event : shell.eval(next.source())) {
                String diagnostics = shell.diagnostics(event.snippet())
                        .map(d -> d.getMessage(null))
                        .reduce("", (a, b) -> a + "\n" + b);
                assertEquals(
                        Snippet.Status.VALID, event.status(), event.snippet().source() + diagnostics);
                if (event.exception() != null) {
                    throw new AssertionError("in " + event.snippet().source(), event.exception());
                }
            }
            remaining = next.remaining();
        }
    }
}
