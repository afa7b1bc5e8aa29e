package io.github.spinodal.phasefield.grain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.thermo.FreeEnergyModel;
import io.github.spinodal.core.thermo.MiscibilityGap;
import io.github.spinodal.core.thermo.PhaseDiagram;
import io.github.spinodal.core.thermo.RedlichKister;
import io.github.spinodal.core.thermo.RegularSolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfaceEnergyTest {
    private static final double ROOM = 298.15;

    private static MiscibilityGap gap(FreeEnergyModel model) {
        return PhaseDiagram.of(model).gaps().get(0);
    }

    /** Closed form of the regular solution, integral of sqrt(2 df) over the gap by adaptive quadrature (Python). */
    @ParameterizedTest
    @CsvSource({"2.5, .130258", "3, .288272", "3.4756, .425203", "4, .558547", "4.5, .670908", "5, .771618"})
    void reproducesTheRegularSolution(double omega, double expected) {
        FreeEnergyModel model = RegularSolution.ofOmegaOverKT(omega, ROOM);
        assertEquals(expected, InterfaceEnergy.exact(model, gap(model)).reduced(), 5e-7);
        // A tenth of lambda = sqrt(kappa/(rho kT)).
        InterfaceEnergy tenth = InterfaceEnergy.onGrid(model, gap(model), 0.1);
        assertEquals(expected, tenth.reduced(), 1e-3 * expected);
        InterfaceEnergy twentieth = InterfaceEnergy.onGrid(model, gap(model), 0.05);
        InterfaceEnergy exact = InterfaceEnergy.exact(model, gap(model));
        assertEquals(1, tenth.reduced() / exact.reduced(), 1.1e-5);
        assertEquals(4, order(exact.reduced(), tenth.reduced(), twentieth.reduced()), 0.2);
        assertEquals(2, order(exact.widthOverLambda(), tenth.widthOverLambda(), twentieth.widthOverLambda()), 0.1);
        assertEquals(exact.widthOverLambda(), twentieth.widthOverLambda(), 2e-3 * exact.widthOverLambda());
    }

    private static double order(double exact, double coarse, double fine) {
        return Math.log((coarse - exact) / (fine - exact)) / Math.log(2);
    }

    @Test
    void findsTheInterfaceOfAnAsymmetricHost() {
        FreeEnergyModel model = RedlichKister.ofOverKT(new double[] {3, 0.6}, ROOM);
        InterfaceEnergy exact = InterfaceEnergy.exact(model, gap(model));
        InterfaceEnergy grid = InterfaceEnergy.onGrid(model, gap(model), 0.1);
        assertEquals(exact.reduced(), grid.reduced(), 1e-3 * exact.reduced());
    }

    @Test
    void convertsIntoJoule() {
        FreeEnergyModel model = RegularSolution.ofOmegaOverKT(4.5, 298);
        double gamma = InterfaceEnergy.exact(model, gap(model)).joulePerSquareMetre(5.0148e-10, 1.3793e28, 298);
        // 0.670908 sqrt(5.0148e-10 * 1.3793e28 * 1.380649e-23 * 298).
        assertEquals(0.670908 * Math.sqrt(5.0148e-10 * 1.3793e28 * 1.380649e-23 * 298), gamma, 1e-6);
        assertTrue(InterfaceEnergy.exact(model, gap(model)).toString().startsWith("gamma = 0.670908"));
    }

    @Test
    void refusesAnEmptyGrid() {
        FreeEnergyModel model = RegularSolution.ofOmegaOverKT(3, ROOM);
        assertThrows(InvalidValueException.class, () -> InterfaceEnergy.onGrid(model, gap(model), 0));
    }
}
