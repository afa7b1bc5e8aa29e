package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Records with waves of no preferred period: their spectra fall with frequency. */
enum SmoothNoiseKind {
    RANDOM_BUMPS("bumps of 3 mV at random places, as wide as 0.6 % of the charge") {
        @Override
        double[] millivolt(SplittableRandom random, double waves) {
            return bumps(random, waves, 0.006);
        }
    },
    NARROW_BUMPS("as wide as 0.15 of their mean spacing") {
        @Override
        double[] millivolt(SplittableRandom random, double waves) {
            return bumps(random, waves, 0.15 / waves);
        }
    },
    WIDE_BUMPS("as wide as 0.4 of it") {
        @Override
        double[] millivolt(SplittableRandom random, double waves) {
            return bumps(random, waves, 0.4 / waves);
        }
    },
    SQUARED_EXPONENTIAL("squared exponential noise") {
        @Override
        double[] millivolt(SplittableRandom random, double waves) {
            double length = Math.sqrt(3) / (2 * Math.PI * waves);
            return gaussian(random, f -> Math.exp(-square(2 * Math.PI * f * length) / 2));
        }
    },
    MATERN_5_2("Matern 5/2") {
        @Override
        double[] millivolt(SplittableRandom random, double waves) {
            double length = Math.sqrt(3) / (2 * Math.PI * waves);
            return gaussian(random, f -> Math.pow(1 + square(2 * Math.PI * f * length) / 5, -3));
        }
    },
    MATERN_3_2("Matern 3/2") {
        @Override
        double[] millivolt(SplittableRandom random, double waves) {
            double length = 1 / (2 * Math.PI * waves);
            return gaussian(random, f -> Math.pow(1 + square(2 * Math.PI * f * length) / 3, -2));
        }
    },
    BAND("all frequencies up to one") {
        @Override
        double[] millivolt(SplittableRandom random, double waves) {
            return gaussian(random, f -> f < 1.3 * waves ? 1 : 0);
        }
    },
    DOUBLE_ROOT("AR(2), double root of 0.9") {
        @Override
        double[] millivolt(SplittableRandom random, double waves) {
            return autoregressive(random, 1.8, -0.81);
        }
    },
    RANDOM_WALK("a random walk of 0.1 mV a sample") {
        @Override
        double[] millivolt(SplittableRandom random, double waves) {
            double[] values = new double[SAMPLES];
            for (int i = 1; i < SAMPLES; i++) {
                values[i] = values[i - 1] + 0.1 * SyntheticPlateau.gaussian(random);
            }
            return values;
        }
    };

    private static final int SAMPLES = 1000;
    /** Length of the Gaussian noise's own period, beyond which it repeats. */
    private static final double REPEATED = 3;

    private static final int TERMS = 3000;
    private static final int FORGOTTEN = 400;

    private final String text;

    SmoothNoiseKind(String text) {
        this.text = text;
    }

    /** Smooth noise of 1 mV rms or bumps of 3 mV, with about so many waves. */
    abstract double[] millivolt(SplittableRandom random, double waves);

    /** One coulomb with 8 to 37 waves and white noise, on a sloping and bent baseline. */
    GalvanostaticCurve curve(long seed, double whiteMillivolt) {
        SplittableRandom random = new SplittableRandom(7_000 + seed);
        double waves = 8 + random.nextInt(30);
        double bend = 10 * (random.nextDouble() - 0.5);
        double[] noise = millivolt(random, waves);
        double[] charge = new double[SAMPLES];
        double[] voltage = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            charge[i] = i / (SAMPLES - 1.0);
            double white = whiteMillivolt * SyntheticPlateau.gaussian(random);
            voltage[i] = (1550 - 8 * charge[i] + bend * square(2 * charge[i] - 1) + noise[i] + white) / 1000;
        }
        return GalvanostaticCurve.of(Direction.DISCHARGE, 1e-5, charge, voltage);
    }

    private static double[] bumps(SplittableRandom random, double waves, double width) {
        double[] values = new double[SAMPLES];
        for (int bump = 0; bump < waves; bump++) {
            double at = 1.1 * random.nextDouble() - 0.05;
            for (int i = 0; i < SAMPLES; i++) {
                values[i] += 3 * Math.exp(-square((i / (SAMPLES - 1.0) - at) / width) / 2);
            }
        }
        return values;
    }

    /** A sum of sines and cosines with random coefficients of this spectrum (per charge), scaled to 1 mV rms. */
    private static double[] gaussian(SplittableRandom random, DoubleUnaryOperator spectrum) {
        double[] values = new double[SAMPLES];
        double squares = 0;
        for (int k = 1; k < TERMS; k++) {
            double size = Math.sqrt(spectrum.applyAsDouble(k / REPEATED));
            double cosine = size * SyntheticPlateau.gaussian(random);
            double sine = size * SyntheticPlateau.gaussian(random);
            double angle = 2 * Math.PI * k / REPEATED / (SAMPLES - 1);
            for (int i = 0; i < SAMPLES && size > 1e-6; i++) {
                values[i] += cosine * Math.cos(angle * i) + sine * Math.sin(angle * i);
            }
        }
        for (double value : values) {
            squares += value * value / SAMPLES;
        }
        for (int i = 0; i < SAMPLES; i++) {
            values[i] /= Math.sqrt(squares);
        }
        return values;
    }

    private static double[] autoregressive(SplittableRandom random, double first, double second) {
        double[] values = new double[SAMPLES];
        double before = 0;
        double now = 0;
        double squares = 0;
        for (int i = -FORGOTTEN; i < SAMPLES; i++) {
            double next = first * now + second * before + SyntheticPlateau.gaussian(random);
            before = now;
            now = next;
            if (i >= 0) {
                values[i] = now;
                squares += now * now / SAMPLES;
            }
        }
        for (int i = 0; i < SAMPLES; i++) {
            values[i] /= Math.sqrt(squares);
        }
        return values;
    }

    private static double square(double x) {
        return x * x;
    }

    @Override
    public String toString() {
        return text;
    }
}
