package io.github.spinodal.phasefield.grain;

/** The symmetry of a grain whose filling varies along one coordinate from its centre to its surface. */
public enum GrainGeometry {
    /** A slab, filled through both faces; the length is half its thickness. */
    PLANE(1),
    /** A cylinder; the length is its radius. */
    CYLINDER(2),
    /** A sphere; the length is its radius. */
    SPHERE(3);

    private final int dimension;

    GrainGeometry(int dimension) {
        this.dimension = dimension;
    }

    /** Surface over volume, times the length. */
    int dimension() {
        return dimension;
    }
}
