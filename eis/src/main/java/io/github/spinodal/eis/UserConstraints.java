package io.github.spinodal.eis;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fixed values, bounds and ties by parameter name, in physical units. Immutable. */
final class UserConstraints implements Serializable {
    private static final long serialVersionUID = 1L;

    static final UserConstraints NONE =
            new UserConstraints(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());

    private final LinkedHashMap<String, Double> fixed;
    private final LinkedHashMap<String, Range> bounds;
    private final ArrayList<Tie> ties;

    /** Permitted values of a parameter. */
    record Range(double lower, double upper) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** target = factor source. */
    record Tie(String target, String source, double factor) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private UserConstraints(Map<String, Double> fixed, Map<String, Range> bounds, List<Tie> ties) {
        this.fixed = new LinkedHashMap<>(fixed);
        this.bounds = new LinkedHashMap<>(bounds);
        this.ties = new ArrayList<>(ties);
    }

    UserConstraints withFixed(String name, double value) {
        LinkedHashMap<String, Double> more = new LinkedHashMap<>(fixed);
        more.put(name, Require.finite(name, value));
        return new UserConstraints(more, bounds, ties);
    }

    UserConstraints withBounds(String name, double lower, double upper) {
        if (!(lower < upper)) {
            throw new InvalidValueException("lower bound of " + name, lower, "below the upper bound " + upper);
        }
        LinkedHashMap<String, Range> more = new LinkedHashMap<>(bounds);
        more.put(name, new Range(lower, upper));
        return new UserConstraints(fixed, more, ties);
    }

    UserConstraints withTie(String target, String source, double factor) {
        ArrayList<Tie> more = new ArrayList<>(ties);
        more.add(new Tie(target, source, Require.positive("factor of the tie", factor)));
        return new UserConstraints(fixed, bounds, more);
    }

    Map<String, Double> fixed() {
        return fixed;
    }

    Map<String, Range> bounds() {
        return bounds;
    }

    List<Tie> ties() {
        return ties;
    }

    /** Every parameter that a constraint names. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(fixed.keySet());
        names.addAll(bounds.keySet());
        for (Tie tie : ties) {
            names.add(tie.target());
            names.add(tie.source());
        }
        return names;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserConstraints that
                && fixed.equals(that.fixed)
                && bounds.equals(that.bounds)
                && ties.equals(that.ties);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * fixed.hashCode() + bounds.hashCode()) + ties.hashCode();
    }

    @Override
    public String toString() {
        return "UserConstraints[fixed " + fixed + ", bounds " + bounds + ", ties " + ties + "]";
    }
}
