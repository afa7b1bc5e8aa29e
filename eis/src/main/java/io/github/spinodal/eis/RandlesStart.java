package io.github.spinodal.eis;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Start values for circuits of Randles' family, R0 + [Q | (R + diffusion)], from the data alone.
 *
 * <p>The admittance Y = 1/(Z - R0) = Q s^n + G/(1 + D(s)/k), with G = 1/R and k = R Y0, is linear in Q and G once R0, n, k
 * (and the diffusion time) are given: a grid over the latter with a two-column least-squares fit in each node finds the
 * basin of the best fit. The error of Y is |Y|^2 that of Z, which gives the weights.
 */
final class RandlesStart {
    private static final double[] SERIES_SHARES = {
        0, 0.2, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.996, 1.002, 1.008, 1.016
    };
    private static final double[] EXPONENTS = {0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1};
    private static final double[] CAPACITOR = {1};
    private static final int BANDS = 4;

    /** Points beyond this number add no information to a start value. */
    private static final int POINTS = 40;

    private static final Circuit INFINITE = Circuit.parse("W0", Notation.IMPEDANCE_PY);
    private static final Circuit BLOCKING = Circuit.parse("Wo0");
    private static final Circuit TRANSMITTING = Circuit.parse("Ws0");

    private final RandlesLayout layout;
    private final int m;
    private final double[] omega;
    private final double[] re;
    private final double[] im;

    private RandlesStart(RandlesLayout layout, ImpedanceSpectrum z, Scales scales) {
        this.layout = layout;
        int stride = Math.max(1, z.size() / POINTS);
        this.m = (z.size() + stride - 1) / stride;
        this.omega = new double[m];
        this.re = new double[m];
        this.im = new double[m];
        boolean falling = z.frequency(0) > z.frequency(1);
        for (int i = 0; i < m; i++) {
            int from = falling ? i * stride : z.size() - 1 - i * stride;
            omega[i] = z.angularFrequency(from) / scales.radianPerSecond();
            re[i] = z.real(from) / scales.ohm();
            im[i] = z.imaginary(from) / scales.ohm();
        }
    }

    /** Start values in reduced units, best first; empty if the circuit is not of the family or the data are hopeless. */
    static List<double[]> find(Circuit circuit, ImpedanceSpectrum z, Scales scales, int count) {
        Optional<RandlesLayout> layout = RandlesLayout.of(circuit);
        return layout.isEmpty() ? List.of() : new RandlesStart(layout.get(), z, scales).search(count);
    }

