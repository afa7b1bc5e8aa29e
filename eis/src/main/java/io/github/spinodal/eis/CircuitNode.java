package io.github.spinodal.eis;

import io.github.spinodal.eis.element.Element;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The tree of a circuit. Series never hold series and parallels never hold parallels. */
sealed interface CircuitNode extends Serializable {
    /** Visits the elements from left to right. */
    void forEachLeaf(Consumer<Leaf> visitor);

    /** One element; the label, such as {@code CPE1}, is unique within a circuit. */
    record Leaf(String label, Element element) implements CircuitNode {
        private static final long serialVersionUID = 1L;

        @Override
        public void forEachLeaf(Consumer<Leaf> visitor) {
            visitor.accept(this);
        }
    }

    /** Nodes one after another. */
    record Series(ArrayList<CircuitNode> children) implements CircuitNode {
        private static final long serialVersionUID = 1L;

        @Override
        public void forEachLeaf(Consumer<Leaf> visitor) {
            children.forEach(c -> c.forEachLeaf(visitor));
        }
    }

    /** Nodes side by side. */
    record Parallel(ArrayList<CircuitNode> children) implements CircuitNode {
        private static final long serialVersionUID = 1L;

        @Override
        public void forEachLeaf(Consumer<Leaf> visitor) {
            children.forEach(c -> c.forEachLeaf(visitor));
        }
    }

    /** Joins nodes in series; a single node stays itself. */
    static CircuitNode series(List<CircuitNode> nodes) {
        ArrayList<CircuitNode> flat = new ArrayList<>();
        for (CircuitNode node : nodes) {
            if (node instanceof Series inner) {
                flat.addAll(inner.children());
            } else {
                flat.add(node);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Series(flat);
    }

    /** Joins nodes in parallel; a single node stays itself. */
    static CircuitNode parallel(List<CircuitNode> nodes) {
        ArrayList<CircuitNode> flat = new ArrayList<>();
        for (CircuitNode node : nodes) {
            if (node instanceof Parallel inner) {
                flat.addAll(inner.children());
            } else {
                flat.add(node);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Parallel(flat);
    }
}
