package io.github.spinodal.examples.study;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.quantity.Temperature;
import io.github.spinodal.core.quantity.Voltage;
import io.github.spinodal.core.thermo.MiscibilityGap;
import io.github.spinodal.core.thermo.OpenCircuitVoltage;
import io.github.spinodal.core.thermo.PhaseDiagram;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.examples.report.Figure;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Free energy, open-circuit voltage and phase diagram of the regular solution (study, Eqs. 1 to 3, Figure 5a). */
public final class ThermodynamicsSection {
    /** Interaction of LTO (J per site), Vasileiadis et al. (2018), as used by MPET. */
    static final double LTO_OMEGA = 1.43e-20;

    private static final double T = PhysicalConstants.ROOM_TEMPERATURE;
    private static final int CURVE_POINTS = 400;

    /** Published or independently computed values: Omega/kT, spinodal, binodal, mu at the spinodal over kT. */
    private static final double[][] TABLE = {
        {2.2, 0.349244328, 0.248529713, 0.0409624544},
        {2.5, 0.276393202, 0.144794108, 0.155610339},
        {3, 0.211324865, 0.0707201817, 0.415092911},
        {4, 0.146446609, 0.0212479880, 1.06567995},
        {4.5, 0.127322004, 0.0122520871, 1.42925467},
        {5, 0.112701665, 0.00718806418, 1.80954628}
    };

    private ThermodynamicsSection() {}

    /**
     * Computes the section.
     *
     * @return the section
     */
    public static Section compute() {
        List<ResultRow> rows = new ArrayList<>();
        for (double[] expected : TABLE) {
            addTableRows(rows, expected);
        }
        RegularSolution lto = RegularSolution.ofOmega(LTO_OMEGA, T);
        PhaseDiagram diagram = PhaseDiagram.of(lto);
        MiscibilityGap gap = diagram.gaps().get(0);
        String source = "regular solution, Omega = 1.43e-20 J (Vasileiadis et al. 2018)";
        rows.add(ResultRow.of("thermo.lto.omega", "interaction of LTO over kT at 25 \u00b0C", lto.omegaOverKT(), "")
                .from(source));
        rows.add(ResultRow.of(
                        "thermo.lto.overshoot",
                        "voltage bump of one grain, LTO",
                        gap.lithiationOvershoot().inMillivolts(),
                        "mV")
                .from(source)
                .verdict(Verdict.prediction("an upper limit for what a grain can add to the plateau")));
        rows.add(ResultRow.of(
                        "thermo.lto.gap",
                        "charge-discharge gap of many grains at vanishing current, LTO",
                        gap.voltageGap().inMillivolts(),
                        "mV")
                .from(source));
        rows.add(ResultRow.of(
                        "thermo.lto.critical_temperature",
                        "critical temperature of LTO",
                        diagram.criticalPoints().get(0).temperature().inKelvins(),
                        "K")
                .from("closed form Omega/2k: "
                        + String.format(Locale.ROOT, "%.4f K", LTO_OMEGA / 2 / PhysicalConstants.BOLTZMANN)));
        return new Section(
                "thermodynamics",
                "Free energy and open-circuit voltage",
                List.of(
                        "One grain is a regular solution (study, Eqs. 1 and 2). Where mu falls with filling, between the"
                                + " spinodal points, a homogeneous grain is unstable; its open-circuit voltage (Eq. 3) overshoots"
                                + " the two-phase voltage before it. That overshoot is the bump from which everything follows."),
                rows,
                List.of(
                        new Figure(
                                "fig5a-open-circuit-voltage",
                                "After Figure 5a: open-circuit voltage of one homogeneous LTO grain, the two-phase voltage, and"
                                        + " what a grain driven slowly does: it follows the curve to the spinodal and drops.",
                                openCircuitVoltage(lto, gap)),
                        new Figure(
                                "phase-diagram",
                                "Phase diagram of LTO as a regular solution: phases coexist inside the binodal, and a homogeneous"
                                        + " grain is unstable inside the spinodal.",
                                phaseDiagram(diagram))));
    }

