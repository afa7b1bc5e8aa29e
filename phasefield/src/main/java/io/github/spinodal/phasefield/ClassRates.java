package io.github.spinodal.phasefield;

import io.github.spinodal.core.thermo.RegularSolution;

/**
 * Rates of the grains of one class over blocks.
 *
 * <p>Each grain first gets two numbers that depend on its filling alone. For closed-form classes these are the factors p
 * and q of f = p x - q/x with x = exp(u/2) and u = -e(V - V_EQ)/kT; for the others the exchange rate and the reduced
 * chemical potential. Both then give the rate at any u.
 */
final class ClassRates {
    private static final double INNER_TOLERANCE = 1e-15;

    final boolean closedForm;
    private final Kinetics kinetics;
    private final ExcessExponential excess;
    private final double film;
    private final double interactionOfPolynomial;
    /** The polynomial of the loops that do everything at once, for whole blocks; empty where they do not apply. */
    private final double[] fused;

    private ClassRates(GrainClass grainClass, ExcessExponential excess, double interactionOfPolynomial) {
        this.closedForm = grainClass.isClosedForm();
        this.kinetics = grainClass.kinetics();
        this.excess = excess;
        this.film = grainClass.reducedFilmResistance();
        this.interactionOfPolynomial = interactionOfPolynomial;
        boolean applies =
                closedForm && kinetics.exchange() == ExchangeLaw.SYMMETRIC && Double.isNaN(interactionOfPolynomial);
        this.fused = applies ? excess.shortPolynomial() : new double[0];
    }

    static ClassRates of(GrainEnsemble ensemble, int classIndex) {
        GrainClass grainClass = ensemble.grainClass(classIndex);
        GrainLabels labels = ensemble.labels(classIndex);
        if (!labels.hasInteractions()) {
            return new ClassRates(grainClass, ExcessExponential.of(grainClass.model()), Double.NaN);
        }
        double largest = Double.MIN_NORMAL;
        for (int i = 0; i < labels.size(); i++) {
            largest = Math.max(largest, Math.abs(labels.interaction(i)));
        }
        RegularSolution reference =
                RegularSolution.ofOmegaOverKT(largest, grainClass.model().temperatureKelvin());
        return new ClassRates(grainClass, ExcessExponential.of(reference), largest);
    }

    double interactionOfPolynomial() {
        return interactionOfPolynomial;
    }

    double forwardConstant(double rate, double shift) {
        if (!closedForm || kinetics.exchange() == ExchangeLaw.TRANSITION_STATE) {
            return rate;
        }
        return rate * StrictMath.exp(-shift / 2);
    }

    double backwardConstant(double rate, double shift) {
        if (!closedForm) {
            return shift;
        }
        return kinetics.exchange() == ExchangeLaw.TRANSITION_STATE
                ? rate * StrictMath.exp(shift)
                : rate * StrictMath.exp(shift / 2);
    }

    private boolean isFused(GrainBlock block, int size) {
        return fused.length > 0 && block.size == size;
    }

    /** Adds the weighted factors of closed-form grains to the two sets of lanes. */
    void addFactors(GrainBlock block, double[] c, Scratch scratch) {
        double[] a = scratch.lanesA;
        double[] b = scratch.lanesB;
        if (isFused(block, GrainBlock.SIZE) && block.weight.length == 0) {
            SymmetricLoops.addFactors(c, block.forward, block.backward, a, b, fused);
        } else if (isFused(block, GrainBlock.LARGE_SIZE) && block.weight.length == 0) {
            SymmetricLoops.addFactorsOfLarge(c, block.forward, block.backward, a, b, fused);
        } else {
            factors(block, c, scratch.p, scratch.q, scratch);
            block.accumulate(scratch.p, a);
            block.accumulate(scratch.q, b);
        }
    }

    /** Fills f with the rates of closed-form grains at fillings whose factors were not kept. */
    void ratesAnew(GrainBlock block, double[] c, OperatingPoint point, double[] f, Scratch scratch) {
        if (isFused(block, GrainBlock.SIZE)) {
            SymmetricLoops.rates(c, block.forward, block.backward, point.x, point.inverse, f, fused);
        } else if (isFused(block, GrainBlock.LARGE_SIZE)) {
            SymmetricLoops.ratesOfLarge(c, block.forward, block.backward, point.x, point.inverse, f, fused);
        } else {
            factors(block, c, scratch.p, scratch.q, scratch);
            rates(scratch.p, scratch.q, point, f, block.size);
        }
    }

    /** Fills p and q from the fillings. */
    void factors(GrainBlock block, double[] c, double[] p, double[] q, Scratch scratch) {
        int n = block.size;
        if (isFused(block, GrainBlock.SIZE)) {
            SymmetricLoops.factors(c, block.forward, block.backward, p, q, fused);
            return;
        }
        if (isFused(block, GrainBlock.LARGE_SIZE)) {
            SymmetricLoops.factorsOfLarge(c, block.forward, block.backward, p, q, fused);
            return;
        }
        if (!closedForm) {
            generalFactors(block, c, p, q);
            return;
        }
        double[] rising = scratch.second;
        double[] falling = scratch.third;
        excess.evaluate(c, block.ratio, rising, falling, scratch.first, scratch.fourth, n);
        switch (kinetics.exchange()) {
            case SYMMETRIC -> Loops.symmetricFactors(c, block.forward, block.backward, rising, falling, p, q, n);
            case TRANSITION_STATE -> Loops.transitionStateFactors(c, block.forward, block.backward, rising, p, q, n);
            case CONSTANT -> Loops.constantFactors(c, block.forward, block.backward, rising, falling, p, q, n);
        }
    }

