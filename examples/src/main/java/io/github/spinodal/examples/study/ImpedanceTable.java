package io.github.spinodal.examples.study;

import java.util.List;

/** Table S3 of the study's supporting information and the diffusion coefficients beside it, as printed. */
final class ImpedanceTable {
    /** The circuit of the table. */
    static final String CIRCUIT = "R(Q(RW))";

    /** Range of the measurement (Hz), study, Section 4.3. */
    static final double LOWEST_HZ = 0.1;

    static final double HIGHEST_HZ = 1e5;

    static final List<Electrode> ELECTRODES = List.of(
            new Electrode("bare", "bare LTO", List.of(3.382, 1.270e-5, 0.7399, 1298.0, 1.974e-4), 3.30e-12),
            new Electrode("azo30", "AZO(30)-LTO", List.of(2.945, 1.383e-5, 0.7357, 553.3, 4.600e-4), 6.81e-12),
            new Electrode("azo60", "AZO(60)-LTO", List.of(2.543, 1.695e-5, 0.7467, 159.7, 7.749e-4), 3.12e-11),
            new Electrode("azo90", "AZO(90)-LTO", List.of(2.646, 1.484e-5, 0.6861, 435.3, 5.425e-4), 9.12e-12));

    private ImpedanceTable() {}

    /**
     * A column of the table.
     *
     * @param id short name
     * @param name name as printed
     * @param parameters Rs (ohm), CPE Y0 (S s^n), n, Rct (ohm), Warburg Y0 (S s^1/2)
     * @param printedDiffusion printed diffusion coefficient (cm2/s)
     */
    record Electrode(String id, String name, List<Double> parameters, double printedDiffusion) {
        double[] values() {
            return parameters.stream().mapToDouble(Double::doubleValue).toArray();
        }

        double chargeTransferOhm() {
            return parameters.get(3);
        }
    }
}
