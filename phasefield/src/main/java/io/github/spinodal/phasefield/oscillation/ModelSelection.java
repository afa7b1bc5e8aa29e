package io.github.spinodal.phasefield.oscillation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how flexible each part of the model is. Baselines of several stiffnesses compete with and without an
 * oscillation under Schwarz's criterion; a baseline that goes with an oscillation may not bend faster than 1.25 periods.
 */
final class ModelSelection {
    private static final int[] KNOTS = {0, 1, 3, 6, 10, 16};
    private static final double KNOT_SPACING_IN_PERIODS = 1.25;
    private static final double SLOW_SEARCH_LIMIT = 12;
    private static final double FEWEST_CYCLES = 1.5;
    private static final double SAMPLES_PER_PERIOD = 6;
    private static final double MOST_CYCLES = 150;
    private static final int LARGEST_PHASE_DEGREE = 24;
    private static final int LARGEST_ENVELOPE_DEGREE = 8;
    private static final int REFINED = 2;
    /** Two tests, steady and drifting, and half as much again for the choice of baseline and noise, from simulated noise. */
    static final double TESTS = 3;

    private static final double[] KNEES_IN_PERIODS = {0.08, 0.12, 0.18, 0.27, 0.4, 0.6, 0.9, 1.35, 2};
    /** Ratio of two decay lengths of a knee that are tried one after the other. */
    private static final double KNEE_STEP = 1.15;
    /** With fewer periods a knee would hide the slow structure of which a few periods may be made. */
    private static final double KNEE_CYCLES = 6;
    /** Periods from which a drift may have one more term than was asked for, and two. */
    private static final double FEW_CYCLES = 4;

    private static final double MANY_CYCLES = 8;
    /** Samples in the shortest decay length. */
    private static final int KNEE_SAMPLES = 3;
    /** Fall of Schwarz's criterion that ends all doubt about a term. */
    private static final double CLEARLY = 10;

    /** The highest harmonic that a search may take for a fundamental. */
    private static final int MOST_PARTS = 4;
    /** Share of the power that a longer period must account for. */
    private static final double LARGE_PART = 0.25;

    private static final int ROBUST_FROM = 3;
    private static final int[] HARMONICS = {1, 2, 3, 4, 6, 8, 12, 16};

    private final PlateauRecord record;
    private final ModelFitter fitter;
    private final List<ModelFit> baselines = new ArrayList<>();
    private final double fewest;
    private final double most;

    ModelSelection(PlateauRecord record, double minimumPeriods) {
        this.record = record;
        this.fitter = new ModelFitter(record);
        this.fewest = minimumPeriods;
        this.most = Math.max(minimumPeriods + 1, Math.min(MOST_CYCLES, record.size() / SAMPLES_PER_PERIOD));
        for (int knots : KNOTS) {
            if (Bases.splineCount(knots) <= record.size() / 6) {
                baselines.add(fitter.baseline(knots));
            }
        }
    }

    /**
     * The strongest candidate of the search.
     *
     * @param oscillation the model with it
     * @param probability chance of so strong a candidate under noise
     */
    record Candidate(ModelFit oscillation, double probability) {}

    /** The most flexible baseline that an oscillation of this many periods allows. */
    static int knotsFor(double cycles) {
        int best = 0;
        for (int knots : KNOTS) {
            if (KNOT_SPACING_IN_PERIODS * (knots + 1) <= cycles) {
                best = knots;
            }
        }
        return best;
    }

    /** The same baseline, no more flexible than an oscillation of this many periods allows. */
    static BaselineStructure beside(BaselineStructure baseline, double cycles) {
        return baseline.withKnots(Math.min(baseline.knots(), knotsFor(cycles)));
    }

    double mostCycles() {
        return most;
    }

    double fewestCycles() {
        return fewest;
    }

    /** Periods of the slowest oscillation that this baseline does not bend along with. */
    double slowestBeside(ModelFit baseline) {
        return Math.min(
                most,
                Math.max(
                        fewest,
                        KNOT_SPACING_IN_PERIODS * (baseline.structure.baseline().knots() + 1)));
    }

    ModelFit bestBaseline() {
        ModelFit best = baselines.get(0);
        for (ModelFit fit : baselines) {
            if (fit.criterion() < best.criterion()) {
                best = fit;
            }
        }
        return best;
    }

    @Nullable
    Candidate search() {
        return search(fewest, most);
    }

