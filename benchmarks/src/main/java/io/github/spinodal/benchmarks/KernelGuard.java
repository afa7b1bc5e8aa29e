package io.github.spinodal.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Fails when the shipped grain kernel loses its lead over the plain scalar kernel: the sign that a loop is no longer
 * vectorised. The two take turns within one run, by the processor time of their thread, and the median of the ratios
 * counts, so that other programs hardly matter. The {@code checks} profile runs it; on its own:
 *
 * <pre>mvn -Pchecks -pl benchmarks -am -DskipTests verify</pre>
 */
public final class KernelGuard {
    /**
     * Smallest lead: the geometric mean of the smallest lead with vectors, 8.2 (256 bits; 9.1 to 9.4 with 512), and of the
     * largest without, 3.05 (-XX:-UseSuperWord). Measured on JDK 17 and an AMD EPYC under a load of 16 on two cores.
     */
    static final double SMALLEST_RATIO = 5;

    private static final int GRAINS = 10_000;
    private static final int WARM_UP_CALLS = 20_000;
    private static final int ROUNDS = 101;
    private static final int CALLS = 50;

    private KernelGuard() {}

    /**
     * Measures and compares.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        GrainKernelBenchmark kernels = new GrainKernelBenchmark();
        kernels.grains = GRAINS;
        kernels.draw();
        double difference = Math.abs(kernels.plain() - kernels.shipped());
        if (!(difference < 1e-9)) {
            throw new IllegalStateException("the kernels' potentials differ by " + difference + " kT/e");
        }
        for (int i = 0; i < WARM_UP_CALLS / CALLS; i++) {
            nanoseconds(kernels::shipped);
            if (i % 4 == 0) {
                nanoseconds(kernels::plain);
            }
        }
        double[] ratio = new double[ROUNDS];
        double[] shipped = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            shipped[i] = nanoseconds(kernels::shipped);
            ratio[i] = nanoseconds(kernels::plain) / shipped[i];
        }
        Arrays.sort(ratio);
        Arrays.sort(shipped);
        String verdict = String.format(
                Locale.ROOT,
                "the shipped kernel takes %.2f ns per grain, the plain one %.2f times as long (quartiles %.2f to %.2f; at"
                        + " least %.1f asked)",
                shipped[ROUNDS / 2],
                ratio[ROUNDS / 2],
                ratio[ROUNDS / 4],
                ratio[3 * ROUNDS / 4],
                SMALLEST_RATIO);
        if (!(ratio[ROUNDS / 2] >= SMALLEST_RATIO)) {
            throw new IllegalStateException(verdict);
        }
        System.out.println(verdict);
    }

    /** Processor time per grain of a few calls; the sum keeps the calls from being left out. */
    private static double nanoseconds(DoubleSupplier kernel) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long start = clock.getCurrentThreadCpuTime();
        double sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += kernel.getAsDouble();
        }
        long end = clock.getCurrentThreadCpuTime();
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a kernel found no potential");
        }
        return (end - start) / ((double) CALLS * GRAINS);
    }
}
