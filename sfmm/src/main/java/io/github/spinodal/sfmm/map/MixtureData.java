package io.github.spinodal.sfmm.map;

/** Values with how often each occurs. */
final class MixtureData {
    private final double[] values;
    private final double[] counts;
    private final double total;

    private MixtureData(double[] values, double[] counts, double total) {
        this.values = values;
        this.counts = counts;
        this.total = total;
    }

    static MixtureData exact(double[] sorted) {
        double[] counts = new double[sorted.length];
        java.util.Arrays.fill(counts, 1);
        return new MixtureData(sorted, counts, sorted.length);
    }

    /** Classes of equal width, each represented by the mean of its values. */
    static MixtureData binned(double[] sorted, int classes) {
        double low = sorted[0];
        double width = (sorted[sorted.length - 1] - low) / classes;
        double[] sums = new double[classes];
        double[] counts = new double[classes];
        for (double value : sorted) {
            int i = Math.min(classes - 1, (int) ((value - low) / width));
            sums[i] += value;
            counts[i]++;
        }
        int used = 0;
        for (int i = 0; i < classes; i++) {
            if (counts[i] > 0) {
                sums[used] = sums[i] / counts[i];
                counts[used++] = counts[i];
            }
        }
        return new MixtureData(
                java.util.Arrays.copyOf(sums, used), java.util.Arrays.copyOf(counts, used), sorted.length);
    }

    int size() {
        return values.length;
    }

    double value(int i) {
        return values[i];
    }

    double count(int i) {
        return counts[i];
    }

    double total() {
        return total;
    }

    double standardDeviation() {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += counts[i] * values[i] / total;
        }
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += counts[i] * (values[i] - mean) * (values[i] - mean) / total;
        }
        return Math.sqrt(squares);
    }
}
