package io.github.spinodal.phasefield;

/** How time steps are taken. */
public enum Method {
    /** Explicit or implicit steps, whichever get farther for their cost. */
    AUTOMATIC,
    /** Dormand and Prince's explicit pair of order 5(4): best where many grains switch, at moderate and high rates. */
    EXPLICIT,
    /** The Rosenbrock method RODAS of order 4(3): best at low rates, where the grains merely follow the potential. */
    IMPLICIT
}