    /** A candidate slower than the slowest that can be determined, to say so. */
    @Nullable
    Candidate searchTooSlow() {
        return search(FEWEST_CYCLES, fewest - 0.25);
    }

    private @Nullable Candidate search(double from, double to) {
        SearchSignificance significance = SearchSignificance.of(from, to);
        ModelFit bestBaseline = bestBaseline();
        List<ModelFit> quick = new ArrayList<>();
        for (int b = 0; b < baselines.size(); b++) {
            ModelFit baseline = baselines.get(b);
            double slowest = Math.max(
                    from,
                    KNOT_SPACING_IN_PERIODS * (baseline.structure.baseline().knots() + 1));
            boolean softest = b == baselines.size() - 1
                    || KNOT_SPACING_IN_PERIODS
                                    * (baselines.get(b + 1).structure.baseline().knots() + 1)
                            > to;
            double fastest = softest || baseline == bestBaseline ? to : Math.min(to, SLOW_SEARCH_LIMIT);
            if (fastest <= slowest) {
                continue;
            }
            for (PeriodSearch.Line line : PeriodSearch.strongest(
                    record.x, baseline.residuals, baseline.noise, slowest, fastest, softest ? 2 : 1)) {
                double[] phase = line.phase();
                ModelStructure structure = baseline.structure.withOscillation(1, phase.length, 0);
                ModelFit fit = fitter.settle(fitter.fromPhase(structure, phase, baseline.noise, 3));
                if (inside(fit, from, to)) {
                    quick.add(fit);
                }
            }
        }
        quick.sort(Comparator.comparingDouble(ModelFit::criterion));
        Candidate best = null;
        double bestCriterion = Double.POSITIVE_INFINITY;
        for (ModelFit start : quick.subList(0, Math.min(REFINED, quick.size()))) {
            ModelStructure two = start.structure.withOscillation(1, 2, 0);
            ModelFit drifting = fitter.settle(fitter.extend(start, two, 5));
            ModelFit steady = steady(start);
            ModelFit chosen = drifting.criterion() < steady.criterion() ? drifting : steady;
            if (!inside(chosen, from, to) || chosen.criterion() >= bestCriterion) {
                continue;
            }
            double alone = significance.steady(statistic(bestBaseline, steady));
            double drift = significance.drifting(statistic(bestBaseline, drifting));
            bestCriterion = chosen.criterion();
            best = new Candidate(chosen, Math.min(1, TESTS * Math.min(alone, drift)));
        }
        return best;
    }

    private static boolean inside(ModelFit fit, double from, double to) {
        double cycles = fit.cycles();
        return cycles >= 0.9 * from && cycles <= 1.1 * to && fit.phaseSlope(-1) > 0 && fit.phaseSlope(1) > 0;
    }

    /**
     * Twice the gain in log-likelihood over the best pure baseline, each baseline charged for its own flexibility, so that
     * the choice of the baseline cannot make a line out of noise.
     */
    private static double statistic(ModelFit without, ModelFit with) {
        double correction = (with.degreesOfFreedom() - 1.0) / with.samples;
        int oscillation =
                with.structure.parameterCount() - with.structure.baseline().size();
        double charged = with.criterion() - oscillation * Math.log(with.samples);
        return Math.max(0, without.criterion() - charged) * correction;
    }

    /** Gives either end of the baseline a knee where one is plainly there: else the phase would bend to follow it. */
    private ModelFit withKnees(ModelFit start) {
        ModelFit best = start;
        if (start.cycles() < KNEE_CYCLES) {
            return start;
        }
        double period = 2 / start.cycles();
        double shortest = KNEE_SAMPLES * 2.0 / record.size();
        for (boolean atStart : new boolean[] {true, false}) {
            ModelFit without = best;
            for (double share : KNEES_IN_PERIODS) {
                double length = share * period;
                if (length >= shortest) {
                    BaselineStructure old = without.structure.baseline();
                    BaselineStructure bent = atStart ? old.withStartKnee(length) : old.withEndKnee(length);
                    ModelFit trial = fitter.extend(without, without.structure.withBaseline(bent), 3);
                    if (usable(trial)
                            && trial.criterion() < Math.min(best.criterion(), without.criterion() - CLEARLY)) {
                        best = trial;
                    }
                }
            }
        }
        return best == start ? start : fitter.settle(best);
    }

