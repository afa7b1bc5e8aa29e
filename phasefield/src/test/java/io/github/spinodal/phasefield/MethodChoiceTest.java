package io.github.spinodal.phasefield;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The automatic choice of method, in counted work: an attempted explicit step is one, an implicit one costs
 * {@link MethodChooser#IMPLICIT_COST}. No clock, so that the figures are the same everywhere.
 */
class MethodChoiceTest {
    private static final int GRAINS = 500;
    /** Few enough for the order of events not to be sensitive. */
    private static final int FEW_GRAINS = 100;

    private static final int FILLINGS = 8;
    private static final int EXPLICIT_EVALUATIONS = 6;

    @ParameterizedTest
    @CsvSource({"3, 1e-3, 1.03", "3, 2.5e-4, 1.03", "3, 1e-4, 1", "4.5, 1e-3, 1.01", "4.5, 2.5e-4, 1", "4.5, 1e-4, 1"})
    void automaticStepsDoNoMoreWorkThanTheBetterMethod(double omega, double rate, double limit) {
        double automatic = work(omega, rate, Method.AUTOMATIC);
        double explicit = work(omega, rate, Method.EXPLICIT);
        double implicit = work(omega, rate, Method.IMPLICIT);
        assertTrue(
                automatic <= limit * Math.min(explicit, implicit),
                () -> automatic + " against " + explicit + " explicit, " + implicit + " implicit");
    }

    @ParameterizedTest
    @CsvSource({"3, 1e-3", "4.5, 1e-3", "4.5, 1e-4"})
    void everyMethodKeepsThePotentialWithinTenTolerances(double omega, double rate) {
        GrainEnsemble grains = Grains.spread(omega, Kinetics.symmetric(), FEW_GRAINS, 1);
        double[] truth = potentials(grains, rate, Method.EXPLICIT, 1e-9);
        for (Method method : Method.values()) {
            double[] found = potentials(grains, rate, method, 1e-6);
            double square = 0;
            for (int i = 0; i < FILLINGS; i++) {
                square += (found[i] - truth[i]) * (found[i] - truth[i]) / FILLINGS;
            }
            double rms = Math.sqrt(square);
            assertTrue(rms <= 1e-5, () -> method + ": " + rms + " kT/e");
        }
    }

    /** Potentials (kT/e) at the ends of ever longer discharges. */
    private static double[] potentials(GrainEnsemble grains, double rate, Method method, double tolerance) {
        double[] potentials = new double[FILLINGS];
        for (int i = 0; i < FILLINGS; i++) {
            double[] voltage = Grains.galvanostatic(grains, rate, 0.005, 0.96 * (i + 1) / FILLINGS)
                    .withMethod(method)
                    .withRelativeTolerance(tolerance)
                    .run()
                    .voltage()
                    .voltageVolt();
            potentials[i] = voltage[voltage.length - 1] / Grains.THERMAL_VOLTAGE;
        }
        return potentials;
    }

    private static double work(double omega, double rate, Method method) {
        SimulationResult result = Grains.galvanostatic(
                        Grains.spread(omega, Kinetics.symmetric(), GRAINS, 1), rate, 0.005, 0.99)
                .withMethod(method)
                .run();
        double attempts = result.acceptedSteps() + result.rejectedSteps();
        double evaluations = result.grainEvaluations() / (double) GRAINS;
        // An implicit step evaluates the rates once more than an explicit one; the start evaluates them once.
        double implicit = Math.max(0, evaluations - 1 - EXPLICIT_EVALUATIONS * attempts);
        return attempts - implicit + MethodChooser.IMPLICIT_COST * implicit;
    }
}
