package io.github.spinodal.examples.study;

import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.chart.LinePlot;
import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.examples.report.Figure;
import io.github.spinodal.examples.report.ResultRow;
import io.github.spinodal.examples.report.Section;
import io.github.spinodal.examples.report.Verdict;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainDistribution;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.VoltageRecorder;
import io.github.spinodal.phasefield.oscillation.chart.OscillationChart;
import io.github.spinodal.phasefield.oscillation.study.FilmOscillation;
import io.github.spinodal.phasefield.oscillation.study.FilmPreset;
import io.github.spinodal.phasefield.oscillation.study.GrowthVariant;
import io.github.spinodal.phasefield.oscillation.study.ShiftShape;
import io.github.spinodal.phasefield.oscillation.study.StudyReproduction;
import io.github.spinodal.phasefield.oscillation.study.StudyResult;
import io.github.spinodal.phasefield.oscillation.study.StudyRow;
import io.github.spinodal.phasefield.oscillation.study.StudySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Voltage oscillations, from the physics alone (study, Section 2.5, Figures 5 and 6). */
public final class OscillationSection {
    private static final double EQUILIBRIUM_VOLT = 1.55;
    private static final double CALIBRATED_RATE = 8e-4;
    private static final double FROM = 0.01;
    private static final double TO = 0.99;
    /** Places along the plateau at which the growth is drawn, each an average over a tenth of it. */
    private static final int PLACES = 20;

    private static final double LARGEST_DRAWN = 3.2;
    /** Between two others that are drawn. */
    private static final List<String> NOT_DRAWN = List.of("ln k \u00b1 0.6", "\u03a9 2.60 kT");

    private static final double SHIFT_VOLT = 0.015;
    private static final double HALF_WINDOW = 0.05;

    private OscillationSection() {}

