package io.github.spinodal.phasefield.oscillation;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.spinodal.core.data.GalvanostaticCurve;

/**
 * A record of one coulomb and the strongest line in it.
 *
 * @param record the record
 * @param selection what searched it
 * @param line the line, before anything is added to it
 */
record SearchedRecord(PlateauRecord record, ModelSelection selection, ModelFit line) {
    static SearchedRecord of(SyntheticPlateau plateau, long seed) {
        return of(plateau.curve(seed));
    }

    static SearchedRecord of(GalvanostaticCurve curve) {
        return of(curve.chargeCoulomb(), curve.voltageVolt());
    }

    static SearchedRecord of(double[] charge, double[] voltage) {
        PlateauRecord record = PlateauRecord.of(charge, voltage, 0, 1);
        ModelSelection selection = new ModelSelection(record, 3);
        ModelSelection.Candidate candidate = selection.search();
        assertNotNull(candidate);
        return new SearchedRecord(record, selection, candidate.oscillation());
    }

    ModelFit elaborated() {
        return selection.elaborate(line);
    }
}
