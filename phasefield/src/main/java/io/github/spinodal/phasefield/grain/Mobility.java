package io.github.spinodal.phasefield.grain;

/** How the flux D m(c) grad(mu)/kT inside a grain depends on the filling. */
public enum Mobility {
    /** m = c (1 - c): lithium hops onto vacant sites, and D is the tracer diffusivity of a dilute host. */
    LATTICE,
    /** m = 1. */
    CONSTANT;

    double at(double c) {
        return this == LATTICE ? c * (1 - c) : 1;
    }

    double slope(double c) {
        return this == LATTICE ? 1 - 2 * c : 0;
    }
}
