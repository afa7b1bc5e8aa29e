package io.github.spinodal.examples.spark;

import io.github.spinodal.core.InvalidInputException;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.table.ResultTable;
import io.github.spinodal.core.table.Row;
import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.CircuitFit;
import io.github.spinodal.eis.CircuitFitter;
import io.github.spinodal.eis.io.SpectrumFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Fits a folder of spectra on a cluster: circuit, spectra and fits travel as they are. */
public final class SparkSpectra {
    private SparkSpectra() {}

    /**
     * Runs the fits.
     *
     * @param arguments folder of spectra, circuit code, CSV file of the results, and optionally Spark's master
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            throw new InvalidInputException("needs a folder of spectra, a circuit code and a file for the results");
        }
        Circuit circuit = Circuit.parse(arguments[1]);
        SparkConf configuration = new SparkConf()
                .setAppName("spinodal-spectra")
                .setMaster(arguments.length > 3 ? arguments[3] : "local[*]")
                .set("spark.ui.enabled", "false");
        List<ImpedanceSpectrum> spectra = spectra(Path.of(arguments[0]));
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            List<CircuitFit> fits = spark.parallelize(spectra, spectra.size())
                    .map(spectrum -> CircuitFitter.fit(circuit, spectrum))
                    .collect();
            ResultTable.of(fits.stream().map(SparkSpectra::row).toList()).writeCsv(Path.of(arguments[2]));
            System.out.println(fits.size() + " spectra fitted by Spark, results in " + arguments[2]);
        }
    }

    private static List<ImpedanceSpectrum> spectra(Path folder) throws IOException {
        List<ImpedanceSpectrum> spectra = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try {
                    SpectrumFiles.read(file)
                            .items()
                            .forEach(s -> spectra.add(s.withMetadata("file", file.getFileName().toString())));
                } catch (InvalidInputException e) {
                    System.err.println("left out: " + e.getMessage());
                }
            }
        }
        return spectra;
    }

    private static Row row(CircuitFit fit) {
        Row row = Row.empty().with("file", fit.spectrum().metadata().getOrDefault("file", ""));
        double[] values = fit.values();
        double[] errors = fit.standardErrors();
        List<String> names = fit.circuit().parameterNames();
        for (int i = 0; i < values.length; i++) {
            row = row.with(names.get(i), values[i]).with(names.get(i) + "_uncertainty", errors[i]);
        }
        return row.with("ssr", fit.sumOfSquares()).with("converged", fit.converged());
    }
}
