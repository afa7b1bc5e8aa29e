package io.github.spinodal.examples.spark;

import io.github.spinodal.examples.sweep.SweepCase;
import io.github.spinodal.examples.sweep.SweepFile;
import io.github.spinodal.examples.sweep.SweepOptions;
import java.io.IOException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** The parameter sweep on a cluster; its file is the same, byte for byte, as that of one machine. */
public final class SparkSweep {
    private static final int BATCHES_PER_CORE = 4;

    private SparkSweep() {}

    /**
     * Runs the sweep.
     *
     * @param arguments those of the sweep on one machine, and {@code --master local[*]} or a cluster's address
     * @throws IOException if the results cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        SweepOptions options = SweepOptions.parse(arguments);
        SparkConf configuration = new SparkConf()
                .setAppName("spinodal-sweep")
                .setMaster(options.master())
                .set("spark.ui.enabled", "false");
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            int batch = BATCHES_PER_CORE * spark.defaultParallelism();
            int computed = SweepFile.of(options.out()).complete(options.cases(), batch, cases -> spark.parallelize(
                            cases, cases.size())
                    .map(SweepCase::compute)
                    .collect());
            System.out.println(computed + " of " + options.cases().size() + " cases computed by Spark, results in " + options.out());
        }
    }
}
