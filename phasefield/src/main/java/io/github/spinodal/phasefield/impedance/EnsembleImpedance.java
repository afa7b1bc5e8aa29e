package io.github.spinodal.phasefield.impedance;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Linearisation;

/**
 * Impedance of an electrode of many grains in closed form.
 *
 * <p>With d_i and v_i the derivatives of the rate of grain i with respect to its filling and to the reduced potential, a
 * small change of the potential at the angular frequency omega changes the filling of grain i by v_i/(i omega - d_i), and
 * Z = R_s + (kT/e)/(Q Y) with Y = sum w_i v_i i omega/(i omega - d_i). Grains inside their spinodal have d_i &gt; 0:
 * their differential capacity is negative. Under current the state itself drifts; the formula then holds for frequencies
 * well above the pace of the drift.
 */
public final class EnsembleImpedance {
    private final Linearisation linearisation;

    private EnsembleImpedance(Linearisation linearisation) {
        this.linearisation = linearisation;
    }

    /**
     * The impedance in a state at rest.
     *
     * @param electrode the electrode
     * @param fillings filling of each grain, each in (0, 1)
     * @return the impedance
     * @throws io.github.spinodal.core.InvalidValueException if the fillings do not match the grains or lie outside (0, 1)
     */
    public static EnsembleImpedance atRest(Electrode electrode, double[] fillings) {
        return of(Linearisation.of(electrode, fillings, 0));
    }

    /**
     * The impedance in any state.
     *
     * @param linearisation the electrode linearised about the state
     * @return the impedance
     */
    public static EnsembleImpedance of(Linearisation linearisation) {
        return new EnsembleImpedance(linearisation);
    }

    /**
     * The impedance over frequencies.
     *
     * @param frequencyHz frequencies f (Hz), at least two, positive, strictly rising or falling
     * @return the spectrum (ohm)
     * @throws io.github.spinodal.core.InvalidValueException if the frequencies are invalid
     */
    public ImpedanceSpectrum spectrum(double[] frequencyHz) {
        double[] real = new double[frequencyHz.length];
        double[] imaginary = new double[frequencyHz.length];
        for (int j = 0; j < frequencyHz.length; j++) {
            double omega = 2 * Math.PI * Require.positive("frequency (Hz)[" + j + "]", frequencyHz[j]);
            double[] y = admittance(omega);
            Electrode electrode = linearisation.electrode();
            double scale = electrode.thermalVoltage() / electrode.plateauCapacityCoulomb();
            double squared = y[0] * y[0] + y[1] * y[1];
            real[j] = electrode.seriesResistanceOhm() + scale * y[0] / squared;
            imaginary[j] = -scale * y[1] / squared;
        }
        return ImpedanceSpectrum.of(frequencyHz, real, imaginary);
    }

    /** Real and imaginary part of sum w v i omega/(i omega - d) (1/s). */
    private double[] admittance(double omega) {
        GrainEnsemble ensemble = linearisation.electrode().ensemble();
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < ensemble.size(); i++) {
            double d = linearisation.fillingSlope(i);
            double share = ensemble.weight(i) * linearisation.potentialSlope(i) * omega / (omega * omega + d * d);
            real += share * omega;
            imaginary -= share * d;
        }
        return new double[] {real, imaginary};
    }

    /**
     * Limit of the impedance at high frequency without the series resistance: the charge-transfer resistance of all
     * grains, films included, in parallel.
     *
     * @return resistance (ohm)
     */
    public double chargeTransferResistance() {
        GrainEnsemble ensemble = linearisation.electrode().ensemble();
        double sum = 0;
        for (int i = 0; i < ensemble.size(); i++) {
            sum += ensemble.weight(i) * linearisation.potentialSlope(i);
        }
        Electrode electrode = linearisation.electrode();
        return electrode.thermalVoltage() / (electrode.plateauCapacityCoulomb() * sum);
    }

    /**
     * Exchange current, kT/(e R_ct).
     *
     * @return current (A)
     */
    public double exchangeCurrent() {
        return linearisation.electrode().thermalVoltage() / chargeTransferResistance();
    }
}
