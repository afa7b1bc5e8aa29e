package io.github.spinodal.sfmm;

import java.util.Arrays;

/**
 * The deflection over Z that is fitted: a tilted and fringed baseline, and above the onset a rigid base that is bare or
 * carries one layer or two.
 *
 * <p>With u = Z - onset, a layer of thickness h yields by delta = h x where h x + D x^p = u, and deflects the cantilever by
 * D x^p until x = 1; beyond, the tip stands on the base and the deflection is u - h. A second layer continues from there in
 * the same way, and the force of a layer may grow exponentially instead: D (exp(p x) - 1)/(exp(p) - 1). Everything above the baseline is multiplied by the slope S of the solid contact, which is one if the
 * optical lever is calibrated.
 *
 * <p>Parameters, in nm: {@code b, m, S, onset}, then {@code h, D, p} with a layer, then {@code h2, D2} with a second one,
 * then {@code sine, cosine, period} with a fringe. The tilt m is the rise of the baseline over half the ramp.
 */
enum ContactModel {
    CLEAN(4),
    LAYER(7),
    EXPONENTIAL(7),
    TWO_LAYERS(9);

    static final int OFFSET = 0;
    static final int TILT = 1;
    static final int SLOPE = 2;
    static final int ONSET = 3;
    static final int THICKNESS = 4;
    static final int BREAK = 5;
    static final int EXPONENT = 6;
    static final int THICKNESS_2 = 7;
    static final int BREAK_2 = 8;
    static final int FRINGE_PARAMETERS = 3;
    static final int MAXIMUM_PARAMETERS = 12;

    private final int contactParameters;

    ContactModel(int contactParameters) {
        this.contactParameters = contactParameters;
    }

    /** Index of the first fringe parameter, which is also the number of parameters without a fringe. */
    int contactParameters() {
        return contactParameters;
    }

    /**
     * Fills the model and its derivatives.
     *
     * @param t parameters
     * @param fringed whether the last three parameters are a fringe
     * @param z extension of the piezo (nm), strictly rising
     * @param solidFrom index of the sample after a break-through, from which the tip stands on the base whatever the
     *     layer could still bear; the number of samples if there was none
     * @param model modified: the deflection (nm)
     * @param columns modified: derivatives, one column a parameter
     * @return index of the first sample above the onset; the columns of the contact are zero before it
     */
    int evaluate(double[] t, boolean fringed, double[] z, int solidFrom, double[] model, double[][] columns) {
        int n = z.length;
        double middle = 0.5 * (z[0] + z[n - 1]);
        double half = 0.5 * (z[n - 1] - z[0]);
        int first = firstAbove(z, t[ONSET]);
        double[] offset = columns[OFFSET];
        double[] tilt = columns[TILT];
        for (int i = 0; i < n; i++) {
            double s = (z[i] - middle) / half;
            offset[i] = 1;
            tilt[i] = s;
            model[i] = t[OFFSET] + t[TILT] * s;
        }
        for (int k = SLOPE; k < contactParameters; k++) {
            Arrays.fill(columns[k], 0, first, 0);
        }
        switch (this) {
            case CLEAN -> clean(t, z, first, model, columns);
            case LAYER, EXPONENTIAL -> layer(law(), t, z, first, solidFrom, model, columns);
            case TWO_LAYERS -> twoLayers(t, z, first, model, columns);
        }
        if (fringed) {
            fringe(t, z, middle, model, columns);
        }
        return first;
    }

    ForceLaw law() {
        return this == EXPONENTIAL ? ForceLaw.EXPONENTIAL : ForceLaw.POWER;
    }

    /** Whether there is one layer, of whatever law. */
    boolean isOneLayer() {
        return this == LAYER || this == EXPONENTIAL;
    }

    static int firstAbove(double[] z, double onset) {
        int low = 0;
        int high = z.length;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (z[mid] > onset) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        return low;
    }

    private static void clean(double[] t, double[] z, int first, double[] model, double[][] columns) {
        for (int i = first; i < z.length; i++) {
            double u = z[i] - t[ONSET];
            columns[SLOPE][i] = u;
            columns[ONSET][i] = -t[SLOPE];
            model[i] += t[SLOPE] * u;
        }
    }