    /**
     * The same fit, or one of two to four times its period if the search found but a harmonic: noise may hide the fundamental, the
     * more so if there is more of it where that is. Much of the power must then be in what is not a harmonic of the candidate:
     * bumps that alternate a little have no longer period.
     */
    private ModelFit withWholePeriod(ModelFit candidate) {
        ModelFit best = candidate;
        for (int part = 2; part <= MOST_PARTS; part++) {
            double cycles = candidate.cycles() / part;
            int harmonics = part * candidate.structure.harmonics();
            if (cycles < fewest || harmonics > largestHarmonic(cycles)) {
                continue;
            }
            ModelStructure stiffer = candidate.structure.withBaseline(beside(candidate.structure.baseline(), cycles));
            ModelStructure structure = stiffer.withOscillation(harmonics, stiffer.phaseDegree(), 0);
            double[] phase = candidate.phase();
            for (int k = 0; k < phase.length; k++) {
                phase[k] /= part;
            }
            ModelFit whole = fitter.settle(fitter.fromPhase(structure, phase, candidate.noise, 8));
            // A stiffer baseline must not speak for the longer period.
            if (usable(whole)
                    && whole.criterion() < best.criterion() - CLEARLY
                    && whole.powerBeside(part) > LARGE_PART
                    && whole.criterion()
                            < fitter.settle(fitter.extend(candidate, stiffer, 8))
                                    .criterion()) {
                best = whole;
            }
        }
        return best;
    }

    /** Adds terms to a candidate as long as Schwarz's criterion falls, with and without knees. */
    ModelFit elaborate(ModelFit found) {
        ModelFit candidate = withWholePeriod(found);
        ModelFit plain = grow(candidate);
        ModelFit bent = withKnees(candidate);
        ModelFit best = plain;
        if (bent != candidate) {
            ModelFit grown = grow(bent);
            best = grown.criterion() < plain.criterion() ? grown : plain;
        }
        ModelFit last = withRoom(best);
        return last.structure.harmonics() >= ROBUST_FROM ? fitter.withRobustCovariance(last) : last;
    }

    /** One harmonic without a drift. */
    ModelFit steady(ModelFit line) {
        return fitter.settle(fitter.extend(line, line.structure.withOscillation(1, 1, 0), 8));
    }

    /** With another period than a fit's, if the harmonics of a sawtooth agree on one; else null. */
    @Nullable
    ModelFit ofSawtoothPeriod(ModelFit found) {
        double[] phase = SawtoothSearch.otherPhase(record, found, slowestBeside(found), most);
        if (phase == null) {
            return null;
        }
        double cycles = PhasePolynomial.cycles(phase);
        ModelStructure stiffer = found.structure.withBaseline(beside(found.structure.baseline(), cycles));
        ModelFit best = null;
        for (int h = 1; h <= Math.min(MOST_PARTS, largestHarmonic(cycles)); h++) {
            ModelStructure structure = stiffer.withOscillation(h, phase.length, 0);
            ModelFit fit = fitter.settle(fitter.fromPhase(structure, phase, found.noise, 8));
            if (usable(fit) && (best == null || fit.criterion() < best.criterion())) {
                best = fit;
            }
        }
        return best == null ? null : elaborate(best);
    }

    private ModelFit grow(ModelFit start) {
        ModelFit best = start;
        for (int k : new int[] {4, 8, 16, 24}) {
            if (k <= start.cycles() / 2 && start.cycles() >= 8) {
                double[] phase = PhaseTracking.follow(record, start, k);
                ModelStructure structure = start.structure.withOscillation(
                        start.structure.harmonics(), k, start.structure.envelopeDegree());
                ModelFit tracked = fitter.fromPhase(structure, phase, start.noise, 4);
                if (usable(tracked) && tracked.criterion() < best.criterion() - CLEARLY) {
                    ModelFit settled = fitter.settle(tracked);
                    best = usable(settled) ? settled : best;
                }
            }
        }
        for (int step = 0; step < 40; step++) {
            List<ModelFit> better = new ArrayList<>();
            for (ModelStructure structure : neighbours(best)) {
                ModelFit trial = fitter.extend(best, structure, 3);
                if (trial.criterion() < best.criterion() - 0.1 && usable(trial)) {
                    better.add(trial);
                }
            }
            better.sort(Comparator.comparingDouble(ModelFit::criterion));
            Optional<ModelFit> next = better.stream()
                    .map(fitter::settle)
                    .filter(ModelSelection::usable)
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            best = next.get();
        }
        return best;
    }

