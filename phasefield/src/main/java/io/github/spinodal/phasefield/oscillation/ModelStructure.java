package io.github.spinodal.phasefield.oscillation;

/**
 * How many terms each part of the oscillation model has.
 *
 * @param baseline terms of the baseline
 * @param harmonics harmonics of the waveform, zero for no oscillation
 * @param phaseDegree degree of the phase in the charge, zero for no oscillation
 * @param envelopeDegree degree of the amplitude in the charge
 */
record ModelStructure(BaselineStructure baseline, int harmonics, int phaseDegree, int envelopeDegree) {
    static ModelStructure withoutOscillation(int knots) {
        return new ModelStructure(BaselineStructure.spline(knots), 0, 0, 0);
    }

    ModelStructure withOscillation(int newHarmonics, int newPhaseDegree, int newEnvelopeDegree) {
        return new ModelStructure(baseline, newHarmonics, newPhaseDegree, newEnvelopeDegree);
    }

    ModelStructure withBaseline(BaselineStructure newBaseline) {
        return new ModelStructure(newBaseline, harmonics, phaseDegree, envelopeDegree);
    }

    int harmonicStart() {
        return baseline.size();
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
