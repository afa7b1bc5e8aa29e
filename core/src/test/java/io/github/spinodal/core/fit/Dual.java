package io.github.spinodal.core.fit;

import java.util.function.DoubleUnaryOperator;

/** A value with its gradient: forward differentiation for test models. */
final class Dual {
    final double value;
    final double[] gradient;

    private Dual(double value, double[] gradient) {
        this.value = value;
        this.gradient = gradient;
    }

    static Dual variable(double value, int index, int count) {
        double[] gradient = new double[count];
        gradient[index] = 1;
        return new Dual(value, gradient);
    }

    static Dual[] variables(double[] values) {
        Dual[] variables = new Dual[values.length];
        for (int j = 0; j < values.length; j++) {
            variables[j] = variable(values[j], j, values.length);
        }
        return variables;
    }

    Dual plus(Dual o) {
        return combine(value + o.value, 1, o, 1);
    }

    Dual plus(double o) {
        return combine(value + o, 1, this, 0);
    }

    Dual minus(Dual o) {
        return combine(value - o.value, 1, o, -1);
    }

    Dual times(Dual o) {
        return combine(value * o.value, o.value, o, value);
    }

    Dual times(double o) {
        return combine(value * o, o, this, 0);
    }

    Dual over(Dual o) {
        return combine(value / o.value, 1 / o.value, o, -value / o.value / o.value);
    }

    Dual power(double exponent) {
        return chain(Math.pow(value, exponent), exponent * Math.pow(value, exponent - 1));
    }

    Dual power(Dual exponent) {
        return log().times(exponent).exp();
    }

    Dual exp() {
        return chain(Math.exp(value), Math.exp(value));
    }

    Dual log() {
        return chain(Math.log(value), 1 / value);
    }

    Dual cos() {
        return chain(Math.cos(value), -Math.sin(value));
    }

    Dual sin() {
        return chain(Math.sin(value), Math.cos(value));
    }

    Dual atan() {
        return chain(Math.atan(value), 1 / (1 + value * value));
    }

    Dual map(DoubleUnaryOperator f, DoubleUnaryOperator slope) {
        return chain(f.applyAsDouble(value), slope.applyAsDouble(value));
    }

    private Dual chain(double result, double slope) {
        return combine(result, slope, this, 0);
    }

    private Dual combine(double result, double a, Dual other, double b) {
        double[] g = new double[gradient.length];
        for (int j = 0; j < g.length; j++) {
            // a factor of zero must not turn an infinite gradient into NaN
            g[j] = (a == 0 ? 0 : a * gradient[j]) + (b == 0 ? 0 : b * other.gradient[j]);
        }
        return new Dual(result, g);
    }
}
