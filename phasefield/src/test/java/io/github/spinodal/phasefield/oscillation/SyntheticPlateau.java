package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import java.util.SplittableRandom;

/** Plateaus with a known oscillation, one coulomb wide, on a sloping and bent baseline, with known noise. */
record SyntheticPlateau(
        int samples,
        double periods,
        double amplitudeMillivolt,
        Shape shape,
        double periodDrift,
        double noiseMillivolt,
        double correlation,
        double resolutionMillivolt,
        double baselineMillivolt) {

    /** Waveforms of unit root mean square times 2 sqrt(2), as a function of the phase in periods. */
    enum Shape {
        SINE,
        SAWTOOTH,
        /** Rises for a tenth of the period. */
        SHORT_RISE;

        private static final double RISE = 0.1;
        /** Of a straight wave, whose height is the root of twelve times its rms. */
        private static final double UNIT_HEIGHT = Math.sqrt(12) / (2 * Math.sqrt(2));

        double at(double periods) {
            double cycle = periods - Math.floor(periods);
            return switch (this) {
                case SINE -> Math.sin(2 * Math.PI * periods) / 2;
                case SAWTOOTH -> (0.5 - cycle) * UNIT_HEIGHT;
                case SHORT_RISE ->
                    (cycle < RISE ? cycle / RISE - 0.5 : 0.5 - (cycle - RISE) / (1 - RISE)) * UNIT_HEIGHT;
            };
        }
    }

    static SyntheticPlateau sine(int samples, double periods, double amplitudeMillivolt, double noiseMillivolt) {
        return new SyntheticPlateau(samples, periods, amplitudeMillivolt, Shape.SINE, 0, noiseMillivolt, 0, 0, 10);
    }

    SyntheticPlateau withAmplitude(double millivolt) {
        return new SyntheticPlateau(
                samples,
                periods,
                millivolt,
                shape,
                periodDrift,
                noiseMillivolt,
                correlation,
                resolutionMillivolt,
                baselineMillivolt);
    }

    SyntheticPlateau withNoise(double millivolt) {
        return new SyntheticPlateau(
                samples,
                periods,
                amplitudeMillivolt,
                shape,
                periodDrift,
                millivolt,
                correlation,
                resolutionMillivolt,
                baselineMillivolt);
    }

    SyntheticPlateau withShape(Shape newShape) {
        return new SyntheticPlateau(
                samples,
                periods,
                amplitudeMillivolt,
                newShape,
                periodDrift,
                noiseMillivolt,
                correlation,
                resolutionMillivolt,
                baselineMillivolt);
    }

    SyntheticPlateau withPeriodDrift(double drift) {
        return new SyntheticPlateau(
                samples,
                periods,
                amplitudeMillivolt,
                shape,
                drift,
                noiseMillivolt,
                correlation,
                resolutionMillivolt,
                baselineMillivolt);
    }

    SyntheticPlateau withCorrelation(double lagOne) {
        return new SyntheticPlateau(
                samples,
                periods,
                amplitudeMillivolt,
                shape,
                periodDrift,
                noiseMillivolt,
                lagOne,
                resolutionMillivolt,
                baselineMillivolt);
    }

    SyntheticPlateau withResolution(double millivolt) {
        return new SyntheticPlateau(
                samples,
                periods,
                amplitudeMillivolt,
                shape,
                periodDrift,
                noiseMillivolt,
                correlation,
                millivolt,
                baselineMillivolt);
    }

    SyntheticPlateau withBaseline(double millivolt) {
        return new SyntheticPlateau(
                samples,
                periods,
                amplitudeMillivolt,
                shape,
                periodDrift,
                noiseMillivolt,
                correlation,
                resolutionMillivolt,
                millivolt);
    }

    /** True period (C): the width over the number of periods in it. */
    double period() {
        return 1 / periods;
    }

    /** Periods passed at a charge share s: the local period changes linearly by the drift over the plateau. */
    private double passed(double s) {
        if (periodDrift == 0) {
            return periods * s;
        }
        double early = 1 - periodDrift / 2;
        return periods * Math.log1p(periodDrift * s / early) / Math.log1p(periodDrift / early);
    }

    GalvanostaticCurve curve(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double offset = random.nextDouble();
        double bend = baselineMillivolt * (random.nextDouble() - 0.5);
        double tilt = baselineMillivolt * (0.5 + random.nextDouble());
        double level = random.nextDouble();
        double[] charge = new double[samples];
        double[] voltage = new double[samples];
        double state = gaussian(random);
        for (int i = 0; i < samples; i++) {
            boolean inside = i > 0 && i < samples - 1;
            double s = (i + (inside ? 0.9 * (random.nextDouble() - 0.5) : 0)) / (samples - 1.0);
            state = i == 0 ? state : correlation * state + Math.sqrt(1 - correlation * correlation) * gaussian(random);
            double millivolt = 1550
                    + level
                    - tilt * s
                    + bend * (2 * s - 1) * (2 * s - 1)
                    + amplitudeMillivolt * shape.at(passed(s) + offset)
                    + noiseMillivolt * state;
            if (resolutionMillivolt > 0) {
                millivolt = Math.rint(millivolt / resolutionMillivolt) * resolutionMillivolt;
            }
            charge[i] = s;
            voltage[i] = millivolt / 1000;
        }
        return GalvanostaticCurve.of(Direction.DISCHARGE, 1e-5, charge, voltage);
    }

    static double gaussian(SplittableRandom random) {
        double u = 1 - random.nextDouble();
        return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
