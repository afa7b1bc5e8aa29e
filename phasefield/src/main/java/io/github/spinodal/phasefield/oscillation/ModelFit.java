package io.github.spinodal.phasefield.oscillation;

import org.jspecify.annotations.Nullable;

/** A fitted oscillation model: parameters, their covariance, and how likely it makes the record. */
final class ModelFit {
    final ModelStructure structure;
    final NoiseModel noise;
    final double[] parameters;
    /** Row by row, scaled by the noise variance; worked out when it is first asked for, since few fits are. */
    private double @Nullable [] covariance;

    final double[] residuals;
    final double whitenedSum;
    final double logDeterminant;
    final int samples;
    /** Observations that in effect tell the number of periods; few where single samples, as those at a jump, tell most. */
    final double cyclesFreedom;

    private final ModelFitter fitter;

    ModelFit(
            ModelFitter fitter,
            ModelStructure structure,
            NoiseModel noise,
            double[] parameters,
            double @Nullable [] covariance,
            double[] residuals,
            double whitenedSum,
            double logDeterminant,
            double cyclesFreedom) {
        this.fitter = fitter;
        this.structure = structure;
        this.noise = noise;
        this.parameters = parameters;
        this.covariance = covariance;
        this.residuals = residuals;
        this.whitenedSum = whitenedSum;
        this.logDeterminant = logDeterminant;
        this.samples = residuals.length;
        this.cyclesFreedom = Math.max(1, Math.min(cyclesFreedom, degreesOfFreedom()));
    }

    /** Freedom that nothing but the number of samples bounds. */
    ModelFit(
            ModelFitter fitter,
            ModelStructure structure,
            NoiseModel noise,
            double[] parameters,
            double[] residuals,
            double whitenedSum,
            double logDeterminant) {
        this(fitter, structure, noise, parameters, null, residuals, whitenedSum, logDeterminant, residuals.length);
    }

    /** The same parameters beside white noise of a standard deviation (mV). */
    ModelFit withWhiteNoise(double deviation) {
        double sum = deviation * deviation * Math.max(1, degreesOfFreedom());
        return new ModelFit(fitter, structure, NoiseModel.WHITE, parameters, residuals, sum, 0);
    }

    int degreesOfFreedom() {
        return samples - structure.parameterCount();
    }

    /** Standard deviation of the noise (mV). */
    double noiseDeviation() {
        return Math.sqrt(whitenedSum / Math.max(1, degreesOfFreedom()));
    }

    /** Minus twice the largest log-likelihood, up to a constant of the record. */
    double deviance() {
        return samples * Math.log(Math.max(whitenedSum, 1e-300) / samples) + logDeterminant;
    }

    /** Schwarz's criterion: smaller is better. */
    double criterion() {
        return deviance() + (structure.parameterCount() + noise.parameterCount()) * Math.log(samples);
    }

    double covariance(int i, int j) {
        double[] values = covariance;
        if (values == null) {
            values = fitter.covariance(this);
            covariance = values;
        }
        return values[i * structure.parameterCount() + j];
    }

    /** The covariance of some parameters that follow one another, row by row. */
    double[] covarianceBlock(int from, int count) {
        double[] block = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                block[i * count + j] = covariance(from + i, from + j);
            }
        }
        return block;
    }

    double[] phase() {
        double[] phase = new double[structure.phaseDegree()];
        System.arraycopy(parameters, structure.phaseStart(), phase, 0, phase.length);
        return phase;
    }

    double[] envelope() {
        double[] envelope = new double[structure.envelopeDegree()];
        System.arraycopy(parameters, structure.envelopeStart(), envelope, 0, envelope.length);
        return envelope;
    }

    /** Periods between the ends of the window. */
    double cycles() {
        return PhasePolynomial.cycles(phase());
    }

    /** The phase with its uncertainty. */
    PhasePolynomial phasePolynomial() {
        return new PhasePolynomial(phase(), covarianceBlock(structure.phaseStart(), structure.phaseDegree()));
    }

    /** Slope of the phase with x: pi times the local number of periods per window. */
    double phaseSlope(double x) {
        return Bases.legendreSlope(x, phase());
    }

    double phaseAt(double x) {
        double[] values = new double[structure.phaseDegree()];
        Bases.legendre(x, values.length, values);
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            sum += values[k] * parameters[structure.phaseStart() + k];
        }
        return sum;
    }

    double envelopeAt(double x) {
        double[] values = new double[structure.envelopeDegree()];
        Bases.legendre(x, values.length, values);
        double sum = 1;
        for (int k = 0; k < values.length; k++) {
            sum += values[k] * parameters[structure.envelopeStart() + k];
        }
        return sum;
    }

    /** The waveform of unit envelope at a phase (mV). */
    double waveformAt(double phase) {
        double sum = 0;
        for (int h = 1; h <= structure.harmonics(); h++) {
            int at = structure.harmonicStart() + 2 * (h - 1);
            sum += parameters[at] * Math.cos(h * phase) + parameters[at + 1] * Math.sin(h * phase);
        }
        return sum;
    }

    /** Share of the power that is in the harmonics of which this number is no factor. */
    double powerBeside(int factor) {
        double beside = 0;
        double all = 0;
        for (int h = 1; h <= structure.harmonics(); h++) {
            int at = structure.harmonicStart() + 2 * h - 2;
            double power = parameters[at] * parameters[at] + parameters[at + 1] * parameters[at + 1];
            all += power;
            beside += h % factor == 0 ? 0 : power;
        }
        return beside / all;
    }

    double baselineAt(double x) {
        double[] values = new double[structure.baseline().size()];
        structure.baseline().values(x, values);
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            sum += values[j] * parameters[j];
        }
        return sum;
    }

    double oscillationAt(double x) {
        return structure.harmonics() == 0 ? 0 : envelopeAt(x) * waveformAt(phaseAt(x));
    }
}
