package io.github.spinodal.phasefield.oscillation;

import java.util.Arrays;

/**
 * Makes a record fit for analysis: samples of one charge become one, pauses are cut out, lone spikes are taken out, very
 * long records are averaged in cells of charge. Counts what it did.
 */
final class CurveCleaning {
    private static final int PAUSE_RUN = 5;
    private static final double SPIKE = 8;
    private static final int HALF_WINDOW = 3;
    private static final int LARGEST_SIZE = 6000;

    final double[] charge;
    final double[] voltage;
    final int pauses;
    final int spikes;
    final int averagedFrom;
    final double resolutionVolt;

    private CurveCleaning(
            double[] charge, double[] voltage, int pauses, int spikes, int averagedFrom, double resolutionVolt) {
        this.charge = charge;
        this.voltage = voltage;
        this.pauses = pauses;
        this.spikes = spikes;
        this.averagedFrom = averagedFrom;
        this.resolutionVolt = resolutionVolt;
    }

    static CurveCleaning of(double[] charge, double[] voltage) {
        if (charge.length == 0) {
            return new CurveCleaning(charge, voltage, 0, 0, 0, 0);
        }
        double resolution = resolution(voltage);
        int[] runs = runLengths(charge);
        int[] sorted = runs.clone();
        Arrays.sort(sorted);
        int usual = sorted[sorted.length / 2];
        double[] q = new double[runs.length];
        double[] v = new double[runs.length];
        int pauses = 0;
        int at = 0;
        for (int k = 0; k < runs.length; k++) {
            boolean pause = runs[k] >= PAUSE_RUN * usual;
            int used = pause ? usual : runs[k];
            double sum = 0;
            for (int i = at; i < at + used; i++) {
                sum += voltage[i];
            }
            q[k] = charge[at];
            v[k] = sum / used;
            pauses += pause ? 1 : 0;
            at += runs[k];
        }
        boolean[] spike = spikes(v, resolution);
        int kept = 0;
        for (int i = 0; i < q.length; i++) {
            if (!spike[i]) {
                q[kept] = q[i];
                v[kept] = v[i];
                kept++;
            }
        }
        int spikes = q.length - kept;
        q = Arrays.copyOf(q, kept);
        v = Arrays.copyOf(v, kept);
        if (kept <= LARGEST_SIZE) {
            return new CurveCleaning(q, v, pauses, spikes, kept, resolution);
        }
        double[][] averaged = averaged(q, v);
        return new CurveCleaning(averaged[0], averaged[1], pauses, spikes, kept, resolution);
    }

    private static int[] runLengths(double[] charge) {
        int[] runs = new int[charge.length];
        int count = 0;
        for (int i = 0; i < charge.length; i++) {
            if (i == 0 || charge[i] > charge[i - 1]) {
                count++;
            }
            runs[count - 1]++;
        }
        return Arrays.copyOf(runs, count);
    }

    /** Up to three samples that stand far out of the median of the seven around them. */
    private static boolean[] spikes(double[] voltage, double resolution) {
        int n = voltage.length;
        boolean[] spike = new boolean[n];
        if (n < 20) {
            return spike;
        }
        double[] deviation = new double[n];
        double[] window = new double[2 * HALF_WINDOW + 1];
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, Math.min(n - window.length, i - HALF_WINDOW));
            System.arraycopy(voltage, from, window, 0, window.length);
            Arrays.sort(window);
            deviation[i] = Math.abs(voltage[i] - window[HALF_WINDOW]);
        }
        double[] sorted = deviation.clone();
        Arrays.sort(sorted);
        double scale = Math.max(Math.max(1.4826 * sorted[n / 2], 0.5 * sorted[(int) (0.9 * n)]), resolution);
        for (int i = HALF_WINDOW; i < n - HALF_WINDOW; i++) {
            spike[i] = deviation[i] > SPIKE * scale && deviation[i] > 0;
        }
        return spike;
    }

    /** The step of which all voltages are multiples, or zero if there is none that matters. */
    static double resolution(double[] voltage) {
        double[] sorted = voltage.clone();
        Arrays.sort(sorted);
        int distinct = 1;
        double smallest = Double.POSITIVE_INFINITY;
        double tolerance = 1e-9 * Math.max(1, Math.abs(sorted[sorted.length - 1]));
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            if (gap > tolerance) {
                distinct++;
                smallest = Math.min(smallest, gap);
            }
        }
        if (distinct < 2 || distinct > 0.7 * sorted.length) {
            return 0;
        }
        for (double value : sorted) {
            double steps = (value - sorted[0]) / smallest;
            if (Math.abs(steps - Math.rint(steps)) > 0.02 + 1e-6 * steps) {
                return 0;
            }
        }
        return smallest;
    }

    private static double[][] averaged(double[] charge, double[] voltage) {
        int cells = LARGEST_SIZE * 2 / 3;
        double first = charge[0];
        double span = charge[charge.length - 1] - first;
        double[] q = new double[cells];
        double[] v = new double[cells];
        int[] count = new int[cells];
        for (int i = 0; i < charge.length; i++) {
            int cell = Math.min(cells - 1, (int) ((charge[i] - first) / span * cells));
            q[cell] += charge[i];
            v[cell] += voltage[i];
            count[cell]++;
        }
        int kept = 0;
        for (int c = 0; c < cells; c++) {
            if (count[c] > 0) {
                q[kept] = q[c] / count[c];
                v[kept] = v[c] / count[c];
                kept++;
            }
        }
        return new double[][] {Arrays.copyOf(q, kept), Arrays.copyOf(v, kept)};
    }
}
