package io.github.spinodal.core.cycling;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the constant-current branches out of a cycling test.
 *
 * <p>The current of a branch is the median over its step. Samples that differ from it by more than the tolerance end the
 * branch, such as the decay at the end of a constant-current-constant-voltage charge, unless at most
 * {@link #longestSpike()} of them stand in a row: those are left out as spikes and counted. Where the test has no currents,
 * the caller has to say the current. Immutable; each {@code with} method returns a changed copy.
 *
 * @param tolerance largest relative deviation of a constant current, in (0, 1)
 * @param longestSpike largest number of deviating samples in a row that are no end, 0 or more
 * @param fewestPoints fewest samples of a branch, at least 2
 * @param pauses what a rest within a branch does
 * @param assumedCurrentAmpere current (A) of a test without currents, 0 where there is none to assume
 */
public record BranchExtraction(
        double tolerance, int longestSpike, int fewestPoints, Pauses pauses, double assumedCurrentAmpere)
        implements Serializable {
    /** What a rest between two stretches of the same direction, cycle and current does. */
    public enum Pauses {
        /** The stretches form one branch; the rest's samples are left out. */
        JOIN,
        /** The branch ends with the rest. */
        SPLIT
    }

    /**
     * Checks the settings.
     *
     * @throws InvalidValueException if one is outside its range
     */
    public BranchExtraction {
        Require.inside("tolerance of the current", tolerance, 0, 1);
        Require.atLeast("longest spike (samples)", longestSpike, 0);
        Require.atLeast("fewest points of a branch", fewestPoints, 2);
        Require.nonNegative("assumed current (A)", assumedCurrentAmpere);
    }

    /**
     * Tolerance 5 %, spikes of at most 3 samples, branches of at least 5 points, pauses joined, no assumed current.
     *
     * @return the defaults
     */
    public static BranchExtraction withDefaults() {
        return new BranchExtraction(0.05, 3, 5, Pauses.JOIN, 0);
    }

    /**
     * These settings with another tolerance.
     *
     * @param relative largest relative deviation of a constant current, in (0, 1)
     * @return the changed settings
     * @throws InvalidValueException if it is outside its range
     */
    public BranchExtraction withTolerance(double relative) {
        return new BranchExtraction(relative, longestSpike, fewestPoints, pauses, assumedCurrentAmpere);
    }

    /**
     * These settings with another longest spike.
     *
     * @param samples largest number of deviating samples in a row that are no end, 0 or more
     * @return the changed settings
     * @throws InvalidValueException if it is outside its range
     */
    public BranchExtraction withLongestSpike(int samples) {
        return new BranchExtraction(tolerance, samples, fewestPoints, pauses, assumedCurrentAmpere);
    }

    /**
     * These settings with another smallest branch.
     *
     * @param points fewest samples of a branch, at least 2
     * @return the changed settings
     * @throws InvalidValueException if it is outside its range
     */
    public BranchExtraction withFewestPoints(int points) {
        return new BranchExtraction(tolerance, longestSpike, points, pauses, assumedCurrentAmpere);
    }

    /**
     * These settings with another treatment of rests.
     *
     * @param treatment what a rest within a branch does
     * @return the changed settings
     */
    public BranchExtraction withPauses(Pauses treatment) {
        return new BranchExtraction(tolerance, longestSpike, fewestPoints, treatment, assumedCurrentAmpere);
    }

    /**
     * These settings with the current of a test that does not tell it.
     *
     * @param currentAmpere magnitude of the current (A), positive
     * @return the changed settings
     * @throws InvalidValueException if it is not positive and finite
     */
    public BranchExtraction withAssumedCurrent(double currentAmpere) {
        return new BranchExtraction(
                tolerance, longestSpike, fewestPoints, pauses, Require.positive("assumed current (A)", currentAmpere));
    }

    /** Samples of one direction and one current. */
    private record Run(CyclingStep step, double current, List<Integer> samples, int pauses, int spikes) {}

    /**
     * The branches of a test.
     *
     * @param data the test
     * @return its constant-current branches in order, possibly none
     * @throws InvalidValueException if the test has no currents and none is assumed
     */
    public List<GalvanostaticBranch> extract(CyclingData data) {
        if (!data.hasCurrents() && assumedCurrentAmpere == 0) {
            throw new InvalidValueException(
                    "current (A)", "unknown", "given with withAssumedCurrent, since the test has none");
        }
        double[] current = data.currentAmpere();
        double[] net = data.netChargeCoulomb();
        double[] voltage = data.voltageVolt();
        List<GalvanostaticBranch> branches = new ArrayList<>();
        for (Run run : joined(runs(data, current))) {
            GalvanostaticBranch branch = branch(run, net, voltage);
            if (branch != null) {
                branches.add(branch);
            }
        }
        return List.copyOf(branches);
    }

    private List<Run> runs(CyclingData data, double[] current) {
        List<Run> runs = new ArrayList<>();
        for (CyclingStep step : data.steps()) {
            if (step.kind() == CyclingStep.Kind.REST) {
                continue;
            }
            double typical =
                    current.length == 0 ? assumedCurrentAmpere : medianMagnitude(current, step.from(), step.to());
            List<Integer> samples = new ArrayList<>();
            int spikes = 0;
            int deviating = 0;
            for (int i = step.from(); i < step.to(); i++) {
                boolean constant =
                        current.length == 0 || Math.abs(Math.abs(current[i]) - typical) <= tolerance * typical;
                if (!constant) {
                    deviating++;
                    continue;
                }
                if (deviating > longestSpike && !samples.isEmpty()) {
                    runs.add(new Run(step, typical, samples, 0, spikes));
                    samples = new ArrayList<>();
                    spikes = 0;
                } else if (!samples.isEmpty()) {
                    spikes += deviating;
                }
                deviating = 0;
                samples.add(i);
            }
            if (!samples.isEmpty()) {
                runs.add(new Run(step, typical, samples, 0, spikes));
            }
        }
        return runs;
    }

    private static double medianMagnitude(double[] current, int from, int to) {
        double[] magnitudes = new double[to - from];
        Arrays.setAll(magnitudes, i -> Math.abs(current[from + i]));
        Arrays.sort(magnitudes);
        return 0.5 * (magnitudes[magnitudes.length / 2] + magnitudes[(magnitudes.length - 1) / 2]);
    }

    private List<Run> joined(List<Run> runs) {
        List<Run> joined = new ArrayList<>();
        for (Run run : runs) {
            Run before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            boolean continues = before != null
                    && pauses == Pauses.JOIN
                    && before.step().to() != run.step().to()
                    && before.step().kind() == run.step().kind()
                    && before.step().cycle() == run.step().cycle()
                    && Math.abs(before.current() - run.current()) <= tolerance * before.current();
            if (before == null || !continues) {
                joined.add(run);
                continue;
            }
            List<Integer> samples = new ArrayList<>(before.samples());
            samples.addAll(run.samples());
            boolean rested = run.step().from() > before.step().to();
            joined.set(
                    joined.size() - 1,
                    new Run(
                            new CyclingStep(
                                    run.step().cycle(),
                                    before.step().step(),
                                    run.step().kind(),
                                    before.step().from(),
                                    run.step().to(),
                                    before.step().chargeCoulomb() + run.step().chargeCoulomb()),
                            before.current(),
                            samples,
                            before.pauses() + (rested ? 1 : 0),
                            before.spikes() + run.spikes()));
        }
        return joined;
    }

    private @Nullable GalvanostaticBranch branch(Run run, double[] net, double[] voltage) {
        boolean charging = run.step().kind() == CyclingStep.Kind.CHARGE;
        int first = run.samples().get(0);
        double[] charge = new double[run.samples().size()];
        double[] potential = new double[charge.length];
        int count = 0;
        int last = first;
        for (int i : run.samples()) {
            double passed = charging ? net[i] - net[first] : net[first] - net[i];
            if (count == 0 || passed >= charge[count - 1]) {
                charge[count] = passed;
                potential[count] = voltage[i];
                count++;
                last = i;
            }
        }
        if (count < fewestPoints || !(charge[count - 1] > 0) || !(run.current() > 0)) {
            return null;
        }
        GalvanostaticCurve curve = GalvanostaticCurve.of(
                charging ? Direction.CHARGE : Direction.DISCHARGE,
                run.current(),
                Arrays.copyOf(charge, count),
                Arrays.copyOf(potential, count));
        int skipped = run.spikes() + charge.length - count;
        return new GalvanostaticBranch(
                run.step().cycle(), run.step().step(), first, last, skipped, run.pauses(), curve);
    }
}
