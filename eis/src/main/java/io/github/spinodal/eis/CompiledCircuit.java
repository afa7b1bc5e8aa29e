package io.github.spinodal.eis;

import io.github.spinodal.eis.CircuitNode.Leaf;
import io.github.spinodal.eis.CircuitNode.Parallel;
import io.github.spinodal.eis.element.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A circuit laid out for repeated evaluation at fixed frequencies: impedance and all derivatives, forward through the
 * tree, in separate arrays for real and imaginary parts. Holds its workspace; not for several threads at once.
 */
final class CompiledCircuit {
    private final double[] omega;
    private final double[] logOmega;
    /** Rows of dZ/dp for each parameter of the circuit; each node of the tree works on the rows below it. */
    private final double[][] reSlope;

    private final double[][] imSlope;
    private final Node root;

    CompiledCircuit(Circuit circuit, double[] omega) {
        int n = circuit.parameterCount();
        this.omega = omega.clone();
        this.logOmega = new double[omega.length];
        for (int i = 0; i < omega.length; i++) {
            logOmega[i] = Math.log(omega[i]);
        }
        this.reSlope = new double[n][omega.length];
        this.imSlope = new double[n][omega.length];
        this.root = compile(circuit.root(), new int[] {0});
    }

    private Node compile(CircuitNode node, int[] next) {
        int first = next[0];
        if (node instanceof Leaf leaf) {
            next[0] += leaf.element().parameters().size();
            return new ElementNode(leaf.element(), first, next[0]);
        }
        List<CircuitNode> children =
                node instanceof Parallel parallel ? parallel.children() : ((CircuitNode.Series) node).children();
        List<Node> compiled = new ArrayList<>();
        for (CircuitNode child : children) {
            compiled.add(compile(child, next));
        }
        Node[] array = compiled.toArray(new Node[0]);
        return node instanceof Parallel
                ? new ParallelNode(array, first, next[0])
                : new SeriesNode(array, first, next[0]);
    }

    /** Computes impedance and derivatives for parameters in the circuit's order. */
    void evaluate(double[] parameters) {
        root.evaluate(parameters);
    }

    /** Re Z; overwritten by the next evaluation. */
    double[] real() {
        return root.re;
    }

    /** Im Z; overwritten by the next evaluation. */
    double[] imaginary() {
        return root.im;
    }

    /** Re dZ/dp_k; overwritten by the next evaluation. */
    double[] realSlope(int k) {
        return reSlope[k];
    }

    /** Im dZ/dp_k; overwritten by the next evaluation. */
    double[] imaginarySlope(int k) {
        return imSlope[k];
    }

    private abstract class Node {
        final double[] re = new double[omega.length];
        final double[] im = new double[omega.length];
        final int first;
        final int end;

        Node(int first, int end) {
            this.first = first;
            this.end = end;
        }

        abstract void evaluate(double[] parameters);
    }

    private final class ElementNode extends Node {
        private final Element element;
        private final double[] own;
        private final double[][] ownRe;
        private final double[][] ownIm;

        ElementNode(Element element, int first, int end) {
            super(first, end);
            this.element = element;
            this.own = new double[end - first];
            this.ownRe = Arrays.copyOfRange(reSlope, first, end);
            this.ownIm = Arrays.copyOfRange(imSlope, first, end);
        }

        @Override
        void evaluate(double[] parameters) {
            System.arraycopy(parameters, first, own, 0, own.length);
            element.evaluateAll(omega, logOmega, own, re, im, ownRe, ownIm);
        }
    }

    private final class SeriesNode extends Node {
        private final Node[] children;

        SeriesNode(Node[] children, int first, int end) {
            super(first, end);
            this.children = children;
        }

        @Override
        void evaluate(double[] parameters) {
            for (int c = 0; c < children.length; c++) {
                Node child = children[c];
                child.evaluate(parameters);
                if (c == 0) {
                    System.arraycopy(child.re, 0, re, 0, re.length);
                    System.arraycopy(child.im, 0, im, 0, im.length);
                } else {
                    add(child.re, re);
                    add(child.im, im);
                }
            }
        }

