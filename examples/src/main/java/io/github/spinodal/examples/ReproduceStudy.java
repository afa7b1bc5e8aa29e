package io.github.spinodal.examples;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.Weighting;
import io.github.spinodal.examples.files.CyclingFileSection;
import io.github.spinodal.examples.files.ForceFileSection;
import io.github.spinodal.examples.files.ImpedanceFileSection;
import io.github.spinodal.examples.report.ReportWriter;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.study.CapacitySection;
import io.github.spinodal.examples.study.FilmSection;
import io.github.spinodal.examples.study.ImpedanceSection;
import io.github.spinodal.examples.study.OscillationSection;
import io.github.spinodal.examples.study.ShearForceSection;
import io.github.spinodal.examples.study.StructureSection;
import io.github.spinodal.examples.study.ThermodynamicsSection;
import io.github.spinodal.phasefield.oscillation.study.StudySettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Computes every figure and table of the study that what is printed lets one compute, and writes a report; or analyses
 * the reader's own files into the same kind of report.
 *
 * <p>Writes {@code index.html}, {@code results.csv}, {@code results.json} and {@code figures/} into
 * {@code examples/target/study}, or into the folder that {@code --out} names. Exit codes: 0 success, 2 arguments or data
 * that are not valid, 3 trouble with the disk.
 */
public final class ReproduceStudy {
    private static final int EXIT_INVALID = 2;
    private static final int EXIT_DISK = 3;

    private static final List<String> OPTIONS =
            List.of("--eis", "--cycling", "--force", "--out", "--circuit", "--weighting", "--grains", "--help");
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
            err.println("cannot read or write " + e.getMessage());
            return EXIT_DISK;
        }
    }

    /** What computes a section. */
    @FunctionalInterface
    private interface Job {
        Section compute() throws IOException;
    }

    private static int report(CommandLine line, PrintStream out, PrintStream err) throws IOException {
        Map<String, Job> jobs = fileJobs(line);
        boolean ownFiles = !jobs.isEmpty();
        if (!ownFiles) {
            studyJobs(jobs, line);
        }
        Path folder = Path.of(line.text("--out", defaultFolder().toString()));
        int exitCode = 0;
        List<Section> sections = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, Job> job : jobs.entrySet()) {
            out.printf(Locale.ROOT, "[%d/%d] %s ... ", ++number, jobs.size(), job.getKey());
            out.flush();
            long start = System.nanoTime();
            try {
                sections.add(job.getValue().compute());
                out.printf(Locale.ROOT, "%.1f s%n", (System.nanoTime() - start) / 1e9);
            } catch (InvalidInputException e) {
                // One bad file must not take the others with it.
                out.println("refused");
                err.println(e.getMessage());
                exitCode = EXIT_INVALID;
            } catch (IOException e) {
                out.println("unreadable");
                err.println("cannot read " + e.getMessage());
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

    private static Map<String, Job> fileJobs(CommandLine line) throws IOException {
        Map<String, Job> jobs = new LinkedHashMap<>();
        Circuit circuit = Circuit.parse(line.text("--circuit", "R(Q(RW))"));
        Weighting weighting = line.choice("--weighting", Weighting.MODULUS);
        for (Path file : line.files("--eis")) {
            jobs.put(file.toString(), () -> ImpedanceFileSection.compute(file, circuit, weighting));
        }
        for (Path file : line.files("--cycling")) {
            jobs.put(file.toString(), () -> CyclingFileSection.compute(file));
        }
        for (Path file : line.files("--force")) {
            jobs.put(file.toString(), () -> ForceFileSection.compute(file));
        }
        return jobs;
    }

    private static void studyJobs(Map<String, Job> jobs, CommandLine line) {
        jobs.put("free energy and open-circuit voltage", ThermodynamicsSection::compute);
        jobs.put("films, coatings and grains", FilmSection::compute);
        jobs.put("crystal structure", StructureSection::compute);
        jobs.put("cycling", CapacitySection::compute);
        jobs.put("impedance and diffusion", ImpedanceSection::compute);
        StudySettings settings = StudySettings.withDefaults().withGrains((int) line.number("--grains", 1000));
        jobs.put("voltage oscillations", () -> OscillationSection.compute(settings, step -> {}));
        jobs.put("shear-force microscopy", ShearForceSection::compute);
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
