package io.github.spinodal.eis;

import io.github.spinodal.eis.element.Element;
import io.github.spinodal.eis.element.ElementLibrary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recursive descent over a circuit string. Spaces count nowhere. */
final class CircuitParser {
    /** More than anyone has fitted, and few enough that no string can exhaust the stack. */
    private static final int MAXIMUM_DEPTH = 50;

    private static final int MAXIMUM_ELEMENTS = 500;

    private final String text;
    private final Notation notation;
    private final ElementLibrary library;
    private final List<Placed> leaves = new ArrayList<>();
    private final boolean hasBrackets;
    private int position;
    private int depth;

    /** A leaf whose label may still lack its number. */
    private record Placed(int position, String symbol, String number, Element element) {}

    private CircuitParser(String text, Notation notation, ElementLibrary library) {
        this.text = text;
        this.notation = notation;
        this.library = library;
        this.hasBrackets = text.indexOf('[') >= 0;
    }

    static CircuitNode parse(String text, Notation notation, ElementLibrary library) {
        CircuitParser parser = new CircuitParser(text, notation, library);
        if (parser.peek() == 0) {
            throw parser.error("the circuit is empty");
        }
        Sketch sketch = notation == Notation.BOUKAMP ? parser.boukampSeries() : parser.pythonSeries();
        if (parser.peek() != 0) {
            throw parser.error("unexpected '" + parser.peek() + "'");
        }
        return parser.build(sketch, parser.labels());
    }

    /** The notation in which a string is probably written. */
    static Notation guess(String text) {
        String bare = text.replaceAll("\\s", "");
        boolean python = bare.indexOf('-') >= 0
                || bare.indexOf(',') >= 0
                || bare.startsWith("p(")
                || ElementLibrary.impedancePy().symbols().stream()
                        .anyMatch(s -> s.length() > 1 && bare.matches(s + "[0-9_]*"));
        return python ? Notation.IMPEDANCE_PY : Notation.BOUKAMP;
    }

    // The tree before labels are known: a leaf by its index, or a group.
    private sealed interface Sketch {}

    private record LeafSketch(int index) implements Sketch {}

    private record Group(boolean parallel, List<Sketch> children) implements Sketch {}

    private CircuitNode build(Sketch sketch, List<String> labels) {
        if (sketch instanceof LeafSketch leaf) {
            return new CircuitNode.Leaf(
                    labels.get(leaf.index()), leaves.get(leaf.index()).element());
        }
        Group group = (Group) sketch;
        List<CircuitNode> children =
                group.children().stream().map(c -> build(c, labels)).toList();
        return group.parallel() ? CircuitNode.parallel(children) : CircuitNode.series(children);
    }

    /** Numbers as written; elements without one get the smallest free number of their symbol. */
    private List<String> labels() {
        Set<String> used = new HashSet<>();
        for (Placed leaf : leaves) {
            if (!leaf.number().isEmpty() && !used.add(leaf.symbol() + leaf.number())) {
                position = leaf.position();
                throw error("the name " + leaf.symbol() + leaf.number() + " appears twice");
            }
        }
        Map<String, Integer> next = new HashMap<>();
        List<String> labels = new ArrayList<>();
        for (Placed leaf : leaves) {
            String label = leaf.symbol() + leaf.number();
            while (leaf.number().isEmpty() && (label.equals(leaf.symbol()) || used.contains(label))) {
                label = leaf.symbol() + next.merge(leaf.symbol(), 1, Integer::sum);
            }
            used.add(label);
            labels.add(label);
        }
        return labels;
    }

    private Sketch pythonSeries() {
        List<Sketch> parts = new ArrayList<>();
        parts.add(pythonTerm());
        while (peek() == '-') {
            position++;
            parts.add(pythonTerm());
        }
        return new Group(false, parts);
    }

    private Sketch pythonTerm() {
        if (peek() != 'p') {
            return element();
        }
        int start = position;
        position++;
        if (peek() != '(') {
            throw error("expected '(' after p");
        }
        position++;
        enter();
        List<Sketch> branches = new ArrayList<>();
        branches.add(pythonSeries());
        while (peek() == ',') {
            position++;
            branches.add(pythonSeries());
        }
        close(')', start, branches.size() < 2);
        return new Group(true, branches);
    }

    private Sketch boukampSeries() {
        List<Sketch> parts = new ArrayList<>();
        do {
            char c = peek();
            if (c == '(') {
                parts.add(boukampParallel());
            } else if (c == '[') {
                parts.add(bracketed());
            } else {
                parts.add(element());
            }
        } while (startsBoukampTerm());
        return new Group(false, parts);
    }

    private Sketch boukampParallel() {
        int start = position;
        position++;
        enter();
        List<Sketch> branches = new ArrayList<>();
        do {
            char c = peek();
            if (c == '(') {
                if (hasBrackets) {
                    throw error("'(' inside '(' is ambiguous in a code with brackets; write [ ] for a series branch");
                }
                position++;
                enter();
                branches.add(boukampSeries());
                close(')', start, false);
            } else if (c == '[') {
                branches.add(bracketed());
            } else {
                branches.add(element());
            }
        } while (startsBoukampTerm());
        close(')', start, branches.size() < 2);
        return new Group(true, branches);
    }

    private Sketch bracketed() {
        int start = position;
        position++;
        enter();
        Sketch series = boukampSeries();
        close(']', start, false);
        return series;
    }

    private boolean startsBoukampTerm() {
        char c = peek();
        return c == '(' || c == '[' || isCapital(c);
    }

    private Sketch element() {
        char first = peek();
        int start = position;
        if (!isCapital(first)) {
            throw error(
                    first == 0
                            ? "expected an element, but the circuit ends"
                            : "expected an element, not '" + first + "'");
        }
        position++;
        if (notation == Notation.IMPEDANCE_PY) {
            while (position < text.length() && isLetter(text.charAt(position))) {
                position++;
            }
        }
        String symbol = text.substring(start, position);
        int digits = position;
        while (position < text.length() && (isDigit(text.charAt(position)) || text.charAt(position) == '_')) {
            position++;
        }
        String number = text.substring(digits, position);
        Element element = library.find(symbol).orElse(null);
        if (element == null) {
            position = start;
            throw error("unknown element " + symbol + " (known are " + String.join(", ", library.symbols()) + ")");
        }
        if (leaves.size() == MAXIMUM_ELEMENTS) {
            throw error("more than " + MAXIMUM_ELEMENTS + " elements");
        }
        leaves.add(new Placed(start, symbol, number, element));
        return new LeafSketch(leaves.size() - 1);
    }

    private void enter() {
        if (++depth > MAXIMUM_DEPTH) {
            throw error("groups nested deeper than " + MAXIMUM_DEPTH);
        }
    }

    private void close(char bracket, int start, boolean tooFewBranches) {
        char c = peek();
        if (c != bracket) {
            throw error("expected '" + bracket + "' to close the group opened at position " + (start + 1)
                    + (c == 0 ? ", but the circuit ends" : ", not '" + c + "'"));
        }
        if (tooFewBranches) {
            throw error("a parallel group needs at least two branches");
        }
        position++;
        depth--;
    }

    /** The next character that is not a space, or 0 at the end. */
    private char peek() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position < text.length() ? text.charAt(position) : 0;
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLetter(char c) {
        return isCapital(c) || (c >= 'a' && c <= 'z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private CircuitSyntaxException error(String problem) {
        return new CircuitSyntaxException(text, Math.min(position, text.length()), problem);
    }
}
