package io.github.spinodal.eis.element;

/**
 * The dimensionless impedances of finite diffusion as functions of x = q^2, for |arg x| at most pi/2, with x dF/dx
 * beside them. Small |x| uses the Laurent series, so that the limits are exact; large |x| uses exp(-2q), which cannot
 * overflow.
 *
 * @param value F(x)
 * @param logSlope x dF/dx
 */
record DiffusionFunction(Complex value, Complex logSlope) {
    /** Below it the neglected term of the series is under 1e-15 of the first. */
    private static final double SERIES_LIMIT = 4e-3;

    /** Above |q| = 25 Hankel's asymptotic series reaches 1e-16 before it diverges. */
    private static final double HANKEL_LIMIT = 25;

    /** F = coth(q)/q: a plane with a blocking end. */
    static DiffusionFunction blocking(Complex x) {
        if (x.modulus() < SERIES_LIMIT) {
            Complex inverse = x.inverse();
            Complex value = inverse.plus(polynomial(x, 1. / 3, -1. / 45, 2. / 945, -1. / 4725, 2. / 93555));
            Complex slope =
                    polynomial(x, 0, -1. / 45, 4. / 945, -3. / 4725, 8. / 93555).minus(inverse);
            return new DiffusionFunction(value, slope);
        }
        Complex q = x.sqrt();
        Exponentials e = Exponentials.of(q);
        Complex value = e.coth().over(q);
        return new DiffusionFunction(value, e.cosechSquared().plus(value).times(-0.5));
    }

    /** F = tanh(q)/q: a plane with a transmitting end. */
    static DiffusionFunction transmitting(Complex x) {
        if (x.modulus() < SERIES_LIMIT) {
            return new DiffusionFunction(
                    polynomial(x, 1, -1. / 3, 2. / 15, -17. / 315, 62. / 2835, -1382. / 155925),
                    polynomial(x, 0, -1. / 3, 4. / 15, -51. / 315, 248. / 2835, -6910. / 155925));
        }
        Complex q = x.sqrt();
        Exponentials e = Exponentials.of(q);
        Complex value = Complex.ONE.over(e.coth()).over(q);
        return new DiffusionFunction(value, e.sechSquared().minus(value).times(0.5));
    }

    /** F = 1/(q sinh(q)): the far end of a plane seen from the near one. */
    static DiffusionFunction transfer(Complex x) {
        if (x.modulus() < SERIES_LIMIT) {
            Complex inverse = x.inverse();
            Complex value = inverse.plus(polynomial(x, -1. / 6, 7. / 360, -31. / 15120, 127. / 604800, -73. / 3421440));
            Complex slope = polynomial(x, 0, 7. / 360, -62. / 15120, 381. / 604800, -292. / 3421440)
                    .minus(inverse);
            return new DiffusionFunction(value, slope);
        }
        Complex q = x.sqrt();
        Exponentials e = Exponentials.of(q);
        Complex value = e.cosech().over(q);
        return new DiffusionFunction(
                value, value.times(q.times(e.coth()).plus(1)).times(-0.5));
    }

    /** F = tanh(q)/(q - tanh(q)) = 1/(q coth(q) - 1): a sphere with a blocking centre. */
    static DiffusionFunction sphere(Complex x) {
        Complex g;
        Complex slope;
        if (x.modulus() < SERIES_LIMIT) {
            g = polynomial(x, 0, 1. / 3, -1. / 45, 2. / 945, -1. / 4725, 2. / 93555);
            slope = polynomial(x, 0, 1. / 3, -2. / 45, 6. / 945, -4. / 4725, 10. / 93555);
        } else {
            Complex q = x.sqrt();
            Exponentials e = Exponentials.of(q);
            Complex qCoth = q.times(e.coth());
            g = qCoth.plus(-1);
            Complex xCosechSquared = q.times(e.cosech());
            slope = qCoth.minus(xCosechSquared.times(xCosechSquared)).times(0.5);
        }
        Complex value = g.inverse();
        return new DiffusionFunction(value, slope.times(value).times(value).times(-1));
    }

    /** F = I0(q)/(q I1(q)): a cylinder with a blocking axis. */
    static DiffusionFunction cylinder(Complex x) {
        Complex q = x.sqrt();
        Complex value = (q.modulus() < HANKEL_LIMIT
                ? continuedFraction(x, q.modulus())
                : hankelRatio(q).over(q));
        Complex slope = Complex.ONE.minus(x.times(value).times(value)).times(0.5);
        return new DiffusionFunction(value, slope);
    }

    /** I0/(q I1) = (2/x)(1 + (x/4)/(2 (1 + ...))), Gauss's continued fraction evaluated from its end. */
    private static Complex continuedFraction(Complex x, double modulusOfQ) {
        // q I0/I1 = 2 + x/(4 + x/(6 + ...)).
        int terms = 20 + (int) (2 * modulusOfQ);
        Complex tail = new Complex(2.0 * (terms + 1), 0);
        for (int k = terms; k >= 1; k--) {
            tail = x.over(tail).plus(2.0 * k);
        }
        return tail.over(x);
    }

    /** I0/I1 by Hankel's expansions (Abramowitz and Stegun 9.7.1). */
    private static Complex hankelRatio(Complex q) {
        return hankel(q, 0).over(hankel(q, 4));
    }

    private static Complex hankel(Complex q, double fourNuSquared) {
        Complex inverse = q.times(8).inverse();
        Complex term = Complex.ONE;
        Complex sum = Complex.ONE;
        for (int k = 1; k <= 30; k++) {
            double odd = 2.0 * k - 1;
            term = term.times(inverse).times(-(fourNuSquared - odd * odd) / k);
            sum = sum.plus(term);
            if (term.modulus() < 1e-17) {
                break;
            }
        }
        return sum;
    }

    private static Complex polynomial(Complex x, double... coefficients) {
        Complex sum = new Complex(coefficients[coefficients.length - 1], 0);
        for (int k = coefficients.length - 2; k >= 0; k--) {
            sum = sum.times(x).plus(coefficients[k]);
        }
        return sum;
    }

    /** Hyperbolic functions of q from exp(-q), for Re q not negative. */
    private record Exponentials(Complex small, Complex oneMinusSquare, Complex onePlusSquare) {
        static Exponentials of(Complex q) {
            Complex small = q.times(-1).exp();
            Complex square = small.times(small);
            return new Exponentials(small, Complex.ONE.minus(square), square.plus(1));
        }

        Complex coth() {
            return onePlusSquare.over(oneMinusSquare);
        }

        Complex cosech() {
            return small.times(2).over(oneMinusSquare);
        }

        Complex cosechSquared() {
            Complex c = cosech();
            return c.times(c);
        }

        Complex sechSquared() {
            Complex s = small.times(2).over(onePlusSquare);
            return s.times(s);
        }
    }
}
