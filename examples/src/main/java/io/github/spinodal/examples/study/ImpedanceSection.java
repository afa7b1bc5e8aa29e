package io.github.spinodal.examples.study;

import io.github.spinodal.core.PhysicalConstants;
import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.electrode.StudyFilms;
import io.github.spinodal.core.quantity.Concentration;
import io.github.spinodal.core.quantity.DiffusionCoefficient;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.quantity.Temperature;
import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.CircuitFit;
import io.github.spinodal.eis.CircuitFitter;
import io.github.spinodal.eis.CircuitParameter;
import io.github.spinodal.eis.Diffusion;
import io.github.spinodal.eis.DiffusionConvention;
import io.github.spinodal.eis.DiffusionQuantity;
import io.github.spinodal.eis.LinKk;
import io.github.spinodal.eis.NoiseModel;
import io.github.spinodal.eis.WarburgRegression;
import io.github.spinodal.eis.chart.ImpedanceCharts;
import io.github.spinodal.examples.report.Figure;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Verdict;
import io.github.spinodal.examples.study.ImpedanceTable.Electrode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Impedance of the four electrodes: Table S3, Figures 2e and S11, and the diffusion coefficients. */
public final class ImpedanceSection {
    private static final String TABLE_S3 = "study, SI Table S3";
    private static final String PRINTED_D = "study, SI Section 6";
    private static final int POINTS = 61;
    private static final double NOISE = 0.005;
    private static final double SQUARE_CENTIMETRES_PER_SQUARE_METRE = 1e4;
    private static final double CUBIC_CENTIMETRES_PER_CUBIC_METRE = 1e-6;

    /** Formula units of Li4Ti5O12, 3.48 g/cm3 over 459.09 g/mol. */
    private static final Concentration FORMULA_UNITS = Concentration.ofMolesPerCubicCentimetre(7.58e-3);

    /** Three lithium ions per formula unit move on the plateau. */
    private static final Concentration MOBILE_LITHIUM = Concentration.ofMolesPerCubicCentimetre(2.27e-2);

    private static final Temperature ROOM = Temperature.ofKelvins(PhysicalConstants.ROOM_TEMPERATURE);

    private ImpedanceSection() {}

    /**
     * Computes the section.
     *
     * @return the section
     */
    public static Section compute() {
        Circuit circuit = Circuit.parse(ImpedanceTable.CIRCUIT);
        List<ResultRow> rows = new ArrayList<>();
        Map<String, ImpedanceSpectrum> spectra = new LinkedHashMap<>();
        List<Chart> regressions = new ArrayList<>();
        List<CircuitFit> fits = new ArrayList<>();
        long seed = 1;
        for (Electrode electrode : ImpedanceTable.ELECTRODES) {
            ImpedanceSpectrum clean = circuit.spectrum(frequencies(), electrode.values());
            ImpedanceSpectrum noisy = NoiseModel.proportional(NOISE, seed++).addTo(clean);
            CircuitFit fit = CircuitFitter.fit(circuit, noisy);
            fits.add(fit);
            spectra.put(electrode.name(), noisy);
            parameters(rows, electrode, fit);
            sigma(rows, electrode, fit, clean);
            diffusion(rows, electrode, fit);
            regressions.add(ImpedanceCharts.warburg(WarburgRegression.of(fit)).sized(520, 380));
        }
        ratios(rows, fits);
        exchangeCurrents(rows);
        rows.add(ResultRow.ofWord("eis.rct.cycles", "fall of R_ct of AZO(60) with cycle number", "unknown")
                .published("decreases continuously", "study, Figure 2f")
                .verdict(Verdict.notDerivable("the values are drawn, not printed")));
        return new Section("impedance", "Impedance and diffusion", TEXT, rows, figures(spectra, fits, regressions));
    }

    private static double[] frequencies() {
        double[] f = new double[POINTS];
        double decades = Math.log10(ImpedanceTable.HIGHEST_HZ / ImpedanceTable.LOWEST_HZ);
        for (int i = 0; i < POINTS; i++) {
            f[i] = ImpedanceTable.HIGHEST_HZ * Math.pow(10, -decades * i / (POINTS - 1));
        }
        return f;
    }