    private List<double[]> search(int count) {
        double[] exponents = layout.constantPhase() ? EXPONENTS : CAPACITOR;
        double[][] capRe = new double[exponents.length][m];
        double[][] capIm = new double[exponents.length][m];
        for (int e = 0; e < exponents.length; e++) {
            double cos = Math.cos(exponents[e] * Math.PI / 2);
            double sin = Math.sin(exponents[e] * Math.PI / 2);
            for (int i = 0; i < m; i++) {
                double modulus = Math.pow(omega[i], exponents[e]);
                capRe[e][i] = modulus * cos;
                capIm[e][i] = modulus * sin;
            }
        }
        double floor = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(5, m); i++) {
            floor = Math.min(floor, re[i]);
        }
        double inductance = layout.inductor() >= 0 ? Math.max(im[0] / omega[0], 0) : 0;
        double[] shares = layout.series() >= 0 && floor > 0 ? SERIES_SHARES : new double[] {0};
        RankedStarts candidates = new RankedStarts();
        for (double time : diffusionTimes()) {
            FaradaicBasis basis = new FaradaicBasis(time);
            Slice[] slices = new Slice[shares.length];
            for (int a = 0; a < shares.length; a++) {
                slices[a] = new Slice(shares[a] * floor, inductance, exponents, capRe, capIm, basis);
            }
            collectMinima(slices, exponents, basis, inductance, candidates);
        }
        return candidates.best(count);
    }

    /** Local minima of the grid, and the best node in each band of k: the two sides of k = sqrt(omega) are rival basins. */
    private void collectMinima(
            Slice[] slices, double[] exponents, FaradaicBasis basis, double inductance, RankedStarts candidates) {
        int[][] best = new int[BANDS][];
        double[] bandCost = new double[BANDS];
        Arrays.fill(bandCost, Double.POSITIVE_INFINITY);
        for (int a = 0; a < slices.length; a++) {
            for (int e = 0; e < exponents.length; e++) {
                for (int j = 0; j < basis.k.length; j++) {
                    double cost = slices[a].cost[e][j];
                    int band = j * BANDS / basis.k.length;
                    if (cost < bandCost[band]) {
                        bandCost[band] = cost;
                        best[band] = new int[] {a, e, j};
                    }
                    if (cost < Double.POSITIVE_INFINITY && isMinimum(slices, a, e, j)) {
                        candidates.add(cost, slices[a].start(e, j, inductance, exponents, basis));
                    }
                }
            }
        }
        for (int[] node : best) {
            if (node != null && !isMinimum(slices, node[0], node[1], node[2])) {
                candidates.add(
                        slices[node[0]].cost[node[1]][node[2]],
                        slices[node[0]].start(node[1], node[2], inductance, exponents, basis));
            }
        }
    }

    private static boolean isMinimum(Slice[] slices, int a, int e, int j) {
        double cost = slices[a].cost[e][j];
        for (int b = Math.max(0, a - 1); b <= Math.min(slices.length - 1, a + 1); b++) {
            double[][] neighbour = slices[b].cost;
            for (int f = Math.max(0, e - 1); f <= Math.min(neighbour.length - 1, e + 1); f++) {
                for (int k = Math.max(0, j - 1); k <= Math.min(neighbour[f].length - 1, j + 1); k++) {
                    if (neighbour[f][k] < cost) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private double[] diffusionTimes() {
        if (!layout.hasFiniteDiffusion()) {
            return new double[] {Double.POSITIVE_INFINITY};
        }
        double slowest = 1 / omega[m - 1];
        return new double[] {
            1e-3 * slowest, 1e-2 * slowest, 0.1 * slowest, 0.5 * slowest, 2 * slowest, 10 * slowest, 50 * slowest
        };
    }

    /** 1/(1 + D/k) for a grid of k that the frequency window can tell from 0 and from infinity. */
    private final class FaradaicBasis {
        final double time;
        final double[] k;
        final double[][] basisRe;
        final double[][] basisIm;

        FaradaicBasis(double time) {
            this.time = time;
            double low = 1e-3 / Math.sqrt(omega[0]);
            double high = 1e3 / Math.sqrt(omega[m - 1]);
            int steps = layout.diffusion() < 0 ? 1 : (int) Math.ceil(3 * Math.log10(high / low)) + 1;
            k = new double[steps];
            basisRe = new double[steps][m];
            basisIm = new double[steps][m];
            double[][] d = diffusion();
            for (int j = 0; j < steps; j++) {
                k[j] = low * Math.pow(high / low, steps == 1 ? 0 : (double) j / (steps - 1));
                for (int i = 0; i < m; i++) {
                    double a = 1 + d[0][i] / k[j];
                    double b = d[1][i] / k[j];
                    double norm = a * a + b * b;
                    basisRe[j][i] = a / norm;
                    basisIm[j][i] = -b / norm;
                }
            }
        }

        /** D(s) at every frequency: 1/sqrt(s), times coth or tanh of sqrt(s time); zero without diffusion. */
        private double[][] diffusion() {
            if (layout.diffusion() < 0) {
                return new double[2][m];
            }
            boolean blocking = layout.diffusionSymbol().equals("Wo")
                    || layout.diffusionSymbol().equals("T");
            Circuit shape = !layout.hasFiniteDiffusion() ? INFINITE : blocking ? BLOCKING : TRANSMITTING;
            CompiledCircuit compiled = new CompiledCircuit(shape, omega);
            compiled.evaluate(
                    layout.hasFiniteDiffusion() ? new double[] {Math.sqrt(time), time} : new double[] {Math.sqrt(0.5)});
            return new double[][] {compiled.real(), compiled.imaginary()};
        }
    }

    /** The grid over n and k for one R0. */
    private final class Slice {
        double[] start(int e, int j, double inductance, double[] exponents, FaradaicBasis basis) {
            return RandlesStart.this.start(
                    series, inductance, capacity[e][j], exponents[e], conductance[e][j], basis.k[j], basis.time);
        }

        final double series;
        final double[][] cost;
        final double[][] capacity;
        final double[][] conductance;

        Slice(
                double series,
                double inductance,
                double[] exponents,
                double[][] capRe,
                double[][] capIm,
                FaradaicBasis basis) {
            this.series = series;
            int steps = basis.k.length;
            cost = new double[exponents.length][steps];
            capacity = new double[exponents.length][steps];
            conductance = new double[exponents.length][steps];
            double[] yRe = new double[m];
            double[] yIm = new double[m];
            double[] weight = new double[m];
            double total = 0;
            for (int i = 0; i < m; i++) {
                double a = re[i] - series;
                double b = im[i] - omega[i] * inductance;
                double square = a * a + b * b;
                yRe[i] = a / square;
                yIm[i] = -b / square;
                weight[i] = square * square / (re[i] * re[i] + im[i] * im[i]);
                total += weight[i] * (yRe[i] * yRe[i] + yIm[i] * yIm[i]);
            }
            double[] ff = new double[steps];
            double[] fy = new double[steps];
            for (int j = 0; j < steps; j++) {
                ff[j] = weightedDot(weight, basis.basisRe[j], basis.basisIm[j], basis.basisRe[j], basis.basisIm[j]);
                fy[j] = weightedDot(weight, basis.basisRe[j], basis.basisIm[j], yRe, yIm);
            }
            double[] weightedRe = new double[m];
            double[] weightedIm = new double[m];
            for (int e = 0; e < exponents.length; e++) {
                double cc = weightedDot(weight, capRe[e], capIm[e], capRe[e], capIm[e]);
                double cy = weightedDot(weight, capRe[e], capIm[e], yRe, yIm);
                for (int i = 0; i < m; i++) {
                    // Weighted once for the whole row of faradaic candidates.
                    weightedRe[i] = weight[i] * capRe[e][i];
                    weightedIm[i] = weight[i] * capIm[e][i];
                }
                for (int j = 0; j < steps; j++) {
                    double cf = dot(weightedRe, basis.basisRe[j]) + dot(weightedIm, basis.basisIm[j]);
                    double determinant = cc * ff[j] - cf * cf;
                    double q = (cy * ff[j] - fy[j] * cf) / determinant;
                    double g = (fy[j] * cc - cy * cf) / determinant;
                    boolean physical = q > 0 && g > 0;
                    capacity[e][j] = q;
                    conductance[e][j] = g;
                    cost[e][j] = physical ? total - q * cy - g * fy[j] : Double.POSITIVE_INFINITY;
                }
            }
        }
    }

    private double[] start(
            double series, double inductance, double q, double exponent, double g, double k, double time) {
        double[] p = new double[layout.count()];
        if (layout.series() >= 0) {
            p[layout.series()] = Math.max(series, 1e-4);
        }
        if (layout.inductor() >= 0) {
            p[layout.inductor()] = Math.max(inductance, 1e-4 / omega[0]);
        }
        p[layout.capacity()] = q;
        if (layout.constantPhase()) {
            p[layout.capacity() + 1] = Math.min(exponent, 0.99);
        }
        p[layout.transfer()] = 1 / g;
        if (layout.diffusion() >= 0) {
            double y0 = k * g;
            int d = layout.diffusion();
            if (!layout.hasFiniteDiffusion()) {
                p[d] = layout.admittanceForm() ? y0 : 1 / (Math.sqrt(2) * y0);
            } else {
                p[d] = layout.admittanceForm() ? y0 : Math.sqrt(time) / y0;
                p[d + 1] = layout.admittanceForm() ? Math.sqrt(time) : time;
            }
        }
        return p;
    }

    private double dot(double[] a, double[] b) {
        double sum0 = 0;
        double sum1 = 0;
        int i = 0;
        for (; i + 1 < m; i += 2) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
        }
        return i < m ? sum0 + sum1 + a[i] * b[i] : sum0 + sum1;
    }

    private double weightedDot(double[] w, double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
        double sum = 0;
        for (int i = 0; i < m; i++) {
            sum += w[i] * (aRe[i] * bRe[i] + aIm[i] * bIm[i]);
        }
        return sum;
    }
}
