package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.data.GalvanostaticCurve;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The part of a curve that is analysed.
 *
 * @param kind how it is given
 * @param from its beginning (C, or share of the curve's charge)
 * @param to its end, larger
 */
record AnalysisWindow(Kind kind, double from, double to) implements Serializable {
    /** How a window is given. */
    enum Kind {
        /** The plateau, found by itself. */
        PLATEAU,
        /** Charges (C). */
        CHARGE,
        /** Shares of the curve's charge. */
        SHARE
    }

    static final AnalysisWindow FOUND =
            new AnalysisWindow(Kind.PLATEAU, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** The cleaned samples: of the window alone where it is given, so that a long curve does not thin them out. */
    CurveCleaning cleaned(GalvanostaticCurve curve) {
        double[] charge = curve.chargeCoulomb();
        double[] voltage = curve.voltageVolt();
        if (kind == Kind.PLATEAU) {
            return CurveCleaning.of(charge, voltage);
        }
        int from = 0;
        while (from < charge.length && charge[from] < fromCoulomb(curve)) {
            from++;
        }
        int to = charge.length;
        while (to > from && charge[to - 1] > toCoulomb(curve)) {
            to--;
        }
        return CurveCleaning.of(Arrays.copyOfRange(charge, from, to), Arrays.copyOfRange(voltage, from, to));
    }

    /** The window as a plateau, its samples cleaned. */
    Plateau described(GalvanostaticCurve curve, CurveCleaning clean) {
        double first = fromCoulomb(curve);
        double last = toCoulomb(curve);
        Plateau plateau = PlateauFinder.describe(clean.charge, clean.voltage, first, last);
        double span = curve.charge(curve.size() - 1) - curve.charge(0);
        return new Plateau(first, last, plateau.voltageVolt(), plateau.slopeVoltPerCoulomb(), (last - first) / span);
    }

    private double fromCoulomb(GalvanostaticCurve curve) {
        return coulomb(curve, from);
    }

    private double toCoulomb(GalvanostaticCurve curve) {
        return coulomb(curve, to);
    }

    private double coulomb(GalvanostaticCurve curve, double at) {
        double first = curve.charge(0);
        return kind == Kind.SHARE ? first + at * (curve.charge(curve.size() - 1) - first) : at;
    }

    @Override
    public String toString() {
        if (kind == Kind.PLATEAU) {
            return "the plateau found";
        }
        return from + " to " + to + (kind == Kind.SHARE ? " of the charge" : " C");
    }
}