    private static void layer(
            ForceLaw law, double[] t, double[] z, int first, int solidFrom, double[] model, double[][] columns) {
        double slope = t[SLOPE];
        double h = t[THICKNESS];
        double deflection = t[BREAK];
        double p = t[EXPONENT];
        LayerYield yield = new LayerYield(law, h, deflection, p);
        int i = first;
        for (; i < solidFrom && z[i] <= t[ONSET] + h + deflection; i++) {
            yield.solve(z[i] - t[ONSET]);
            columns[SLOPE][i] = yield.deflection;
            columns[ONSET][i] = -slope * yield.stiffness;
            columns[THICKNESS][i] = -slope * yield.fraction * yield.stiffness;
            columns[BREAK][i] = slope * yield.power * (1 - yield.stiffness);
            columns[EXPONENT][i] = slope * deflection * yield.sensitivity * (1 - yield.stiffness);
            model[i] += slope * yield.deflection;
        }
        for (; i < z.length; i++) {
            double g = z[i] - t[ONSET] - h;
            columns[SLOPE][i] = g;
            columns[ONSET][i] = -slope;
            columns[THICKNESS][i] = -slope;
            columns[BREAK][i] = 0;
            columns[EXPONENT][i] = 0;
            model[i] += slope * g;
        }
    }

    private static void twoLayers(double[] t, double[] z, int first, double[] model, double[][] columns) {
        double slope = t[SLOPE];
        double outerEnd = t[THICKNESS] + t[BREAK];
        double innerEnd = outerEnd + t[THICKNESS_2] + t[BREAK_2];
        LayerYield outer = new LayerYield(t[THICKNESS], t[BREAK], t[EXPONENT]);
        LayerYield inner = new LayerYield(t[THICKNESS_2], t[BREAK_2], t[EXPONENT]);
        for (int i = first; i < z.length; i++) {
            double u = z[i] - t[ONSET];
            double g;
            if (u < outerEnd) {
                outer.solve(u);
                g = outer.deflection;
                columns[ONSET][i] = -slope * outer.stiffness;
                columns[THICKNESS][i] = -slope * outer.fraction * outer.stiffness;
                columns[BREAK][i] = slope * outer.power * (1 - outer.stiffness);
                columns[EXPONENT][i] = slope * t[BREAK] * outer.sensitivity * (1 - outer.stiffness);
                columns[THICKNESS_2][i] = 0;
                columns[BREAK_2][i] = 0;
            } else if (u < innerEnd) {
                inner.solve(u - outerEnd);
                g = t[BREAK] + inner.deflection;
                columns[ONSET][i] = -slope * inner.stiffness;
                columns[THICKNESS][i] = -slope * inner.stiffness;
                columns[BREAK][i] = slope * (1 - inner.stiffness);
                columns[EXPONENT][i] = slope * t[BREAK_2] * inner.sensitivity * (1 - inner.stiffness);
                columns[THICKNESS_2][i] = -slope * inner.fraction * inner.stiffness;
                columns[BREAK_2][i] = slope * inner.power * (1 - inner.stiffness);
            } else {
                g = u - t[THICKNESS] - t[THICKNESS_2];
                columns[ONSET][i] = -slope;
                columns[THICKNESS][i] = -slope;
                columns[BREAK][i] = 0;
                columns[EXPONENT][i] = 0;
                columns[THICKNESS_2][i] = -slope;
                columns[BREAK_2][i] = 0;
            }
            columns[SLOPE][i] = g;
            model[i] += slope * g;
        }
    }

    private void fringe(double[] t, double[] z, double middle, double[] model, double[][] columns) {
        int k = contactParameters;
        double period = t[k + 2];
        double wave = 2 * Math.PI / period;
        for (int i = 0; i < z.length; i++) {
            double angle = wave * (z[i] - middle);
            double sine = Math.sin(angle);
            double cosine = Math.cos(angle);
            columns[k][i] = sine;
            columns[k + 1][i] = cosine;
            columns[k + 2][i] = -(t[k] * cosine - t[k + 1] * sine) * angle / period;
            model[i] += t[k] * sine + t[k + 1] * cosine;
        }
    }
}
