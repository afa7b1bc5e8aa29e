package io.github.spinodal.core.structure;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One way of giving cubic indices to a list of spacings.
 *
 * @param lattice the extinctions that were assumed
 * @param lines the lines with their planes, in the order of the spacings
 * @param latticeConstantNanometres weighted mean over the lines (nm)
 * @param chiSquared sum of squared deviations from that mean, in standard uncertainties
 * @param observedShare observed lines over allowed reflections down to the smallest spacing, in (0, 1]
 */
public record CubicIndexing(
        CubicLattice lattice,
        List<IndexedLine> lines,
        Measured latticeConstantNanometres,
        double chiSquared,
        double observedShare)
        implements Serializable {
    private static final int MOST_REFLECTIONS_PER_LINE = 6;
    private static final double WORST_DEVIATION = 3;

    /** Copies the lines. */
    public CubicIndexing {
        lines = List.copyOf(lines);
    }

    /**
     * All ways of indexing that explain each spacing within three standard uncertainties by a reflection of its own.
     *
     * <p>A cell large enough explains anything. The solutions are therefore ordered by the share of allowed reflections
     * that were observed, the most complete first, and by chi-square among equals; a cell that needs more than six times
     * as many reflections as there are lines is not tried.
     *
     * @param spacingsNanometres spacings (nm), falling, at least two, each with a positive uncertainty
     * @param lattice the extinctions to assume
     * @return the solutions, best first; empty if the spacings are not those of a cubic crystal
     * @throws InvalidValueException if there are fewer than two spacings, they do not fall, or one has no uncertainty
     */
    public static List<CubicIndexing> solutions(List<Measured> spacingsNanometres, CubicLattice lattice) {
        int n = Require.atLeast("number of spacings", spacingsNanometres.size(), 2);
        for (int i = 0; i < n; i++) {
            Measured spacing = spacingsNanometres.get(i);
            Require.positive("spacing[" + i + "] (nm)", spacing.value());
            Require.positive("standard uncertainty of spacing[" + i + "] (nm)", spacing.standardUncertainty());
            if (i > 0 && !(spacing.value() < spacingsNanometres.get(i - 1).value())) {
                throw new InvalidValueException(
                        "spacing[" + i + "] (nm)", spacing.value(), "smaller than the one before");
            }
        }
        List<CubicReflection> allowed = lattice.reflections(Math.min(10000, MOST_REFLECTIONS_PER_LINE * n * 8));
        List<CubicIndexing> found = new ArrayList<>();
        for (int first = 0; first < (MOST_REFLECTIONS_PER_LINE - 1) * n && first < allowed.size(); first++) {
            Measured seed = new IndexedLine(allowed.get(first), spacingsNanometres.get(0)).latticeConstantNanometres();
            List<CubicReflection> assigned = assign(spacingsNanometres, seed.value(), allowed);
            if (assigned.size() == n) {
                addSolution(found, lattice, spacingsNanometres, assigned, allowed);
            }
        }
        found.sort(Comparator.comparingDouble(CubicIndexing::observedShare)
                .reversed()
                .thenComparingDouble(CubicIndexing::chiSquared));
        return List.copyOf(found);
    }

    private static void addSolution(
            List<CubicIndexing> found,
            CubicLattice lattice,
            List<Measured> spacings,
            List<CubicReflection> assigned,
            List<CubicReflection> allowed) {
        List<IndexedLine> lines = new ArrayList<>();
        for (int i = 0; i < assigned.size(); i++) {
            lines.add(new IndexedLine(assigned.get(i), spacings.get(i)));
        }
        LatticeConstantFit fit = LatticeConstantFit.ofMean(lines);
        boolean fits = fit.standardizedResiduals().stream().allMatch(r -> Math.abs(r) <= WORST_DEVIATION);
        boolean seen = found.stream().anyMatch(solution -> solution.lines.equals(lines));
        double share = (double) assigned.size() / (1 + allowed.indexOf(assigned.get(assigned.size() - 1)));
        if (fits && !seen && share * MOST_REFLECTIONS_PER_LINE >= 1) {
            found.add(new CubicIndexing(lattice, lines, fit.latticeConstantNanometres(), fit.chiSquared(), share));
        }
    }

    /** The nearest reflection to each spacing, each used once; shorter than the spacings where one cannot be had. */
    private static List<CubicReflection> assign(
            List<Measured> spacings, double latticeConstant, List<CubicReflection> allowed) {
        List<CubicReflection> assigned = new ArrayList<>();
        int next = 0;
        for (Measured spacing : spacings) {
            double sum = Math.pow(latticeConstant / spacing.value(), 2);
            int nearest = next;
            while (nearest + 1 < allowed.size()
                    && Math.abs(allowed.get(nearest + 1).sumOfSquares() - sum)
                            < Math.abs(allowed.get(nearest).sumOfSquares() - sum)) {
                nearest++;
            }
            if (nearest >= allowed.size()) {
                return assigned;
            }
            assigned.add(allowed.get(nearest));
            next = nearest + 1;
        }
        return assigned;
    }
}