    private void generalFactors(GrainBlock block, double[] c, double[] p, double[] q) {
        for (int i = 0; i < block.size; i++) {
            double own = excessOf(block, i, c[i]) + block.backward[i];
            p[i] = block.forward[i] * kinetics.exchangeRate(c[i], 1 - c[i], own);
            q[i] = own + StrictMath.log(c[i] / (1 - c[i]));
        }
    }

    private double excessOf(GrainBlock block, int i, double c) {
        if (!(c > 0 && c < 1)) {
            return Double.NaN;
        }
        return block.ratio.length == 0 ? excess.excess(c) : block.ratio[i] * excess.excess(c);
    }

    /** Reduced chemical potential mu/kT including the shift, of grain i of a block. */
    double potential(GrainBlock block, int i, double c, double shift) {
        return excessOf(block, i, c) + StrictMath.log(c / (1 - c)) + shift;
    }

    /** Derivative of the reduced chemical potential mu/kT with respect to the filling, of grain i of a block. */
    double potentialSlope(GrainBlock block, int i, double c) {
        double own = excess.excessSlope(c);
        return (block.ratio.length == 0 ? own : block.ratio[i] * own) + 1 / (c * (1 - c));
    }

    /** Fills f with the rates at the operating point. */
    void rates(double[] p, double[] q, OperatingPoint point, double[] f, int n) {
        if (closedForm) {
            Loops.rates(p, q, point.x, point.inverse, f, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            double affinity = innerAffinity(p[i], point.u - q[i]);
            f[i] = p[i] * kinetics.driving().rate(affinity) + point.correction * slope(p[i], affinity);
        }
    }

    /** Affinity A of a grain, before the loss across its film. */
    double affinity(double p, double q, OperatingPoint point) {
        return closedForm ? point.potential() + StrictMath.log(p / q) : point.potential() - q;
    }

    /** Fills v with the derivatives of the rates with respect to u. */
    void slopes(double[] p, double[] q, OperatingPoint point, double[] v, int n) {
        if (closedForm) {
            Loops.slopes(p, q, point.x, point.inverse, v, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            v[i] = slope(p[i], innerAffinity(p[i], point.u - q[i]));
        }
    }

    private double slope(double p, double affinity) {
        double slope = p * kinetics.driving().slope(affinity);
        return slope / (1 + film * slope);
    }

    /** The affinity left after the loss across the film: a + film p h(a) = outer. */
    private double innerAffinity(double p, double outer) {
        if (film == 0) {
            return outer;
        }
        double low = Math.min(0, outer);
        double high = Math.max(0, outer);
        double a = outer / (1 + film * p);
        for (int iteration = 0; iteration < 200; iteration++) {
            double residual = a + film * p * kinetics.driving().rate(a) - outer;
            if (residual > 0) {
                high = a;
            } else {
                low = a;
            }
            double next = a - residual / (1 + film * p * kinetics.driving().slope(a));
            if (!(next >= low && next <= high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - a) <= INNER_TOLERANCE * (1 + Math.abs(a))) {
                return next;
            }
            a = next;
        }
        return a;
    }

    /** Fills d with the derivatives of the rates with respect to the fillings, at constant u. */
    void fillingSlopes(
            GrainBlock block, double[] c, double[] p, double[] q, OperatingPoint point, double[] d, Scratch scratch) {
        int n = block.size;
        double[] t = scratch.first;
        double[] excessSlope = scratch.second;
        Loops.variable(c, t, n);
        excess.slope(t, excessSlope, scratch.third, n);
        if (block.ratio.length > 0) {
            Loops.multiply(block.ratio, excessSlope, n);
        }
        if (!closedForm) {
            generalFillingSlopes(c, p, q, point, excessSlope, d, n);
            return;
        }
        switch (kinetics.exchange()) {
            case SYMMETRIC -> JacobianLoops.symmetric(c, p, q, point.x, point.inverse, excessSlope, d, n);
            case TRANSITION_STATE -> JacobianLoops.transitionState(c, p, q, point.x, point.inverse, excessSlope, d, n);
            case CONSTANT -> JacobianLoops.constant(c, p, q, point.x, point.inverse, excessSlope, d, n);
        }
    }

    private void generalFillingSlopes(
            double[] c, double[] p, double[] q, OperatingPoint point, double[] excessSlope, double[] d, int n) {
        for (int i = 0; i < n; i++) {
            double a = innerAffinity(p[i], point.u - q[i]);
            double potentialSlope = excessSlope[i] + 1 / (c[i] * (1 - c[i]));
            double own = p[i] * kinetics.exchangeRateLogSlope(c[i], 1 - c[i], excessSlope[i]);
            double driven = p[i] * kinetics.driving().slope(a);
            d[i] = (own * kinetics.driving().rate(a) - driven * potentialSlope) / (1 + film * driven);
        }
    }
}
