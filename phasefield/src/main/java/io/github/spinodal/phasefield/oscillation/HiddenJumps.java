package io.github.spinodal.phasefield.oscillation;

import io.github.spinodal.core.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A sawtooth whose jumps noise hides one by one. Together they tell more of its period, and its shape more of its amplitude,
 * than the few harmonics that stand out of the noise.
 */
final class HiddenJumps implements JumpTiming {
    /** Of the jump in the period that are tried at first. */
    private static final int PLACES = 64;
    /** Standard deviations of the harmonics' period that are tried on either side: they say less of it than the jumps. */
    private static final int DEVIATIONS = 2;
    /** How far a step of the walk changes the shape: see {@link SawtoothLikelihood}. */
    private static final double SHAPE_STEP = 0.15;
    /** Enough to know the length of a step, and for the quantiles. */
    private static final int FIRST_DRAWS = 200;

    private static final int DRAWS = 2500;
    /** Fall of Schwarz's criterion below that of harmonics that is asked for; of sines one in a hundred seems to fall by more. */
    private static final double CLEARLY = 10;
    /** By how much the first places may have the worse criterion. */
    private static final double HOPE = 20;

    /** If more stand out of the noise, so do the jumps. */
    private static final int MOST_HARMONICS = 8;
    /** In a period. */
    private static final double FEWEST_SAMPLES = 4;

    private final PhaseWalk walk;
    private final SawtoothLikelihood likelihood;

    private HiddenJumps(PhaseWalk walk, SawtoothLikelihood likelihood) {
        this.walk = walk;
        this.likelihood = likelihood;
    }

    /** Beginning with a fit of harmonics; null where that describes the record better. */
    static @Nullable HiddenJumps of(PlateauRecord record, ModelFit harmonics) {
        if (harmonics.structure.harmonics() > MOST_HARMONICS || record.size() < FEWEST_SAMPLES * harmonics.cycles()) {
            return null;
        }
        SawtoothLikelihood likelihood = likeliest(record, harmonics);
        if (likelihood.criterion() > harmonics.criterion() + HOPE) {
            return null;
        }
        JumpPhase start = likelihood.likeliest();
        likelihood = new SawtoothLikelihood(record, harmonics, harmonics.noise, start, SawtoothLikelihood.SUDDEN);
        double[] covariance =
                PhaseWalk.withShape(start, SHAPE_STEP, FIRST_DRAWS, likelihood).phase().covariance;
        JumpPhase near = JumpPhase.of(likelihood.likeliest().coefficients, covariance);
        NoiseModel noise = NoiseModel.estimate(record, likelihood.residuals());
        likelihood = new SawtoothLikelihood(record, harmonics, noise, near, likelihood.likeliestShape());
        likelihood.logLikelihood(new double[near.degree() + 2]);
        if (likelihood.criterion() > harmonics.criterion() - CLEARLY) {
            return null;
        }
        PhaseWalk walk = PhaseWalk.withShape(near, SHAPE_STEP, DRAWS, likelihood);
        return new HiddenJumps(walk, likelihood);
    }

    /** The sawtooth that fits best of those with the phase of the harmonics. */
    private static SawtoothLikelihood likeliest(PlateauRecord record, ModelFit harmonics) {
        JumpPhase start = start(harmonics);
        SawtoothLikelihood likelihood =
                new SawtoothLikelihood(record, harmonics, harmonics.noise, start, SawtoothLikelihood.SUDDEN);
        double deviation = Math.sqrt(start.covariance[start.degree() + 2]);
        double[] change = new double[start.degree() + 2];
        for (int k = -DEVIATIONS; k <= DEVIATIONS; k++) {
            change[1] = k * deviation;
            likelihood.tryPlaces(PLACES, change);
        }
        return likelihood;
    }

    /** The phase of the harmonics with its uncertainty. */
    private static JumpPhase start(ModelFit harmonics) {
        int degree = harmonics.structure.phaseDegree();
        int at = harmonics.structure.harmonicStart();
        double[] coefficients = new double[degree + 1];
        System.arraycopy(harmonics.phase(), 0, coefficients, 1, degree);
        double[] covariance = new double[coefficients.length * coefficients.length];
        double cosine = harmonics.parameters[at];
        double sine = harmonics.parameters[at + 1];
        double square = cosine * cosine + sine * sine;
        double[] gradient = {-sine / square, cosine / square};
        covariance[0] = Products.variance(gradient, harmonics.covarianceBlock(at, 2));
        double[] block = harmonics.covarianceBlock(harmonics.structure.phaseStart(), degree);
        for (int i = 0; i < degree; i++) {
            System.arraycopy(block, i * degree, covariance, (i + 1) * (degree + 1) + 1, degree);
        }
        return JumpPhase.of(coefficients, covariance);
    }

    @Override
    public PhasePolynomial phase() {
        return walk.phase().withoutConstant();
    }

    @Override
    public Interval cyclesInterval(double confidence) {
        return walk.cyclesInterval(confidence);
    }

    @Override
    public double[] amplitude() {
        return likelihood.amplitude();
    }

    @Override
    public Waveform waveform(int resolvedHarmonics) {
        return likelihood.waveform(resolvedHarmonics);
    }

    @Override
    public double criterion() {
        return likelihood.criterion();
    }
}