    /**
     * Computes the section.
     *
     * @param settings sizes of the simulations
     * @param progress told in words what is going on
     * @return the section
     */
    public static Section compute(StudySettings settings, Consumer<String> progress) {
        StudyResult result = StudyReproduction.run(settings, progress);
        List<ResultRow> rows = new ArrayList<>(
                result.rows().stream().map(OscillationSection::row).toList());
        rows.addAll(AtlasPicture.rows());
        rows.addAll(EffectsPicture.rows());
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "fig5b-few-grains",
                "After Figure 5b: eight grains at one potential fill one after another; each leaves a bump.",
                voltage("Eight grains", ensemble(8))));
        figures.add(new Figure(
                "fig5c-active-fraction",
                "After Figure 5c: share of the grains inside the spinodal at each moment, 1000 grains: they switch in groups.",
                activeFraction(ensemble(1000))));
        figures.add(of("fig5d-bare", "After Figures 5d and 5e: bare film at 0.1 C, discharge", result.bare()));
        figures.add(of("fig5d-bare-charge", "The same on charge", result.bareCharge()));
        figures.add(of(
                "fig5d-bare-uniform",
                "Bare film whose shifts are uniform over 0.4 kT, calibrated on period and amplitude, at 0.1 C",
                result.bareUniform()));
        figures.add(new Figure(
                "growth-along-plateau",
                "Amplitude along the plateau with "
                        + settings.grains()
                        + " grains: normal distributions of shifts make it grow or fade, a uniform one keeps it. The dotted"
                        + " line is the smallest amplitude that can be seen.",
                growth(result.growth())));
        figures.add(of(
                "fig6b-bare-slow", "After Figures 6b and 6c: bare film at 0.025 C, nothing re-tuned", result.slow()));
        if (!result.coated().isEmpty()) {
            figures.add(new Figure(
                    "fig6a-coated",
                    "After Figure 6a: the scenarios of AZO(60), shifted by 15 mV each; the uncovered tenth of the grains still"
                            + " oscillates at the end.",
                    coated(result.coated())));
        }
        if (result.redistribution().size() > 1) {
            figures.add(new Figure(
                    "fig6d-redistribution",
                    "After Figure 6d: amplitude against direct exchange of lithium between neighbouring grains.",
                    redistribution(result.redistribution())));
        }
        figures.add(AtlasPicture.figure());
        figures.add(EffectsPicture.figure());
        return new Section("oscillations", "Voltage oscillations", text(settings), rows, figures);
    }

    private static ResultRow row(StudyRow row) {
        Measured value = row.value();
        ResultRow converted = value == null
                ? ResultRow.ofWord(row.id(), row.quantity(), "not determinable")
                : ResultRow.of(row.id(), row.quantity(), value.value(), row.unit());
        if (value != null && value.standardUncertainty() > 0) {
            converted = converted.plusMinus(value.standardUncertainty());
        }
        Verdict verdict = switch (row.agreement()) {
            case AGREES -> Verdict.agrees(row.remark());
            case DISAGREES -> Verdict.disagrees(row.remark());
            case PREDICTION -> Verdict.prediction(row.remark());
            case NOT_DERIVABLE -> Verdict.notDerivable(row.remark());
            case CALIBRATED ->
                Verdict.agrees("calibrated on this value" + (row.remark().isEmpty() ? "" : "; " + row.remark()));
        };
        return converted.published(row.published(), row.source()).verdict(verdict);
    }

    private static Figure of(String id, String caption, FilmOscillation film) {
        return new Figure(
                id,
                String.format(Locale.ROOT, "%s: %s.", caption, film.analysis()),
                OscillationChart.of(film.curve(), film.analysis()));
    }

    private static Electrode ensemble(int grains) {
        GrainClass lto =
                GrainClass.of(RegularSolution.ofOmega(ThermodynamicsSection.LTO_OMEGA, 298.15), Kinetics.symmetric());
        GrainDistribution spread =
                GrainDistribution.ofRate(1).withRateSpread(0.3).withShiftSpread(0.02);
        return Electrode.of(GrainEnsemble.drawn(lto, spread, grains, 1), 1, EQUILIBRIUM_VOLT);
    }

    private static VoltageRecorder discharge(Electrode electrode) {
        double rate = CALIBRATED_RATE * electrode.ensemble().meanRatePerSecond();
        VoltageRecorder recorder = VoltageRecorder.everyStep().withActiveFraction();
        Simulation.of(electrode, Protocol.of(ProtocolStep.fillingRate(rate, EndCondition.filling(TO))))
                .withInitialFilling(FROM)
                .run(recorder);
        return recorder;
    }

    /** Eight grains one after another, and the groups that a thousand form. */
    static Chart overview() {
        return Chart.beside(
                voltage("Eight grains at one potential", ensemble(8)).sized(620, 400),
                activeFraction(ensemble(1000)).sized(620, 400));
    }

    private static Chart voltage(String title, Electrode electrode) {
        VoltageRecorder recorder = discharge(electrode);
        return LinePlot.of(title)
                .xAxis("filling of the electrode")
                .yAxis("voltage (V)")
                .yRange(1.50, 1.60)
                .line("voltage", recorder.filling(), recorder.voltageVolt())
                .horizontalRule(EQUILIBRIUM_VOLT, "two phases")
                .build();
    }

    private static Chart activeFraction(Electrode electrode) {
        VoltageRecorder recorder = discharge(electrode);
        double[] percent = recorder.activeFraction();
        for (int i = 0; i < percent.length; i++) {
            percent[i] *= 100;
        }
        return LinePlot.of("Grains that switch together")
                .xAxis("filling of the electrode")
                .yAxis("share of grains inside the spinodal (%)")
                .line("active", recorder.filling(), percent)
                .build();
    }

    private static Chart coated(List<FilmOscillation> all) {
        LinePlot plot = LinePlot.of("AZO(60): what the coating might do")
                .xAxis("charge (uAh)")
                .yAxis("voltage (V), shifted");
        List<FilmOscillation> scenarios = new ArrayList<>(all);
        // Surfaces that change little lie on the bare film's curve.
        scenarios.removeIf(film -> film.film().wettedOmegaOverKT() > LARGEST_DRAWN
                && film.film().wettedOmegaOverKT() < film.film().omegaOverKT());
        scenarios.removeIf(film -> NOT_DRAWN.contains(scenario(film.film())));
        for (int i = 0; i < scenarios.size(); i++) {
            GalvanostaticCurve curve = scenarios.get(i).curve();
            double[] voltage = curve.voltageVolt();
            for (int k = 0; k < voltage.length; k++) {
                voltage[k] -= SHIFT_VOLT * i;
            }
            plot.line(scenario(scenarios.get(i).film()), curve.chargeMicroampereHours(), voltage);
        }
        return plot.yRange(1.38, 1.58).build();
    }

    private static String scenario(FilmPreset film) {
        if (film.coveredRateFactor() > 1) {
            return String.format(Locale.ROOT, "k \u00d7 %.2f", film.coveredRateFactor());
        }
        if (film.wettedOmegaOverKT() < film.omegaOverKT()) {
            return String.format(Locale.ROOT, "\u03a9 %.2f kT", film.wettedOmegaOverKT());
        }
        return film.rateLogSpread() > FilmPreset.bare().rateLogSpread()
                ? String.format(Locale.ROOT, "ln k \u00b1 %.1f", film.rateLogSpread())
                : "as bare";
    }

    private static Chart growth(List<GrowthVariant> variants) {
        LinePlot plot = LinePlot.of("Amplitude along the plateau, many grains")
                .xAxis("share of the plateau")
                .yAxis("amplitude (mV)");
        for (GrowthVariant variant : variants) {
            double[] share = new double[PLACES];
            double[] millivolt = new double[PLACES];
            for (int i = 0; i < PLACES; i++) {
                share[i] = (i + 0.5) / PLACES;
                millivolt[i] = 1e3
                        * variant.many()
                                .analysis()
                                .detrendedAmplitudeVolt(
                                        Math.max(0, share[i] - HALF_WINDOW), Math.min(1, share[i] + HALF_WINDOW));
            }
            if (!Double.isNaN(millivolt[0])) {
                plot.line(shifts(variant.few().film()), share, millivolt);
            }
        }
        return plot.horizontalRule(1e3 * FilmOscillation.VISIBLE_VOLT, "visible")
                .build();
    }

    private static String shifts(FilmPreset film) {
        if (film.shiftShape() == ShiftShape.UNIFORM) {
            return "uniform";
        }
        return film.rateLogSpread() > FilmPreset.bare().rateLogSpread()
                ? String.format(Locale.ROOT, "ln k %.1f", film.rateLogSpread())
                : film.shiftSpreadOverKT() + " kT";
    }

    private static Chart redistribution(List<FilmOscillation> films) {
        MeasuredPoints amplitudes = new MeasuredPoints(1e3);
        for (FilmOscillation film : films) {
            amplitudes.add(film.film().exchangeOverRate(), film.amplitudeVolt());
        }
        LinePlot plot = LinePlot.of("Redistribution between grains")
                .xAxis("conductance between neighbours over the rate constant")
                .yAxis("amplitude (mV)");
        return amplitudes
                .on(plot, "bare film")
                .horizontalRule(1e3 * FilmOscillation.VISIBLE_VOLT, "visible")
                .build();
    }

    private static List<String> text(StudySettings settings) {
        return List.of(
                "Each grain is a regular solution with its own rate and its own small shift of potential; all share one"
                        + " electrode potential. Groups form by themselves: nothing in the model says how many grains switch"
                        + " together.",
                "The bare film is calibrated first on one number, the period at 0.1 C over the plateau's capacity, with the"
                        + " literature's interaction, and once more with grains whose rates differ less; then on period and"
                        + " amplitude, with the interaction free, with normal and with uniform shifts of potential. A search"
                        + " with few grains is corrected with "
                        + settings.grains() + ", and what is published is simulated with as many and "
                        + settings.seeds()
                        + " seeds, scenarios with two. Everything else, the curve at 0.025 C, later cycles,"
                        + " the coated films, follows without re-tuning and is compared with the study.",
                "Where a row says that a scenario cannot make the oscillation vanish, that is a statement about the model: the"
                        + " study sees none on AZO(60), so the scenario is not the reason.");
    }
}
