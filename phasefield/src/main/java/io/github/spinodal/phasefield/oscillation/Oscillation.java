package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.List;

/**
 * A determined oscillation.
 *
 * @param regularity how it keeps time, which decides how it was measured
 * @param periodCoulomb charge per period (C): the analysed charge over the number of periods in it
 * @param periodIntervalCoulomb interval of the period (C) at the analysis' confidence
 * @param amplitudeVolt amplitude (V): 2 sqrt(2) times the root mean square of the oscillation, which is peak to peak for a
 *     sine and 0.816 of it for a sawtooth
 * @param amplitudeIntervalVolt interval of the amplitude (V) at the analysis' confidence
 * @param periods number of periods in the analysed charge
 * @param periodDrift relative change of the period between the first and the last tenth of the plateau, over the mean
 * @param amplitudeDrift relative change of the amplitude between the same places, over the mean
 * @param waveform shape of one period
 * @param bumps count and median height of single bumps
 * @param local period and amplitude along the plateau
 */
public record Oscillation(
        Regularity regularity,
        Measured periodCoulomb,
        Interval periodIntervalCoulomb,
        Measured amplitudeVolt,
        Interval amplitudeIntervalVolt,
        double periods,
        Measured periodDrift,
        Measured amplitudeDrift,
        Waveform waveform,
        Bumps bumps,
        List<LocalOscillation> local)
        implements Serializable {
    /** Copies the list. */
    public Oscillation {
        local = List.copyOf(local);
    }

    /**
     * Mean of the local amplitude over a part of the analysed plateau.
     *
     * @param fromShare beginning of the part as a share of the plateau, in [0, 1)
     * @param toShare its end, in (fromShare, 1]
     * @return mean amplitude (V); its uncertainty takes the local ones as fully correlated
     * @throws InvalidValueException if the part is too narrow to hold a local estimate
     */
    public Measured meanAmplitudeVolt(double fromShare, double toShare) {
        double first = local.get(0).chargeCoulomb();
        double last = local.get(local.size() - 1).chargeCoulomb();
        double sum = 0;
        double deviation = 0;
        int count = 0;
        for (LocalOscillation place : local) {
            double share = (place.chargeCoulomb() - first) / (last - first);
            if (share >= fromShare - 1e-9 && share <= toShare + 1e-9) {
                sum += place.amplitudeVolt().value();
                deviation += place.amplitudeVolt().standardUncertainty();
                count++;
            }
        }
        if (count == 0) {
            throw new InvalidValueException(
                    "part of the plateau", fromShare + " to " + toShare, "wide enough to hold a local estimate");
        }
        return Measured.of(sum / count, deviation / count);
    }

    /**
     * Charge per period in the unit of thin films.
     *
     * @return period (uAh)
     */
    public Measured periodMicroampereHours() {
        return periodCoulomb.dividedBy(3.6e-3);
    }

    /**
     * Amplitude in millivolts.
     *
     * @return amplitude (mV)
     */
    public Measured amplitudeMillivolts() {
        return amplitudeVolt.times(1000);
    }
}