        private void add(double[] from, double[] to) {
            for (int i = 0; i < to.length; i++) {
                to[i] += from[i];
            }
        }
    }

    /** Z = 1/sum(1/Z_k); dZ/dZ_k = (Z/Z_k)^2. Branches join one by one, so that each step is exact in its limits. */
    private final class ParallelNode extends Node {
        private final Node[] children;
        private final double[] leftRe = new double[omega.length];
        private final double[] leftIm = new double[omega.length];
        private final double[] rightRe = new double[omega.length];
        private final double[] rightIm = new double[omega.length];

        ParallelNode(Node[] children, int first, int end) {
            super(first, end);
            this.children = children;
        }

        @Override
        void evaluate(double[] parameters) {
            children[0].evaluate(parameters);
            System.arraycopy(children[0].re, 0, re, 0, re.length);
            System.arraycopy(children[0].im, 0, im, 0, im.length);
            for (int c = 1; c < children.length; c++) {
                Node child = children[c];
                child.evaluate(parameters);
                join(child);
                for (int k = first; k < child.first; k++) {
                    multiply(reSlope[k], imSlope[k], leftRe, leftIm);
                }
                for (int k = child.first; k < child.end; k++) {
                    multiply(reSlope[k], imSlope[k], rightRe, rightIm);
                }
            }
        }

        /** Z = small/(1 + small/large), with the squared ratios Z/Z_left and Z/Z_right. */
        private void join(Node child) {
            for (int i = 0; i < re.length; i++) {
                double aRe = re[i];
                double aIm = im[i];
                double bRe = child.re[i];
                double bIm = child.im[i];
                boolean leftIsLarge = Math.abs(aRe) + Math.abs(aIm) >= Math.abs(bRe) + Math.abs(bIm);
                double largeRe = leftIsLarge ? aRe : bRe;
                double largeIm = leftIsLarge ? aIm : bIm;
                double smallRe = leftIsLarge ? bRe : aRe;
                double smallIm = leftIsLarge ? bIm : aIm;
                double qRe;
                double qIm;
                if (Math.abs(largeRe) >= Math.abs(largeIm)) {
                    double t = largeIm / largeRe;
                    double d = largeRe + largeIm * t;
                    qRe = (smallRe + smallIm * t) / d;
                    qIm = (smallIm - smallRe * t) / d;
                } else {
                    double t = largeRe / largeIm;
                    double d = largeRe * t + largeIm;
                    qRe = (smallRe * t + smallIm) / d;
                    qIm = (smallIm * t - smallRe) / d;
                }
                if ((smallRe == 0 && smallIm == 0) || Double.isInfinite(largeRe)) {
                    // Two short circuits would divide zero by zero, an open branch infinity by infinity.
                    qRe = 0;
                    qIm = 0;
                }
                double norm = (1 + qRe) * (1 + qRe) + qIm * qIm;
                double sRe = (1 + qRe) / norm;
                double sIm = -qIm / norm;
                double lRe = qRe * sRe - qIm * sIm;
                double lIm = qRe * sIm + qIm * sRe;
                re[i] = smallRe * sRe - smallIm * sIm;
                im[i] = smallRe * sIm + smallIm * sRe;
                double s2Re = sRe * sRe - sIm * sIm;
                double s2Im = 2 * sRe * sIm;
                double l2Re = lRe * lRe - lIm * lIm;
                double l2Im = 2 * lRe * lIm;
                leftRe[i] = leftIsLarge ? l2Re : s2Re;
                leftIm[i] = leftIsLarge ? l2Im : s2Im;
                rightRe[i] = leftIsLarge ? s2Re : l2Re;
                rightIm[i] = leftIsLarge ? s2Im : l2Im;
            }
        }

        private void multiply(double[] aRe, double[] aIm, double[] bRe, double[] bIm) {
            for (int i = 0; i < aRe.length; i++) {
                double r = aRe[i] * bRe[i] - aIm[i] * bIm[i];
                aIm[i] = aRe[i] * bIm[i] + aIm[i] * bRe[i];
                aRe[i] = r;
            }
        }
    }
}
