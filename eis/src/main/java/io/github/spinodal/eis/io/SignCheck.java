package io.github.spinodal.eis.io;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.SourceLocation;
import java.util.List;

/**
 * What to do when the two parts of a spectrum contradict each other.
 *
 * <p>By the Kramers-Kronig relations the imaginary part of a passive system is, to first order, (pi/2) d Re Z / d ln omega
 * (Bode, 1945): where the real part falls with frequency the imaginary part is negative. A file that stores -Im Z under the
 * name of Im Z is therefore seen from its numbers.
 */
enum SignCheck {
    /** Keep the sign that the column's name promises, and report a contradiction. */
    REPORT,
    /** Nothing named the sign: turn it where the numbers contradict it, and report that. */
    DECIDE;

    private static final int FEWEST_POINTS = 5;
    private static final double CONTRADICTION = -0.5;

    ImpedanceSpectrum apply(ImpedanceSpectrum spectrum, SourceLocation location, List<Notice> notices) {
        if (spectrum.size() < FEWEST_POINTS || agreement(spectrum) > CONTRADICTION) {
            return spectrum;
        }
        if (this == REPORT) {
            notices.add(new Notice(
                    location,
                    "the imaginary part contradicts the real part (Kramers-Kronig), as if its sign were turned; read as the"
                            + " file names it"));
            return spectrum;
        }
        notices.add(
                new Notice(
                        location,
                        "no header names the sign of the third column, and its numbers fit -Im Z (Kramers-Kronig): it was negated"));
        double[] turned = spectrum.imaginaryOhm();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -turned[i];
        }
        return ImpedanceSpectrum.of(spectrum.frequenciesHz(), spectrum.realOhm(), turned);
    }

    /** From -1 (every imaginary part has the wrong sign) to 1; 0 where the real part says nothing. */
    static double agreement(ImpedanceSpectrum spectrum) {
        double sum = 0;
        double size = 0;
        for (int i = 1; i < spectrum.size() - 1; i++) {
            double slope = (spectrum.real(i + 1) - spectrum.real(i - 1))
                    / Math.log(spectrum.frequency(i + 1) / spectrum.frequency(i - 1));
            double product = slope * spectrum.imaginary(i);
            sum += product;
            size += Math.abs(product);
        }
        return size > 0 && size < Double.POSITIVE_INFINITY ? sum / size : 0;
    }
}
