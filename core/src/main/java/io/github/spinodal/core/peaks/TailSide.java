package io.github.spinodal.core.peaks;

/** Where the long tail of an asymmetric peak lies. */
public enum TailSide {
    /** Towards larger abscissae, as in photoemission on a binding-energy axis. */
    HIGH(1),
    /** Towards smaller abscissae, as in photoemission on a kinetic-energy axis. */
    LOW(-1);

    private final int sign;

    TailSide(int sign) {
        this.sign = sign;
    }

    int sign() {
        return sign;
    }
}
