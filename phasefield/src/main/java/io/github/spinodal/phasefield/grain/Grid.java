package io.github.spinodal.phasefield.grain;

/** The cells of a grain, in units of its length and of its volume, and the curvature of a profile on them. */
final class Grid {
    final int size;
    final double cellWidth;
    /** Share of the volume that each cell has. */
    final double[] share;
    /** Area over volume of the face between cell i - 1 and cell i. */
    final double[] face;
    /** Curvature of cell i: below c[i-1] + centre c[i] + above c[i+1] + source. */
    final double[] below;

    final double[] centre;
    final double[] above;
    final double[] source;
    /** Weights of dc/dt in cell i: neighbours' share times these. */
    final double neighbourMass;

    private Grid(int size, double cellWidth, double neighbourMass) {
        this.size = size;
        this.cellWidth = cellWidth;
        this.neighbourMass = neighbourMass;
        share = new double[size];
        face = new double[size + 1];
        below = new double[size];
        centre = new double[size];
        above = new double[size];
        source = new double[size];
    }

    /** Cells along a plate with a surface at either end. */
    static Grid plate(int cells, SurfaceCondition surface, double surfaceSlope) {
        double h = 1.0 / cells;
        Grid grid = new Grid(cells, h, 0);
        for (int i = 0; i < cells; i++) {
            grid.share[i] = h;
            grid.face[i] = 1;
            grid.addBond(i, i - 1, 1 / (h * h));
            grid.addBond(i, i + 1, 1 / (h * h));
        }
        grid.face[cells] = 1;
        grid.addSurface(0, surface, surfaceSlope, 1 / h, 1 / (h * h));
        grid.addSurface(cells - 1, surface, surfaceSlope, 1 / h, 1 / (h * h));
        return grid;
    }

    /** Cells around nodes from the centre to the surface; the first and the last are half cells. */
    static Grid radial(
            GrainGeometry geometry, int nodes, SurfaceCondition surface, double surfaceSlope, Scheme scheme) {
        int d = geometry.dimension();
        double h = 1.0 / (nodes - 1);
        Grid grid = new Grid(nodes, h, scheme == Scheme.ZENG_BAZANT ? 0.125 : 0);
        for (int i = 0; i < nodes; i++) {
            double inner = Math.max(0, (i - 0.5) * h);
            double outer = Math.min(1, (i + 0.5) * h);
            grid.share[i] = Math.pow(outer, d) - Math.pow(inner, d);
            grid.face[i] = i == 0 ? 0 : d * Math.pow(inner, d - 1);
        }
        grid.face[nodes] = d;
        for (int i = 0; i < nodes; i++) {
            boolean byDifferences = scheme == Scheme.ZENG_BAZANT && i > 0 && i < nodes - 1;
            double radius = i * h;
            double drift = byDifferences ? (d - 1) / (2 * radius * h) : 0;
            double inward = byDifferences ? 1 / (h * h) - drift : grid.face[i] / h / grid.share[i];
            double outward = byDifferences ? 1 / (h * h) + drift : grid.face[i + 1] / h / grid.share[i];
            grid.addBond(i, i - 1, inward);
            grid.addBond(i, i + 1, outward);
        }
        int last = nodes - 1;
        if (scheme == Scheme.ZENG_BAZANT) {
            grid.addBond(last, last - 1, 2 / (h * h) - grid.below[last]);
            grid.addSurface(last, surface, surfaceSlope, d - 1 + 2 / h, 2 / (h * h));
        } else {
            double surfacePerVolume = d / grid.share[last];
            grid.addSurface(last, surface, surfaceSlope, surfacePerVolume, surfacePerVolume / h);
        }
        return grid;
    }

    private void addBond(int cell, int neighbour, double strength) {
        if (neighbour < 0 || neighbour >= size) {
            return;
        }
        centre[cell] -= strength;
        if (neighbour < cell) {
            below[cell] += strength;
        } else {
            above[cell] += strength;
        }
    }

    private void addSurface(
            int cell, SurfaceCondition surface, double slope, double slopeStrength, double layerStrength) {
        if (surface instanceof SurfaceCondition.FilledLayer layer) {
            centre[cell] -= layerStrength;
            source[cell] += layerStrength * layer.filling();
        } else {
            source[cell] += slope * slopeStrength;
        }
    }

    double curvature(double[] c, int i) {
        double sum = centre[i] * c[i] + source[i];
        if (i > 0) {
            sum += below[i] * c[i - 1];
        }
        if (i < size - 1) {
            sum += above[i] * c[i + 1];
        }
        return sum;
    }

    double mean(double[] c) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += share[i] * c[i];
        }
        return sum;
    }

    /** Entry (i, j) of the mass matrix: how much dc/dt of cell j counts in the balance of cell i. */
    double mass(int i, int j) {
        if (neighbourMass == 0) {
            return i == j ? share[i] : 0;
        }
        if (i == j) {
            return (1 - 2 * neighbourMass) * share[i];
        }
        if (Math.abs(i - j) != 1) {
            return 0;
        }
        // What an end cell gives to its only neighbour is doubled, so that each column keeps its lithium.
        boolean fromEnd = j == 0 || j == size - 1;
        return (fromEnd ? 2 : 1) * neighbourMass * share[j];
    }
}