    private static void addTableRows(List<ResultRow> rows, double[] expected) {
        MiscibilityGap gap = PhaseDiagram.of(RegularSolution.ofOmegaOverKT(expected[0], T))
                .gaps()
                .get(0);
        double kT = PhysicalConstants.thermalEnergy(T);
        String at = String.format(Locale.ROOT, "Omega/kT = %s", expected[0]);
        String id = "thermo.omega_" + expected[0];
        rows.add(compared(
                id + ".spinodal", "lower spinodal filling, " + at, gap.lowSpinodal(), expected[1], "closed form"));
        rows.add(compared(
                id + ".binodal",
                "lower binodal filling, " + at,
                gap.lowFilling(),
                expected[2],
                "common tangent, solved aside"));
        rows.add(compared(
                id + ".overshoot",
                "mu at the spinodal over kT, " + at,
                gap.lowSpinodalPotentialJoule() / kT,
                expected[3],
                "closed form"));
    }

    private static ResultRow compared(String id, String what, double value, double expected, String source) {
        return ResultRow.of(id, what, value, "")
                .published(Double.toString(expected), source)
                .verdict(Verdict.compare(value, expected, 6e-9 * expected, "beyond the rounding of nine digits"));
    }

    private static Chart openCircuitVoltage(RegularSolution lto, MiscibilityGap gap) {
        OpenCircuitVoltage voltage = OpenCircuitVoltage.ofLithiumTitanate(lto);
        double[] c = new double[CURVE_POINTS];
        double[] v = new double[CURVE_POINTS];
        double[] slow = new double[CURVE_POINTS];
        double plateau = voltage.equilibrium().inVolts();
        for (int i = 0; i < CURVE_POINTS; i++) {
            c[i] = (i + 0.5) / CURVE_POINTS;
            v[i] = voltage.at(c[i]).inVolts();
            boolean waiting = c[i] < gap.lowSpinodal() || c[i] > gap.highFilling();
            slow[i] = waiting ? v[i] : plateau;
        }
        return LinePlot.of("One grain of LTO at 25 \u00b0C")
                .xAxis("filling c")
                .yAxis("voltage against Li (V)")
                .yRange(1.48, 1.62)
                .dashes("homogeneous", c, v)
                .line("driven slowly", c, slow)
                .horizontalRule(plateau, "two phases")
                .build();
    }

    private static Chart phaseDiagram(PhaseDiagram diagram) {
        List<double[]> points = new ArrayList<>();
        double critical = diagram.criticalPoints().get(0).temperature().inKelvins();
        for (double t = 200; t < critical; t += 2) {
            MiscibilityGap gap = diagram.at(Temperature.ofKelvins(t)).gaps().get(0);
            points.add(new double[] {t, gap.lowFilling(), gap.lowSpinodal(), gap.highSpinodal(), gap.highFilling()});
        }
        return LinePlot.of("Regular solution, LTO")
                .xAxis("filling c")
                .yAxis("temperature (K)")
                .xRange(0, 1)
                .line("binodal", loop(points, 1, 4), loop(points, 0, 0))
                .dashes("spinodal", loop(points, 2, 3), loop(points, 0, 0))
                .horizontalRule(T, "25 \u00b0C")
                .build();
    }

    /** Up one side of the loop and down the other. */
    private static double[] loop(List<double[]> points, int up, int down) {
        int n = points.size();
        double[] values = new double[2 * n];
        for (int i = 0; i < n; i++) {
            values[i] = points.get(i)[up];
            values[2 * n - 1 - i] = points.get(i)[down];
        }
        return values;
    }

    /** The two-phase voltage of LTO. */
    static Voltage plateauVoltage() {
        return OpenCircuitVoltage.ofLithiumTitanate(RegularSolution.ofOmega(LTO_OMEGA, T))
                .equilibrium();
    }
}
