package io.github.spinodal.phasefield;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Direct exchange of lithium between neighbouring grains: the flux G_ij (mu_j - mu_i)/kT enters grain i and leaves grain
 * j, in shares of all sites per second. It conserves lithium and lowers the free energy.
 */
public final class ExchangeGraph implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int grains;
    private final int[] first;
    private final int[] second;
    private final double[] conductance;

    private ExchangeGraph(int grains, int[] first, int[] second, double[] conductance) {
        this.grains = grains;
        this.first = first;
        this.second = second;
        this.conductance = conductance;
    }

    /**
     * A graph from its edges.
     *
     * @param grains number of grains of the ensemble, at least 2
     * @param first number of one grain of each edge, in [0, grains)
     * @param second number of the other grain of each edge, in [0, grains), different from the first
     * @param conductancePerSecond conductance of each edge (1/s), zero or positive
     * @return the graph
     * @throws InvalidValueException if lengths differ or a value is out of its range
     */
    public static ExchangeGraph of(int grains, int[] first, int[] second, double[] conductancePerSecond) {
        Require.atLeast("number of grains", grains, 2);
        Require.sameLength("first grains", first.length, "second grains", second.length);
        Require.sameLength("first grains", first.length, "conductances", conductancePerSecond.length);
        for (int e = 0; e < first.length; e++) {
            Require.within("first grain of edge " + e, first[e], 0, grains - 1);
            Require.within("second grain of edge " + e, second[e], 0, grains - 1);
            if (first[e] == second[e]) {
                throw new InvalidValueException("second grain of edge " + e, second[e], "different from the first");
            }
            Require.nonNegative("conductance (1/s) of edge " + e, conductancePerSecond[e]);
        }
        return new ExchangeGraph(grains, first.clone(), second.clone(), conductancePerSecond.clone());
    }

    /**
     * Grains in a ring, each joined to the next.
     *
     * @param grains number of grains, at least 3
     * @param conductancePerSecond conductance of each edge (1/s), zero or positive
     * @return the graph
     * @throws InvalidValueException if a value is out of its range
     */
    public static ExchangeGraph ring(int grains, double conductancePerSecond) {
        Require.atLeast("number of grains", grains, 3);
        int[] a = new int[grains];
        int[] b = new int[grains];
        double[] g = new double[grains];
        for (int i = 0; i < grains; i++) {
            a[i] = i;
            b[i] = (i + 1) % grains;
            g[i] = conductancePerSecond;
        }
        return of(grains, a, b, g);
    }

    /**
     * Grains on a square lattice, each joined to its right and lower neighbour, as in a film seen from above.
     *
     * @param rows number of rows, at least 2
     * @param columns number of columns, at least 2
     * @param conductancePerSecond conductance of each edge (1/s), zero or positive
     * @return the graph; grain (r, s) has the number r columns + s
     * @throws InvalidValueException if a value is out of its range
     */
    public static ExchangeGraph squareLattice(int rows, int columns, double conductancePerSecond) {
        Require.atLeast("number of rows", rows, 2);
        Require.atLeast("number of columns", columns, 2);
        int edges = rows * (columns - 1) + columns * (rows - 1);
        int[] a = new int[edges];
        int[] b = new int[edges];
        double[] g = new double[edges];
        Arrays.fill(g, conductancePerSecond);
        int e = 0;
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < columns; s++) {
                int here = r * columns + s;
                if (s + 1 < columns) {
                    a[e] = here;
                    b[e++] = here + 1;
                }
                if (r + 1 < rows) {
                    a[e] = here;
                    b[e++] = here + columns;
                }
            }
        }
        return of(rows * columns, a, b, g);
    }

    /**
     * Number of grains.
     *
     * @return number of grains
     */
    public int grains() {
        return grains;
    }

    /**
     * Number of edges.
     *
     * @return number of edges
     */
    public int edges() {
        return first.length;
    }

    int firstOf(int edge) {
        return first[edge];
    }

    int secondOf(int edge) {
        return second[edge];
    }

    double conductanceOf(int edge) {
        return conductance[edge];
    }

    /** Adds to each grain the sum of the conductances of its edges. */
    void addConductances(double[] sum) {
        for (int e = 0; e < first.length; e++) {
            sum[first[e]] += conductance[e];
            sum[second[e]] += conductance[e];
        }
    }

    /** Adds the net flux into each grain, from the reduced chemical potentials. */
    void addFlux(double[] potential, double[] flux) {
        for (int e = 0; e < first.length; e++) {
            double into = conductance[e] * (potential[second[e]] - potential[first[e]]);
            flux[first[e]] += into;
            flux[second[e]] -= into;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExchangeGraph that
                && grains == that.grains
                && Arrays.equals(first, that.first)
                && Arrays.equals(second, that.second)
                && Arrays.equals(conductance, that.conductance);
    }

    @Override
    public int hashCode() {
        return Objects.hash(grains, Arrays.hashCode(first), Arrays.hashCode(second), Arrays.hashCode(conductance));
    }

    @Override
    public String toString() {
        return "ExchangeGraph[" + grains + " grains, " + conductance.length + " links]";
    }
}
