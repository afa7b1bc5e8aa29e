package io.github.spinodal.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.cycling.CyclingFiles;
import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.fit.LeastSquares;
import io.github.spinodal.core.fit.NumericalJacobian;
import io.github.spinodal.core.peaks.PeakFitter;
import io.github.spinodal.core.peaks.PeakShape;
import io.github.spinodal.core.quantity.Area;
import io.github.spinodal.core.quantity.Concentration;
import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Length;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.core.quantity.Temperature;
import io.github.spinodal.core.statistics.ChangePoints;
import io.github.spinodal.core.statistics.SegmentShape;
import io.github.spinodal.core.table.ResultTable;
import io.github.spinodal.core.table.Tabular;
import io.github.spinodal.core.thermo.PhaseDiagram;
import io.github.spinodal.core.thermo.RegularSolution;
import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.CircuitFit;
import io.github.spinodal.eis.CircuitFitter;
import io.github.spinodal.eis.Diffusion;
import io.github.spinodal.eis.DiffusionComparison;
import io.github.spinodal.eis.DiffusionConvention;
import io.github.spinodal.eis.DistributionOfRelaxationTimes;
import io.github.spinodal.eis.LinKk;
import io.github.spinodal.eis.NoiseModel;
import io.github.spinodal.eis.SequenceFit;
import io.github.spinodal.eis.SimultaneousFitter;
import io.github.spinodal.eis.WarburgRegression;
import io.github.spinodal.eis.ZHit;
import io.github.spinodal.phasefield.Electrode;
import io.github.spinodal.phasefield.EndCondition;
import io.github.spinodal.phasefield.GrainClass;
import io.github.spinodal.phasefield.GrainDistribution;
import io.github.spinodal.phasefield.GrainEnsemble;
import io.github.spinodal.phasefield.Kinetics;
import io.github.spinodal.phasefield.Linearisation;
import io.github.spinodal.phasefield.Protocol;
import io.github.spinodal.phasefield.ProtocolStep;
import io.github.spinodal.phasefield.Simulation;
import io.github.spinodal.phasefield.SimulationResult;
import io.github.spinodal.phasefield.grain.GrainControl;
import io.github.spinodal.phasefield.grain.GrainSimulation;
import io.github.spinodal.phasefield.grain.SpatialGrain;
import io.github.spinodal.phasefield.oscillation.OscillationAnalysis;
import io.github.spinodal.phasefield.oscillation.study.StudySettings;
import io.github.spinodal.phasefield.population.PopulationSimulation;
import io.github.spinodal.sfmm.LayerAnalysis;
import io.github.spinodal.sfmm.LayerGrowth;
import io.github.spinodal.sfmm.LayerMap;
import io.github.spinodal.sfmm.RetractAnalysis;
import io.github.spinodal.sfmm.SfmmSpectrum;
import io.github.spinodal.sfmm.SpectrumAnalysis;
import io.github.spinodal.sfmm.ThicknessHysteresis;
import io.github.spinodal.sfmm.map.GaussianMixture;
import io.github.spinodal.sfmm.simulation.CurveNoise;
import io.github.spinodal.sfmm.simulation.CurveSimulator;
import io.github.spinodal.sfmm.simulation.LateralResponse;
import io.github.spinodal.sfmm.simulation.LayerLaws;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every public type that holds something is a value: serializable, equal to its copy, and readable. */
class ValueTypesTest {
    private static final Pattern NAMELESS = Pattern.compile("@[0-9a-f]+\\b|\\$\\$Lambda");

    /** Types that are no values, with the reason. */
    private static final Map<String, String> WORKERS = Map.ofEntries(
            Map.entry("core.chart.Chart", "a picture: holds how to paint, and leaves as SVG or PNG"),
            Map.entry("core.chart.HeatMap", "a builder"),
            Map.entry("core.chart.LinePlot", "a builder"),
            Map.entry("core.fit.NumericalJacobian", "a calculation on the caller's function"),
            Map.entry("core.io.BinarySource", "a cursor in a file"),
            Map.entry("core.io.TextSource", "a cursor in a file"),
            Map.entry("core.table.TextRow", "a line of a file while it is read"),
            Map.entry("core.table.TextRows", "the lines of a file while it is read"),
            Map.entry(
                    "phasefield.Checkpoint",
                    "the inner state of a run, to be resumed; its copy resumes with the same bits"),
            Map.entry("phasefield.EventRecorder", "a recorder fills while a simulation runs"),
            Map.entry("phasefield.GrainRates", "the state of a kernel"),
            Map.entry("phasefield.SimulationResult", "holds the recorder of its run; curves and checkpoint are values"),
            Map.entry("phasefield.SnapshotRecorder", "a recorder fills while a simulation runs"),
            Map.entry("phasefield.VoltageRecorder", "a recorder fills while a simulation runs"),
            Map.entry("phasefield.grain.UniformStability", "a calculation"),
            Map.entry("phasefield.impedance.EnsembleImpedance", "a calculation"),
            Map.entry("phasefield.oscillation.study.StudyReproduction", "a running calculation"));

