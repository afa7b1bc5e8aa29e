package io.github.spinodal.sfmm;

import io.github.spinodal.core.quantity.Interval;
import io.github.spinodal.core.quantity.Measured;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How much thicker a layer is on the way back than on the way there: the area between the two curves of thickness over
 * potential, straight between the spectra.
 *
 * @param areaNanometreVolt area (nm V), positive if the layer is thicker on the way back
 * @param potentialVolt range that both ways cover (V)
 */
public record ThicknessHysteresis(Measured areaNanometreVolt, Interval potentialVolt) implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double DEVIATIONS = 3;
    /** What a layer on a clean spectrum may measure (nm): half of the thinnest that is called. */
    private static final double CLEAN_UNCERTAINTY = 0.5;

    /** What the area says. */
    public enum Verdict {
        /** The layer stays, or goes on growing. */
        THICKER_ON_THE_WAY_BACK,
        /** The layer dissolves or is compressed. */
        THINNER_ON_THE_WAY_BACK,
        /** The area is within three standard uncertainties. */
        CANNOT_TELL
    }

    /** Thickness at a potential. */
    private record Node(double volt, double nanometres, double uncertainty) {}

    /**
     * The verdict.
     *
     * @return thicker, thinner or cannot tell
     */
    public Verdict verdict() {
        double area = areaNanometreVolt.value();
        if (!(Math.abs(area) > DEVIATIONS * areaNanometreVolt.standardUncertainty())) {
            return Verdict.CANNOT_TELL;
        }
        return area > 0 ? Verdict.THICKER_ON_THE_WAY_BACK : Verdict.THINNER_ON_THE_WAY_BACK;
    }

    /**
     * Compares a sweep with the one back. Spectra whose thickness could not be told are left out.
     *
     * @param there spectra of the way there, in any order
     * @param back spectra of the way back, in any order
     * @return the hysteresis; empty if the ways have no range of potentials in common that spectra of both enclose
     */
    public static Optional<ThicknessHysteresis> between(List<SpectrumResult> there, List<SpectrumResult> back) {
        List<Node> first = nodes(there);
        List<Node> second = nodes(back);
        if (first.size() < 2 || second.size() < 2) {
            return Optional.empty();
        }
        double low = Math.max(first.get(0).volt, second.get(0).volt);
        double high = Math.min(first.get(first.size() - 1).volt, second.get(second.size() - 1).volt);
        if (!(high > low)) {
            return Optional.empty();
        }
        Measured area = area(second, low, high).minus(area(first, low, high));
        return Optional.of(new ThicknessHysteresis(area, new Interval(low, high)));
    }

    private static List<Node> nodes(List<SpectrumResult> spectra) {
        List<Node> nodes = new ArrayList<>();
        for (SpectrumResult spectrum : spectra) {
            LayerResult layer = spectrum.layer();
            if (layer.verdict() == LayerVerdict.CLEAN) {
                nodes.add(new Node(spectrum.potentialVolt(), 0, CLEAN_UNCERTAINTY));
            } else if (layer.thickness().isPresent()) {
                LayerResult.Thickness t = layer.thickness().get();
                double u = Math.hypot(t.budget().statistical(), t.budget().window());
                nodes.add(new Node(spectrum.potentialVolt(), t.fittedSlope().value(), u));
            }
        }
        nodes.sort(Comparator.comparingDouble(Node::volt));
        return nodes;
    }

    /** The integral of the thickness, with the uncertainties of the nodes as independent ones. */
    private static Measured area(List<Node> nodes, double low, double high) {
        double[] weights = new double[nodes.size()];
        TreeSet<Double> ends = new TreeSet<>(List.of(low, high));
        nodes.stream().map(Node::volt).filter(v -> v > low && v < high).forEach(ends::add);
        Double from = null;
        for (double to : ends) {
            if (from != null) {
                addWeights(nodes, weights, from, 0.5 * (to - from));
                addWeights(nodes, weights, to, 0.5 * (to - from));
            }
            from = to;
        }
        double value = 0;
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            value += weights[i] * nodes.get(i).nanometres;
            variance += Math.pow(weights[i] * nodes.get(i).uncertainty, 2);
        }
        return new Measured(value, Math.sqrt(variance));
    }

    /** Adds the parts of the two nodes around a potential in the thickness there. */
    private static void addWeights(List<Node> nodes, double[] weights, double volt, double weight) {
        int i = 0;
        while (i < nodes.size() - 2 && nodes.get(i + 1).volt < volt) {
            i++;
        }
        double width = nodes.get(i + 1).volt - nodes.get(i).volt;
        double share = width > 0 ? (volt - nodes.get(i).volt) / width : 0.5;
        weights[i] += weight * (1 - share);
        weights[i + 1] += weight * share;
    }
}
