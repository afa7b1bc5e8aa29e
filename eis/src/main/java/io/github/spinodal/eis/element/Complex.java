package io.github.spinodal.eis.element;

/** Complex numbers for the elements; the fitting loops work on separate arrays instead. */
record Complex(double re, double im) {
    static final Complex ONE = new Complex(1, 0);

    /** (j omega)^exponent, exactly imaginary for an exponent of one. */
    static Complex powerOfS(double angularFrequency, double exponent) {
        double modulus = Math.pow(angularFrequency, exponent);
        return new Complex(modulus * cosQuarterTurns(exponent), modulus * sinQuarterTurns(exponent));
    }

    /** cos(turns pi/2), exactly zero for one. */
    static double cosQuarterTurns(double turns) {
        return Math.sin((1 - turns) * (Math.PI / 2));
    }

    /** sin(turns pi/2), exactly zero for zero. */
    static double sinQuarterTurns(double turns) {
        return Math.sin(turns * (Math.PI / 2));
    }

    /** ln(j omega). */
    static Complex logOfS(double angularFrequency) {
        return new Complex(Math.log(angularFrequency), Math.PI / 2);
    }

    Complex plus(Complex other) {
        return new Complex(re + other.re, im + other.im);
    }

    Complex plus(double other) {
        return new Complex(re + other, im);
    }

    Complex minus(Complex other) {
        return new Complex(re - other.re, im - other.im);
    }

    Complex times(double factor) {
        return new Complex(re * factor, im * factor);
    }

    Complex times(Complex other) {
        return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
    }

    /** Smith's division (CACM 5, 435, 1962), which neither overflows nor underflows where the quotient does not. */
    Complex over(Complex d) {
        if (Math.abs(d.re) >= Math.abs(d.im)) {
            double ratio = d.im / d.re;
            double scale = d.re + d.im * ratio;
            return new Complex((re + im * ratio) / scale, (im - re * ratio) / scale);
        }
        double ratio = d.re / d.im;
        double scale = d.re * ratio + d.im;
        return new Complex((re * ratio + im) / scale, (im * ratio - re) / scale);
    }

    Complex inverse() {
        return ONE.over(this);
    }

    double modulus() {
        return Math.hypot(re, im);
    }

    Complex sqrt() {
        double modulus = modulus();
        if (modulus == 0) {
            return this;
        }
        double half = Math.sqrt(modulus / 2 + Math.abs(re) / 2);
        return re >= 0
                ? new Complex(half, im / half / 2)
                : new Complex(Math.abs(im) / half / 2, Math.copySign(half, im));
    }

    Complex log() {
        return new Complex(Math.log(modulus()), Math.atan2(im, re));
    }

    Complex exp() {
        double modulus = Math.exp(re);
        // exp(-infinity) is zero in every direction; 0 * cos(infinity) would not be.
        return modulus == 0 ? new Complex(0, 0) : new Complex(modulus * Math.cos(im), modulus * Math.sin(im));
    }

    Complex pow(double exponent) {
        return log().times(exponent).exp();
    }

    /** Stores this as the k-th complex number of an element's result. */
    void store(double[] result, int k) {
        result[2 * k] = re;
        result[2 * k + 1] = im;
    }
}