    /** Values of which the pool holds no sample. */
    private static final Map<String, String> UNSAMPLED = Map.ofEntries();

    private static final SamplePool POOL = new SamplePool();
    private static List<Class<?>> types;

    @BeforeAll
    static void collect(@TempDir Path folder) throws IOException {
        core(folder);
        eis();
        phasefield();
        sfmm();
        types = PublicTypes.holdingState();
        POOL.make(PublicTypes.all());
    }

    private static void core(Path folder) throws IOException {
        POOL.reach(PhaseDiagram.of(RegularSolution.ofOmega(1.43e-20, 298.15)));
        StringBuilder csv = new StringBuilder("time (s),current (uA),voltage (V),capacity (uAh)\n");
        for (int i = 0; i < 200; i++) {
            double share = i % 100 / 100.0;
            csv.append(36 * i + "," + (i < 100 ? -10 : 10) + "," + (i < 100 ? 1.6 - 0.1 * share : 1.5 + 0.1 * share));
            csv.append("," + share + "\n");
        }
        double[] x = new double[60];
        double[] y = new double[60];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 10.0;
            y[i] = 3 * Math.exp(-2 * (x[i] - 3) * (x[i] - 3)) + 0.01 * Math.sin(40 * x[i]);
        }
        POOL.reach(PeakFitter.of(PeakShape.gauss()).fit(x, y, 1));
        POOL.reach(ChangePoints.exact(x, y, SegmentShape.LINE, 2, 3));
        POOL.reach(LeastSquares.withDefaults()
                .solve(
                        NumericalJacobian.of(x.length, new double[] {1}, (p, r) -> {
                            for (int i = 0; i < r.length; i++) {
                                r[i] = y[i] - p[0] * x[i];
                            }
                        }),
                        1));
        POOL.reach(CyclingFiles.read(Files.writeString(folder.resolve("cell.csv"), csv)));
    }

    private static void eis() {
        double[] frequencyHz = new double[41];
        for (int i = 0; i < frequencyHz.length; i++) {
            frequencyHz[i] = Math.pow(10, 5 - 0.15 * i);
        }
        Circuit randles = Circuit.parse("R(Q(RW))");
        ImpedanceSpectrum clean = randles.spectrum(frequencyHz, 3.382, 1.27e-5, 0.7399, 1298, 1.974e-4);
        ImpedanceSpectrum spectrum = NoiseModel.proportional(0.005, 42).addTo(clean);
        CircuitFit fit = CircuitFitter.fit(randles, spectrum);
        POOL.reach(fit);
        POOL.reach(LinKk.check(spectrum));
        POOL.reach(WarburgRegression.of(fit));
        POOL.reach(DiffusionComparison.of(fit));
        POOL.reach(DistributionOfRelaxationTimes.withDefaults().of(spectrum));
        POOL.reach(ZHit.of(spectrum));
        ImpedanceSpectrum warmer =
                NoiseModel.proportional(0.005, 43).addTo(randles.spectrum(frequencyHz, 3, 1.3e-5, 0.74, 600, 3e-4));
        POOL.reach(SequenceFit.of(randles, new double[] {298, 318}, List.of(spectrum, warmer)));
        POOL.reach(SimultaneousFitter.sharing("Q1.n").solve(randles, List.of(spectrum, warmer)));
        POOL.reach(Diffusion.by(DiffusionConvention.ONE_SPECIES)
                .withSigma(fit.warburgSigma())
                .withArea(Area.ofSquareCentimetres(1.885))
                .withConcentration(Concentration.ofMolesPerCubicCentimetre(7.58e-3))
                .withTemperature(Temperature.ofKelvins(298.15))
                .withElectrons(1)
                .estimate());
    }

    private static void phasefield() {
        POOL.reach(StudySettings.withDefaults().withGrains(300));
        GrainClass grain = GrainClass.of(RegularSolution.ofOmegaOverKT(3.476, 298.15), Kinetics.symmetric());
        GrainDistribution spread =
                GrainDistribution.ofRate(1).withRateSpread(0.3).withShiftSpread(0.02);
        Electrode electrode = Electrode.of(GrainEnsemble.drawn(grain, spread, 300, 1), 0.144, 1.55);
        Protocol discharge = Protocol.of(ProtocolStep.fillingRate(8e-4, EndCondition.filling(0.99)));
        Simulation simulation = Simulation.of(electrode, discharge).withInitialFilling(0.01);
        POOL.reach(simulation);
        SimulationResult result = simulation.run();
        POOL.reach(result);
        GalvanostaticCurve curve = result.curve(0);
        POOL.reach(OscillationAnalysis.withDefaults().analyze(curve));
        POOL.reach(Linearisation.of(electrode, result.fillings(), 0));
        Electrode alike = Electrode.of(GrainEnsemble.identical(grain, 1, 1), 0.144, 1.55);
        Protocol begin = Protocol.of(ProtocolStep.fillingRate(0.01, EndCondition.filling(0.1)));
        POOL.reach(PopulationSimulation.of(alike, begin, 40)
                .withCells(60)
                .withInitialFilling(0.05)
                .run());
        SpatialGrain flat = SpatialGrain.allenCahn(
                grain.model(), grain.kinetics(), 1, Length.ofNanometres(20), Length.ofNanometres(2), 20);
        POOL.reach(GrainSimulation.of(flat, GrainControl.rate(0.01)).run(new double[] {0, 1}));
    }

    private static void sfmm() {
        ForceCurve curve = CurveSimulator.of(LayerLaws.power(45, 85, 1.5))
                .withNoise(CurveNoise.white(0.5))
                .withLateral(LateralResponse.of(0.3, 35))
                .simulate(11);
        POOL.reach(LayerAnalysis.withDefaults().analyse(curve));
        POOL.reach(LayerMap.analyse(LayerAnalysis.withDefaults(), pixel -> curve, 2, 2, 1e-8, 1e-8, 1));
        double[] x = new double[40];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i % 2 == 0 ? 1 : 3) + 0.1 * Math.sin(i);
        }
        POOL.reach(GaussianMixture.fit(x, 2));
        POOL.reach(RetractAnalysis.analyse(CurveSimulator.of(LayerLaws.power(45, 85, 1.5))
                .withNoise(CurveNoise.white(0.5))
                .withAdhesion(20)
                .simulateWithRetract(5)
                .withSpringConstant(0.1)));
        POOL.reach(SpectrumAnalysis.withDefaults().analyse(new SfmmSpectrum(0.1, curve)));
        POOL.reach(LayerGrowth.of(new double[] {1, 2, 3, 4, 5, 6}, Collections.nCopies(6, new Measured(40, 1))));
        POOL.reach(new ThicknessHysteresis(new Measured(3, 1), new Interval(0.1, 0.8)));
    }

    @Test
    void everyTypeHasASample() {
        List<String> without = types.stream()
                .map(ValueTypesTest::name)
                .filter(name -> !WORKERS.containsKey(name) && !UNSAMPLED.containsKey(name))
                .filter(name -> POOL.of(type(name)).isEmpty())
                .toList();
        assertEquals(List.of(), without);
    }

    @Test
    void everyValueSurvivesSerializationAndEqualsItsCopy() {
        List<String> faults = new ArrayList<>();
        for (Class<?> type : types) {
            if (WORKERS.containsKey(name(type))) {
                continue;
            }
            for (Object sample : POOL.of(type)) {
                if (!(sample instanceof Serializable)) {
                    faults.add(name(type) + " is not serializable");
                    break;
                }
                try {
                    Object copy = copy(sample);
                    if (!copy.equals(sample) || copy.hashCode() != sample.hashCode()) {
                        faults.add(name(type) + " does not equal its copy");
                        break;
                    }
                } catch (IOException | ClassNotFoundException e) {
                    faults.add(name(type) + " cannot be written: " + e);
                    break;
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void everyValueIsReadable() {
        List<String> faults = new ArrayList<>();
        for (Class<?> type : types) {
            for (Object sample : WORKERS.containsKey(name(type)) ? List.of() : POOL.of(type)) {
                String text = sample.toString();
                if (text.isBlank() || NAMELESS.matcher(text).find()) {
                    faults.add(name(type) + " prints as " + text);
                    break;
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void tablesOfResultsCanBeWritten() {
        List<String> tabular = new ArrayList<>();
        for (Class<?> type : types) {
            for (Object sample : Tabular.class.isAssignableFrom(type) ? POOL.of(type) : List.of()) {
                ResultTable table = ((Tabular) sample).table();
                if (table.rows().isEmpty()) {
                    continue;
                }
                assertEquals(table.rows().size() + 1, table.toCsv().lines().count(), name(type));
                assertTrue(table.toJson().contains("\"" + table.columns().get(0) + "\""), name(type));
                tabular.add(type.getSimpleName());
            }
        }
        assertTrue(tabular.containsAll(List.of("CircuitFit", "LayerResult", "OscillationResult")), tabular::toString);
    }

    @Test
    void exceptionsNameTypesThatExist() {
        List<String> names = types.stream().map(ValueTypesTest::name).toList();
        assertEquals(
                List.of(),
                WORKERS.keySet().stream().filter(n -> !names.contains(n)).toList());
        assertEquals(
                List.of(),
                UNSAMPLED.keySet().stream().filter(n -> !names.contains(n)).toList());
    }

    private static String name(Class<?> type) {
        return type.getName().substring("io.github.spinodal.".length());
    }

    private static Class<?> type(String name) {
        return types.stream().filter(t -> name(t).equals(name)).findFirst().orElseThrow();
    }

    private static Object copy(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
