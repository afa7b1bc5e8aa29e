package io.github.spinodal.phasefield.oscillation;

/**
 * How many terms each part of the oscillation model has.
 *
 * @param knots interior knots of the baseline
 * @param harmonics harmonics of the waveform, zero for no oscillation
 * @param phaseDegree degree of the phase in the charge, zero for no oscillation
 * @param envelopeDegree degree of the amplitude in the charge
 */
record ModelStructure(int knots, int harmonics, int phaseDegree, int envelopeDegree) {
    static ModelStructure baseline(int knots) {
        return new ModelStructure(knots, 0, 0, 0);
    }

    ModelStructure withOscillation(int newHarmonics, int newPhaseDegree, int newEnvelopeDegree) {
        return new ModelStructure(knots, newHarmonics, newPhaseDegree, newEnvelopeDegree);
    }

    ModelStructure withBaseline(int newKnots) {
        return new ModelStructure(newKnots, harmonics, phaseDegree, envelopeDegree);
    }

    int harmonicStart() {
        return Bases.splineCount(knots);
    }

    int phaseStart() {
        return harmonicStart() + 2 * harmonics;
    }

    int envelopeStart() {
        return phaseStart() + phaseDegree;
    }

    int parameterCount() {
        return envelopeStart() + envelopeDegree;
    }
}
