package io.github.spinodal.phasefield;

/** The common potential at one instant, in the forms the rate loops need. Mutable. */
final class OperatingPoint {
    /** u = -e(V - V_EQ)/kT at which general kinetics are evaluated. */
    double u;
    /** Linear correction of u that makes the sum of the general rates exact. */
    double correction;

    double x;
    double inverse;
    /** Rate of filling of the whole electrode (1/s). */
    double rate;

    void setLogarithmic(double newU) {
        u = newU;
        correction = 0;
        x = StrictMath.exp(newU / 2);
        inverse = StrictMath.exp(-newU / 2);
    }

    void correct(double du) {
        correction = du;
        x *= 1 + du / 2;
        inverse *= 1 - du / 2;
    }

    /** The potential after correction. */
    double potential() {
        return u + correction;
    }

    void set(OperatingPoint other) {
        u = other.u;
        correction = other.correction;
        x = other.x;
        inverse = other.inverse;
        rate = other.rate;
    }
}
