package io.github.spinodal.examples;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.Weighting;
import io.github.spinodal.examples.files.CyclingFileSection;
import io.github.spinodal.examples.files.ForceFileSection;
import io.github.spinodal.examples.files.ImpedanceFileSection;
import io.github.spinodal.examples.files.ImpedanceSettings;
import io.github.spinodal.examples.report.ReportWriter;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Steps;
import io.github.spinodal.examples.study.CapacitySection;
import io.github.spinodal.examples.study.FilmSection;
import io.github.spinodal.examples.study.ImpedanceSection;
import io.github.spinodal.examples.study.OscillationSection;
import io.github.spinodal.examples.study.ShearForceSection;
import io.github.spinodal.examples.study.StructureSection;
import io.github.spinodal.examples.study.ThermodynamicsSection;
import io.github.spinodal.phasefield.oscillation.study.StudySettings;
import io.github.spinodal.sfmm.io.ForceReadOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Computes every figure and table of the study that what is printed lets one compute, and writes a report; or analyses
 * the reader's own files into the same kind of report.
 *
 * <p>Writes {@code index.html}, {@code results.csv}, {@code results.json} and {@code figures/} into
 * {@code examples/target/study}, or into the folder that {@code --out} names. Exit codes: 0 success, 2 arguments or data
 * that are not valid, 3 a file that cannot be read or written.
 */
public final class ReproduceStudy {
    private static final int EXIT_INVALID = 2;
    private static final int EXIT_DISK = 3;

    /** Steps of the oscillations with the default settings; only the bar depends on it. */
    private static final int OSCILLATION_STEPS = 77;

    private static final List<String> OPTIONS = Stream.concat(
                    Stream.of(
                            "--eis",
                            "--cycling",
                            "--force",
                            "--out",
                            "--circuit",
                            "--weighting",
                            "--sensitivity",
                            "--spring-constant",
                            "--grains",
                            "--help"),
                    DiffusionOptions.names().stream())
            .toList();
    private static final List<String> FLAGS = List.of("--help");
    private static final String STUDY_TITLE = "LTO thin films with AZO coatings: the study, recomputed";
    private static final String OWN_TITLE = "Your files, analysed by Spinodal";

    private ReproduceStudy() {}

    /**
     * Runs the program.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        int exitCode = run(arguments, System.out, System.err);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            CommandLine line = CommandLine.parse(arguments, OPTIONS, FLAGS);
            if (line.has("--help")) {
                out.print(Help.TEXT);
                return 0;
            }
            return report(line, out, err);
        } catch (InvalidInputException e) {
            err.println(e.getMessage());
            return EXIT_INVALID;
        } catch (IOException e) {
            err.println(sentence(e));
            return EXIT_DISK;
        }
    }

    /** What computes a section. */
    @FunctionalInterface
    private interface Job {
        Section compute(Steps steps) throws IOException;
    }

    private static int report(CommandLine line, PrintStream out, PrintStream err) throws IOException {
        Map<String, Job> jobs = fileJobs(line);
        boolean ownFiles = !jobs.isEmpty();
        if (!ownFiles) {
            studyJobs(jobs, line);
        }
        Path folder = CommandLine.path(line.text("--out", defaultFolder().toString()));
        int exitCode = 0;
        List<Section> sections = new ArrayList<>();
        Progress progress = new Progress(out, Progress.isTerminal(out), jobs.size());
        for (Map.Entry<String, Job> job : jobs.entrySet()) {
            progress.begin(job.getKey());
            try {
                sections.add(job.getValue().compute((done, all, what) -> progress.step((double) done / all, what)));
                progress.end();
            } catch (InvalidInputException e) {
                // One bad file must not take the others with it.
                progress.end("refused");
                err.println(e.getMessage());
                exitCode = EXIT_INVALID;
            } catch (IOException e) {
                progress.end("unreadable");
                err.println(sentence(e));
                exitCode = EXIT_DISK;
            }
        }
        if (!sections.isEmpty()) {
            ReportWriter.write(
                    folder, ownFiles ? OWN_TITLE : STUDY_TITLE, ownFiles ? List.of() : INTRODUCTION, sections);
            out.println("report: " + folder.resolve("index.html"));
            out.println("rows:   " + folder.resolve("results.csv"));
        }
        return exitCode;
    }

