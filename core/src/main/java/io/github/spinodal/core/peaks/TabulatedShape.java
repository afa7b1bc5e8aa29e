package io.github.spinodal.core.peaks;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import java.io.ObjectStreamException;
import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.jspecify.annotations.Nullable;

/** A shape given as a curve: a cubic spline through its points, zero outside. */
final class TabulatedShape implements PeakShape {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final double[] u;
    private final double[] value;
    private final transient PolynomialSplineFunction spline;
    private final transient PolynomialSplineFunction slope;
    private final transient double integral;

    private TabulatedShape(String name, double[] u, double[] value) {
        this.name = name;
        this.u = u;
        this.value = value;
        spline = new SplineInterpolator().interpolate(u, value);
        slope = spline.polynomialSplineDerivative();
        double sum = 0;
        for (int i = 1; i < u.length; i++) {
            // Simpson's rule is exact for the cubic pieces
            double middle = spline.value(0.5 * (u[i] + u[i - 1]));
            sum += (u[i] - u[i - 1]) / 6 * (value[i - 1] + 4 * middle + value[i]);
        }
        integral = sum;
    }

    static TabulatedShape of(String name, double[] u, double[] value) {
        Require.sameLength("u", u.length, "value", value.length);
        Require.atLeast("number of points", u.length, 3);
        double[] positions = Require.finiteCopy("u", u);
        double[] values = Require.finiteCopy("value", value);
        for (int i = 1; i < positions.length; i++) {
            if (!(positions[i] > positions[i - 1])) {
                throw new InvalidValueException("u[" + i + "]", positions[i], "above its predecessor");
            }
        }
        return new TabulatedShape(name, positions, values);
    }

    @Serial
    private Object readResolve() throws ObjectStreamException {
        return new TabulatedShape(name, u, value);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<ShapeParameter> parameters() {
        return List.of();
    }

    @Override
    public Profile profile(double... values) {
        return new Profile() {
            @Override
            public void evaluate(double at, double[] result) {
                boolean inside = spline.isValidPoint(at);
                result[0] = inside ? spline.value(at) : 0;
                result[1] = inside ? slope.value(at) : 0;
            }

            @Override
            public double integral() {
                return integral;
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TabulatedShape that
                && name.equals(that.name)
                && Arrays.equals(u, that.u)
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(u) + Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return name + " (" + u.length + " points)";
    }
}
