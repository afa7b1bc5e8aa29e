package io.github.spinodal.sfmm.simulation;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.data.ForceSegment;
import io.github.spinodal.core.data.ForceSegment.AmplitudeUnit;
import io.github.spinodal.core.data.ForceSegment.Direction;
import io.github.spinodal.core.data.ForceSegment.ZSource;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes force curves as an instrument would record them: a layer on a rigid base, the optical lever, a tilted and fringed
 * baseline, snap-in, noise, a quantised height sensor, and the torsion behind a lock-in.
 *
 * <p>The deflection solves Z - Z_onset = delta + F(delta)/k by bisection for any {@link LayerLaw}. Nothing here is shared
 * with the fitted models. Immutable; a curve depends on the settings and the seed alone.
 */
public final class CurveSimulator implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double NANO = 1e-9;
    private static final int BISECTIONS = 60;

    private final Settings settings;
    private final LayerLaw law;
    private final CurveNoise noise;
    private final @Nullable LateralResponse lateral;
    private final double adhesionNanometres;

    private record Settings(
            int points,
            double rampNanometres,
            double onsetNanometres,
            double solidSlope,
            double offsetNanometres,
            double tilt,
            double fringeNanometres,
            double fringePeriodNanometres,
            double fringePhaseRadian,
            double snapInNanometres,
            double breakThroughFraction,
            double zQuantumNanometres,
            double rampSeconds)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private CurveSimulator(
            Settings settings,
            LayerLaw law,
            CurveNoise noise,
            @Nullable LateralResponse lateral,
            double adhesionNanometres) {
        this.adhesionNanometres = adhesionNanometres;
        this.settings = settings;
        this.law = law;
        this.noise = noise;
        this.lateral = lateral;
    }

    /**
     * A simulator of the study's ramp: 1024 points over 500 nm in 25 s, the layer's surface at 210 nm, a flat baseline, a
     * calibrated lever, and 0.2 nm of white noise.
     *
     * @param law the layer
     * @return the simulator
     */
    public static CurveSimulator of(LayerLaw law) {
        Settings study = new Settings(1024, 500, 210, 1, 0, 0, 0, 300, 0, 0, 1, 0, 25);
        return new CurveSimulator(study, law, CurveNoise.white(0.2), null, 0);
    }

    private CurveSimulator with(Settings changed) {
        return new CurveSimulator(changed, law, noise, lateral, adhesionNanometres);
    }

    /**
     * The same simulator with another ramp.
     *
     * @param points number of samples, at least 2
     * @param rampNanometres length of the ramp (nm), positive
     * @param onsetNanometres Z at which the tip meets the surface (nm)
     * @return the simulator
     */
    public CurveSimulator withRamp(int points, double rampNanometres, double onsetNanometres) {
        Settings s = settings;
        return with(new Settings(
                Require.atLeast("number of points", points, 2),
                Require.positive("ramp (nm)", rampNanometres),
                Require.finite("onset (nm)", onsetNanometres),
                s.solidSlope,
                s.offsetNanometres,
                s.tilt,
                s.fringeNanometres,
                s.fringePeriodNanometres,
                s.fringePhaseRadian,
                s.snapInNanometres,
                s.breakThroughFraction,
                s.zQuantumNanometres,
                s.rampSeconds));
    }

    /**
     * The same simulator with another optical lever and baseline.
     *
     * @param solidSlope measured deflection per true deflection, positive; 1 when the lever is calibrated
     * @param offsetNanometres baseline at Z = 0 (nm)
     * @param tilt slope of the baseline (nm/nm), from drift or a tilted sample
     * @return the simulator
     */
    public CurveSimulator withBaseline(double solidSlope, double offsetNanometres, double tilt) {
        Settings s = settings;
        return with(new Settings(
                s.points,
                s.rampNanometres,
                s.onsetNanometres,
                Require.positive("solid slope", solidSlope),
                Require.finite("offset (nm)", offsetNanometres),
                Require.finite("tilt", tilt),
                s.fringeNanometres,
                s.fringePeriodNanometres,
                s.fringePhaseRadian,
                s.snapInNanometres,
                s.breakThroughFraction,
                s.zQuantumNanometres,
                s.rampSeconds));
    }

    /**
     * The same simulator with an optical interference fringe over the whole curve.
     *
     * @param amplitudeNanometres amplitude (nm), zero or positive
     * @param periodNanometres period in Z (nm), positive
     * @param phaseRadian phase at Z = 0 (rad)
     * @return the simulator
     */
    public CurveSimulator withFringe(double amplitudeNanometres, double periodNanometres, double phaseRadian) {
        Settings s = settings;
        return with(new Settings(
                s.points,
                s.rampNanometres,
                s.onsetNanometres,
                s.solidSlope,
                s.offsetNanometres,
                s.tilt,
                Require.nonNegative("fringe amplitude (nm)", amplitudeNanometres),
                Require.positive("fringe period (nm)", periodNanometres),
                Require.finite("fringe phase (rad)", phaseRadian),
                s.snapInNanometres,
                s.breakThroughFraction,
                s.zQuantumNanometres,
                s.rampSeconds));
    }

    /**
     * The same simulator with instabilities.
     *
     * @param snapInNanometres distance over which the tip jumps onto the surface (nm), zero or positive
     * @param breakThroughFraction indentation over thickness at which the layer breaks and the tip falls onto the base, in
     *     (0, 1]; 1 for never
     * @return the simulator
     */
    public CurveSimulator withJumps(double snapInNanometres, double breakThroughFraction) {
        Settings s = settings;
        if (!(breakThroughFraction > 0)) {
            Require.positive("break-through fraction", breakThroughFraction);
        }
        return with(new Settings(
                s.points,
                s.rampNanometres,
                s.onsetNanometres,
                s.solidSlope,
                s.offsetNanometres,
                s.tilt,
                s.fringeNanometres,
                s.fringePeriodNanometres,
                s.fringePhaseRadian,
                Require.nonNegative("snap-in (nm)", snapInNanometres),
                Require.within("break-through fraction", breakThroughFraction, 0, 1),
                s.zQuantumNanometres,
                s.rampSeconds));
    }

    /**
     * The same simulator with a height sensor that reports Z in steps.
     *
     * @param quantumNanometres smallest step (nm), zero or positive; 0 for none
     * @return the simulator
     */
    public CurveSimulator withZQuantum(double quantumNanometres) {
        Settings s = settings;
        return with(new Settings(
                s.points,
                s.rampNanometres,
                s.onsetNanometres,
                s.solidSlope,
                s.offsetNanometres,
                s.tilt,
                s.fringeNanometres,
                s.fringePeriodNanometres,
                s.fringePhaseRadian,
                s.snapInNanometres,
                s.breakThroughFraction,
                Require.nonNegative("Z quantum (nm)", quantumNanometres),
                s.rampSeconds));
    }

    /**
     * The same simulator with other noise.
     *
     * @param newNoise the noise of the deflection
     * @return the simulator
     */
    public CurveSimulator withNoise(CurveNoise newNoise) {
        return new CurveSimulator(settings, law, newNoise, lateral, adhesionNanometres);
    }

    /**
     * The same simulator with the torsion recorded too.
     *
     * @param response the lateral side
     * @return the simulator
     */
    public CurveSimulator withLateral(LateralResponse response) {
        return new CurveSimulator(settings, law, noise, response, adhesionNanometres);
    }

    /**
     * The same simulator with a surface that holds the tip back while it retracts.
     *
     * @param nanometres deflection below the baseline at which the tip tears off (nm), zero or positive
     * @return the simulator
     */
    public CurveSimulator withAdhesion(double nanometres) {
        return new CurveSimulator(settings, law, noise, lateral, Require.nonNegative("adhesion (nm)", nanometres));
    }

    /**
     * The layer that is simulated.
     *
     * @return the law
     */
    public LayerLaw law() {
        return law;
    }

    /**
     * Z at which the tip meets the surface of the layer.
     *
     * @return onset (nm)
     */
    public double onsetNanometres() {
        return settings.onsetNanometres;
    }

    /**
     * Deflection without baseline, fringe, lever error and noise, as of an approach that neither snaps in nor breaks
     * through.
     *
     * @param zNanometres extension of the piezo (nm)
     * @return deflection (nm)
     */
    public double idealDeflectionNanometres(double zNanometres) {
        double travel = zNanometres - settings.onsetNanometres;
        return travel <= 0 ? 0 : travel - indentation(travel);
    }

    private double indentation(double travel) {
        double h = law.thicknessNanometres();
        if (h == 0 || h + law.deflectionNanometres(h) <= travel) {
            return h;
        }
        double low = 0;
        double high = Math.min(h, travel);
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (low + high);
            if (middle + law.deflectionNanometres(middle) < travel) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /**
     * One approach.
     *
     * @param seed seed of the noise
     * @return the curve, with amplitude and phase if there is a lateral side
     */
    public ForceCurve simulate(long seed) {
        return ForceCurve.of(List.of(leg(Direction.APPROACH, random(seed))));
    }

    /**
     * An approach and the retract after it; the retract neither snaps in nor breaks through, but may adhere.
     *
     * @param seed seed of the noise
     * @return the curve
     */
    public ForceCurve simulateWithRetract(long seed) {
        Random random = random(seed);
        return ForceCurve.of(List.of(leg(Direction.APPROACH, random), leg(Direction.RETRACT, random)));
    }

    /** Neighbouring seeds of java.util.Random begin alike, so the seed is scrambled first (Steele et al. 2014, SplitMix). */
    private static Random random(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return new Random(z ^ (z >>> 31));
    }

    private ForceSegment leg(Direction direction, Random random) {
        Settings s = settings;
        int n = s.points;
        double[] z = new double[n];
        double[] d = new double[n];
        double[] errors = noise.draw(n, random);
        double[][] torsion = new double[n][];
        double h = law.thicknessNanometres();
        boolean approaching = direction == Direction.APPROACH;
        for (int i = 0; i < n; i++) {
            double ramp = s.rampNanometres * (approaching ? i : n - 1 - i) / (n - 1);
            double travel = ramp - s.onsetNanometres;
            double depth = travel <= 0 ? 0 : indentation(travel);
            boolean snapped = approaching && travel <= 0 && travel > -s.snapInNanometres;
            boolean broken = approaching && h > 0 && depth >= s.breakThroughFraction * h;
            boolean held = !approaching && travel <= 0 && travel > -adhesionNanometres;
            double deflection = snapped || held ? travel : broken ? travel - h : Math.max(travel, 0) - depth;
            double fringe =
                    s.fringeNanometres * Math.sin(2 * Math.PI * ramp / s.fringePeriodNanometres + s.fringePhaseRadian);
            double reported =
                    s.zQuantumNanometres > 0 ? s.zQuantumNanometres * Math.rint(ramp / s.zQuantumNanometres) : ramp;
            z[i] = NANO * reported;
            d[i] = NANO * (s.solidSlope * deflection + s.offsetNanometres + s.tilt * ramp + fringe + errors[i]);
            if (lateral != null) {
                LateralResponse.Stage stage = travel <= 0 && !snapped
                        ? LateralResponse.Stage.LIQUID
                        : depth >= h || broken ? LateralResponse.Stage.SOLID : LateralResponse.Stage.LAYER;
                torsion[i] = lateral.phasor(stage, h == 0 ? 0 : depth / h);
            }
        }
        ForceSegment leg = ForceSegment.of(direction, ZSource.RAMP, z, d).withDurationSeconds(s.rampSeconds);
        return Optional.ofNullable(lateral)
                .map(response -> LockIn.read(leg, torsion, response, random))
                .orElse(leg);
    }

    /** Turns the phasors of the torsion into the channels of a lock-in. */
    private static final class LockIn {
        static ForceSegment read(ForceSegment leg, double[][] phasors, LateralResponse response, Random random) {
            int n = phasors.length;
            double[] amplitude = new double[n];
            double[] phase = new double[n];
            double keep = response.timeConstantSamples() > 0 ? Math.exp(-1 / response.timeConstantSamples()) : 0;
            double offset = Math.toRadians(response.offsetDegrees());
            double crossTalk = Math.toRadians(response.crossTalkDegrees());
            double x = phasors[0][0];
            double y = phasors[0][1];
            for (int i = 0; i < n; i++) {
                x = keep * x + (1 - keep) * phasors[i][0];
                y = keep * y + (1 - keep) * phasors[i][1];
                double sign = response.sense() == LateralResponse.Sense.LAG_POSITIVE ? 1 : -1;
                double re = x * Math.cos(offset) - sign * y * Math.sin(offset);
                double im = x * Math.sin(offset) + sign * y * Math.cos(offset);
                re += response.crossTalkFraction() * Math.cos(crossTalk);
                im += response.crossTalkFraction() * Math.sin(crossTalk);
                re += response.noiseFraction() * random.nextGaussian();
                im += response.noiseFraction() * random.nextGaussian();
                amplitude[i] = response.amplitude() * Math.hypot(re, im);
                phase[i] = Math.atan2(im, re);
            }
            return leg.withPhase(phase).withAmplitude(amplitude, AmplitudeUnit.VOLT);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CurveSimulator that
                && Objects.equals(settings, that.settings)
                && Objects.equals(law, that.law)
                && Objects.equals(noise, that.noise)
                && Objects.equals(lateral, that.lateral);
    }

    @Override
    public int hashCode() {
        return Objects.hash(settings, law, noise, lateral);
    }

    @Override
    public String toString() {
        return "CurveSimulator[settings " + settings + ", law " + law + ", noise " + noise + ", lateral " + lateral
                + "]";
    }
}