    /** What went wrong with a file; the messages of the platform are often no more than its name. */
    private static String sentence(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file: " + e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "not allowed to read or write " + e.getMessage();
        }
        return "cannot read or write " + e.getMessage();
    }

    private static Map<String, Job> fileJobs(CommandLine line) throws IOException {
        Map<String, Job> jobs = new LinkedHashMap<>();
        ImpedanceSettings settings = new ImpedanceSettings(
                Circuit.parse(line.text("--circuit", "R(Q(RW))")),
                line.choice("--weighting", Weighting.MODULUS),
                DiffusionOptions.parse(line));
        named(line.files("--eis"))
                .forEach((name, file) -> jobs.put(
                        "impedance of " + file, steps -> ImpedanceFileSection.compute(file, name, settings, steps)));
        named(line.files("--cycling"))
                .forEach((name, file) ->
                        jobs.put("cycling of " + file, steps -> CyclingFileSection.compute(file, name, steps)));
        ForceReadOptions options = forceOptions(line);
        named(line.files("--force"))
                .forEach((name, file) -> jobs.put(
                        "force curves of " + file, steps -> ForceFileSection.compute(file, name, options, steps)));
        if (settings.diffusion().isPresent() && line.files("--eis").isEmpty()) {
            throw new InvalidInputException("a diffusion coefficient needs a spectrum: --eis FILE");
        }
        return jobs;
    }

    private static ForceReadOptions forceOptions(CommandLine line) {
        ForceReadOptions options = ForceReadOptions.withDefaults();
        if (line.has("--sensitivity")) {
            options = options.withDeflectionSensitivity(line.number("--sensitivity", Double.NaN));
        }
        return line.has("--spring-constant")
                ? options.withSpringConstant(line.number("--spring-constant", Double.NaN))
                : options;
    }

    /** Files by name; those that share a name, in different folders, by their path. */
    private static Map<String, Path> named(List<Path> files) {
        Map<String, Path> named = new LinkedHashMap<>();
        for (Path file : files) {
            Path name = file.getFileName();
            long same = files.stream().filter(f -> f.getFileName().equals(name)).count();
            named.put(same == 1 ? name.toString() : file.toString(), file);
        }
        return named;
    }

    private static void studyJobs(Map<String, Job> jobs, CommandLine line) {
        jobs.put("free energy and open-circuit voltage", steps -> ThermodynamicsSection.compute());
        jobs.put("films, coatings and grains", steps -> FilmSection.compute());
        jobs.put("crystal structure", steps -> StructureSection.compute());
        jobs.put("cycling", steps -> CapacitySection.compute());
        jobs.put("impedance and diffusion", steps -> ImpedanceSection.compute());
        StudySettings settings = StudySettings.withDefaults()
                .withGrains(
                        line.integer("--grains", StudySettings.withDefaults().grains()))
                .withThreads(Runtime.getRuntime().availableProcessors());
        jobs.put("voltage oscillations", steps -> {
            AtomicInteger done = new AtomicInteger();
            return OscillationSection.compute(
                    settings, what -> steps.at(done.getAndIncrement(), OSCILLATION_STEPS, what));
        });
        jobs.put("shear-force microscopy", steps -> ShearForceSection.compute());
    }

    /** From the root of the project or from the module itself, always the module's own target folder. */
    private static Path defaultFolder() {
        Path module = Path.of("examples");
        return (Files.isDirectory(module) ? module : Path.of(""))
                .resolve("target")
                .resolve("study");
    }

    private static final List<String> INTRODUCTION = List.of(
            "Y. Chen, H. Pan, C. Lin, J. Li, R. Cai, S. J. Haigh, G. Zhao, J. Zhang, Y. Lin, O. V. Kolosov and Z. Huang,"
                    + " \"Controlling interfacial reduction kinetics and suppressing electrochemical oscillations in"
                    + " Li4Ti5O12 thin-film anodes\", with its supporting information, is called the study below.",
            "Each row shows what Spinodal computes beside what the study prints, and says whether they agree. Where they do"
                    + " not, the row says why. What was calibrated to agree is marked so, and nothing else was adjusted.");
}