    private static void parameters(List<ResultRow> rows, Electrode electrode, CircuitFit fit) {
        List<CircuitParameter> parameters = fit.circuit().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            double value = fit.values()[i];
            double error = fit.standardErrors()[i];
            double printed = electrode.parameters().get(i);
            rows.add(ResultRow.of(
                            "eis.s3." + electrode.id() + "." + parameters.get(i).name(),
                            parameters.get(i).name() + " of " + electrode.name() + ", refitted",
                            value,
                            parameters.get(i).unit())
                    .plusMinus(error)
                    .published(Double.toString(printed), TABLE_S3)
                    .verdict(Verdict.compare(value, printed, 3 * error, "more than three standard errors apart")));
        }
        rows.add(ResultRow.of(
                        "eis.s3." + electrode.id() + ".kk_max_residual",
                        "largest Kramers-Kronig residual, " + electrode.name(),
                        100 * LinKk.check(fit.spectrum()).maximumResidual(),
                        "%")
                .from("regenerated spectrum with 0.5 % noise")
                .verdict(Verdict.prediction("no more than the noise")));
    }

    private static void sigma(List<ResultRow> rows, Electrode electrode, CircuitFit fit, ImpedanceSpectrum clean) {
        double truth = 1 / (Math.sqrt(2) * electrode.parameters().get(4));
        Measured fitted = fit.warburgSigma();
        String id = "eis.sigma." + electrode.id();
        String unit = "ohm s^-1/2";
        rows.add(ResultRow.of(id + ".fit", "\u03c3 of " + electrode.name() + " by the fit", fitted.value(), unit)
                .plusMinus(fitted.standardUncertainty())
                .published(String.format(Locale.ROOT, "%.1f", truth), "1/(\u221a2 Y0), Table S3")
                .verdict(Verdict.compare(
                        fitted.value(),
                        truth,
                        3 * fitted.standardUncertainty(),
                        "more than three standard errors apart")));
        WarburgRegression freed = WarburgRegression.of(fit);
        rows.add(ResultRow.of(
                        id + ".regression",
                        "\u03c3 of " + electrode.name() + " by regression, CPE taken out",
                        freed.sigma().value(),
                        unit)
                .plusMinus(freed.sigma().standardUncertainty())
                .published(String.format(Locale.ROOT, "%.1f", truth), "1/(\u221a2 Y0), Table S3")
                .verdict(Verdict.compare(
                        freed.sigma().value(),
                        truth,
                        3 * freed.sigma().standardUncertainty(),
                        "more than three standard errors apart")));
        WarburgRegression naive = WarburgRegression.naive(clean, ImpedanceTable.LOWEST_HZ, 1);
        double bias = 100 * (naive.sigmaFromReal() / truth - 1);
        rows.add(ResultRow.of(
                        id + ".naive_bias",
                        "bias of the classical regression of Z\u2032 below 1 Hz, noise-free, " + electrode.name(),
                        bias,
                        "%")
                .from("study, SI Eq. 2, on the spectrum of Table S3")
                .verdict(Verdict.prediction("the CPE in parallel bends the line; R\u00b2 does not show it")));
    }

    private static void diffusion(List<ResultRow> rows, Electrode electrode, CircuitFit fit) {
        Diffusion study = Diffusion.by(DiffusionConvention.TWO_SPECIES)
                .withSigma(fit.warburgSigma())
                .withArea(StudyFilms.PRINTED_AREA)
                .withConcentration(FORMULA_UNITS)
                .withTemperature(ROOM)
                .withElectrons(1);
        Measured d = study.estimate().squareMetresPerSecond().times(SQUARE_CENTIMETRES_PER_SQUARE_METRE);
        String printed = String.format(Locale.ROOT, "%.2e", electrode.printedDiffusion());
        rows.add(ResultRow.of(
                        "eis.d.two_species." + electrode.id(),
                        "D of " + electrode.name() + ", the study's formula with C of formula units",
                        d.value(),
                        "cm\u00b2/s")
                .plusMinus(d.standardUncertainty())
                .published(printed, PRINTED_D)
                .verdict(Verdict.compare(
                        d.value(),
                        electrode.printedDiffusion(),
                        0.05 * electrode.printedDiffusion(),
                        "does not follow from the table's W with any one A and C")));
        Measured one = Diffusion.by(DiffusionConvention.ONE_SPECIES)
                .withSigma(fit.warburgSigma())
                .withArea(StudyFilms.PRINTED_AREA)
                .withConcentration(MOBILE_LITHIUM)
                .withTemperature(ROOM)
                .withElectrons(1)
                .estimate()
                .squareMetresPerSecond()
                .times(SQUARE_CENTIMETRES_PER_SQUARE_METRE);
        rows.add(ResultRow.of(
                        "eis.d.one_species." + electrode.id(),
                        "D of " + electrode.name() + ", one species with C of mobile lithium",
                        one.value(),
                        "cm\u00b2/s")
                .plusMinus(one.standardUncertainty())
                .from("Table S3")
                .verdict(Verdict.prediction("an insertion electrode has one mobile species, lithium")));
        Measured implied = study.impliedBy(
                        DiffusionCoefficient.ofSquareCentimetresPerSecond(electrode.printedDiffusion()),
                        DiffusionQuantity.CONCENTRATION)
                .times(CUBIC_CENTIMETRES_PER_CUBIC_METRE);
        rows.add(ResultRow.of(
                        "eis.d.implied_concentration." + electrode.id(),
                        "C that the printed D of " + electrode.name() + " would imply",
                        implied.value(),
                        "mol/cm\u00b3")
                .plusMinus(implied.standardUncertainty())
                .published("7.58e-3", "formula units of LTO, 3.48 g/cm\u00b3")
                .verdict(Verdict.disagrees(
                        "and differs from electrode to electrode; \u201cmolar volume\u201d is printed for C")));
    }

    private static void ratios(List<ResultRow> rows, List<CircuitFit> fits) {
        double reference = fits.get(0).warburgSigma().value();
        Electrode bare = ImpedanceTable.ELECTRODES.get(0);
        for (int i = 1; i < fits.size(); i++) {
            Electrode electrode = ImpedanceTable.ELECTRODES.get(i);
            Measured sigma = fits.get(i).warburgSigma();
            double ratio = Math.pow(reference / sigma.value(), 2);
            double printed = electrode.printedDiffusion() / bare.printedDiffusion();
            double uncertainty = 2
                    * ratio
                    * Math.hypot(
                            sigma.relativeUncertainty(),
                            fits.get(0).warburgSigma().relativeUncertainty());
            rows.add(ResultRow.of(
                            "eis.d.ratio." + electrode.id(),
                            "D of " + electrode.name() + " over that of bare LTO",
                            ratio,
                            "")
                    .plusMinus(uncertainty)
                    .published(String.format(Locale.ROOT, "%.2f", printed), PRINTED_D)
                    .verdict(Verdict.compare(
                            ratio,
                            printed,
                            3 * uncertainty,
                            "A, C and T cancel here, so that only W of Table S3 counts")));
        }
    }

    private static void exchangeCurrents(List<ResultRow> rows) {
        for (Electrode electrode : ImpedanceTable.ELECTRODES) {
            double current = PhysicalConstants.thermalVoltage(PhysicalConstants.ROOM_TEMPERATURE)
                    / electrode.chargeTransferOhm();
            rows.add(ResultRow.of(
                            "eis.exchange_current." + electrode.id(),
                            "exchange current kT/(e R_ct), " + electrode.name(),
                            1e6 * current,
                            "uA")
                    .from(TABLE_S3));
        }
        double hot = PhysicalConstants.thermalVoltage(
                        Temperature.ofDegreesCelsius(60).inKelvins())
                / 50;
        rows.add(ResultRow.of(
                        "eis.exchange_current.azo60.hot",
                        "exchange current of AZO(60) at 60 \u00b0C, R_ct about 50 ohm",
                        1e6 * hot,
                        "uA")
                .published("about 50 ohm; bare more than four times that", "study, Section 2.2 and Figure 2g")
                .verdict(Verdict.prediction("of a rounded resistance")));
    }

    private static List<Figure> figures(
            Map<String, ImpedanceSpectrum> spectra, List<CircuitFit> fits, List<Chart> regressions) {
        return List.of(
                new Figure(
                        "fig2e-nyquist",
                        "After Figure 2e: Nyquist plots of the four electrodes after 100 cycles, regenerated from Table S3 with"
                                + " 0.5 % noise.",
                        ImpedanceCharts.nyquist("Four electrodes after 100 cycles", spectra)),
                new Figure(
                        "table-s3-fit",
                        "The refitted spectrum of the bare film.",
                        ImpedanceCharts.nyquist(fits.get(0))),
                new Figure(
                        "figS11-warburg",
                        "After Figure S11: impedance against \u03c9^-1/2, with series resistance and CPE taken out, and the line of"
                                + " one slope for both parts. From left to right and top to bottom: bare, AZO(30), AZO(60),"
                                + " AZO(90).",
                        Chart.stack(
                                Chart.beside(regressions.get(0), regressions.get(1)),
                                Chart.beside(regressions.get(2), regressions.get(3)))));
    }

    private static final List<String> TEXT = List.of(
            "Spectra are regenerated from the parameters of Table S3 over the printed range, 0.1 Hz to 100 kHz, with 0.5 %"
                    + " noise of fixed seed, and fitted without any start.",
            "The study's diffusion coefficients are compared with what its own formula gives from its own W. They disagree,"
                    + " and not by a constant: the ratio between two electrodes contains nothing but their W. The formula's C"
                    + " is a concentration, printed as \u201cmolar volume\u201d; each convention below says which C it takes.");
}
