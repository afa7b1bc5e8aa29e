package io.github.spinodal.eis;

import io.github.spinodal.eis.element.ElementLibrary;

/** How a circuit is written, and which parameters its elements have. */
public enum Notation {
    /**
     * Boukamp's circuit description code, {@code R(Q(RW))}: parentheses switch from series to parallel and back; square
     * brackets, where present, always mean series. Elements are given by admittance coefficients: W by Y0 (S s^1/2).
     */
    BOUKAMP,

    /**
     * The strings of impedance.py, {@code R0-p(CPE1,R1-W1)}: a dash is series, {@code p(,)} parallel. Elements are given
     * by impedance coefficients: W by sigma (ohm s^-1/2), called Aw there.
     */
    IMPEDANCE_PY;

    /**
     * The elements that the notation knows.
     *
     * @return the library
     */
    public ElementLibrary library() {
        return this == BOUKAMP ? ElementLibrary.boukamp() : ElementLibrary.impedancePy();
    }
}