    /**
     * A drift is rarely the polynomial that Schwarz's criterion stops at: two more degrees keep the mean period unbiased, and
     * one where few periods can bear no more.
     */
    private ModelFit withRoom(ModelFit best) {
        ModelStructure s = best.structure;
        int bearable = best.cycles() >= MANY_CYCLES ? 2 : 1;
        int more = s.phaseDegree() >= 2 && best.cycles() >= FEW_CYCLES ? bearable : 0;
        ModelStructure roomy = s.withOscillation(
                s.harmonics(), Math.min(LARGEST_PHASE_DEGREE, s.phaseDegree() + more), s.envelopeDegree());
        ModelFit wider = fitter.settle(fitter.extend(best, roomy, 10));
        return usable(wider) ? wider : fitter.settle(fitter.extend(best, s, 10));
    }

    private List<ModelStructure> neighbours(ModelFit fit) {
        ModelStructure s = fit.structure;
        List<ModelStructure> list = new ArrayList<>();
        double cycles = fit.cycles();
        int most = record.size() / 5;
        // A phase with a term for each of a few jumps follows the samples between which they fall.
        double bearable = Math.max(2, cycles < MANY_CYCLES ? cycles / 2 : cycles);
        for (int more = 1; more <= 2; more++) {
            int degree = s.phaseDegree() + more;
            if (degree <= Math.min(LARGEST_PHASE_DEGREE, bearable)) {
                list.add(s.withOscillation(s.harmonics(), degree, s.envelopeDegree()));
            }
            int envelope = s.envelopeDegree() + more;
            if (envelope <= Math.min(LARGEST_ENVELOPE_DEGREE, cycles / 3)) {
                list.add(s.withOscillation(s.harmonics(), s.phaseDegree(), envelope));
            }
        }
        int harmonics = nextHarmonics(s.harmonics());
        if (harmonics <= largestHarmonic(cycles)) {
            list.add(s.withOscillation(harmonics, s.phaseDegree(), s.envelopeDegree()));
        }
        if (s.phaseDegree() > 1) {
            list.add(s.withOscillation(s.harmonics(), s.phaseDegree() - 1, s.envelopeDegree()));
        }
        int knots = s.baseline().knots();
        for (int i = 0; i < KNOTS.length; i++) {
            boolean neighbour = (i > 0 && KNOTS[i - 1] == knots) || (i + 1 < KNOTS.length && KNOTS[i + 1] == knots);
            if (neighbour && KNOT_SPACING_IN_PERIODS * (KNOTS[i] + 1) <= cycles) {
                list.add(s.withBaseline(s.baseline().withKnots(KNOTS[i])));
            }
        }
        for (double factor : new double[] {1 / KNEE_STEP, KNEE_STEP}) {
            BaselineStructure b = s.baseline();
            if (b.startKnee() > 0) {
                list.add(s.withBaseline(b.withStartKnee(factor * b.startKnee())));
            }
            if (b.endKnee() > 0) {
                list.add(s.withBaseline(b.withEndKnee(factor * b.endKnee())));
            }
        }
        list.removeIf(structure -> structure.parameterCount() > most);
        return list;
    }

    private static int nextHarmonics(int now) {
        for (int h : HARMONICS) {
            if (h > now) {
                return h;
            }
        }
        return Integer.MAX_VALUE;
    }

    /** The harmonic that three samples still resolve. */
    int largestHarmonic(double cycles) {
        return (int) Math.floor(record.size() / cycles / 2.5);
    }

    ModelFit withHarmonics(ModelFit fit, int harmonics) {
        ModelStructure s = fit.structure;
        ModelFit more = fitter.extend(fit, s.withOscillation(harmonics, s.phaseDegree(), s.envelopeDegree()), 0);
        return s.harmonics() >= ROBUST_FROM ? fitter.withRobustCovariance(more) : more;
    }

    /** The phase must go forward everywhere and the envelope keep its sign. */
    private static boolean usable(ModelFit fit) {
        double mean = Math.PI * fit.cycles();
        for (int i = 0; i <= 40; i++) {
            double x = -1 + i / 20.0;
            if (!(fit.phaseSlope(x) > 0.2 * mean) || !(fit.envelopeAt(x) > -0.05)) {
                return false;
            }
        }
        return true;
    }
}
