package io.github.spinodal.sfmm;

/** How the force of a layer grows with the indentation. */
public enum ForceLaw {
    /** As a power: d = D (delta/h)^p. A paraboloid, a cone, any tip on an even layer. */
    POWER,
    /** As an exponential: d = D (exp(s delta/h) - 1)/(exp(s) - 1). A brush, or a layer that grows denser towards the solid. */
    EXPONENTIAL
}
