package io.github.spinodal.phasefield.oscillation;

/**
 * Terms of the baseline: a cubic spline with uniform knots, and an exponential knee at either end, where the plateau bends
 * into the steep parts of the curve faster than any spline may that leaves an oscillation alone.
 *
 * @param knots interior knots of the spline
 * @param startKnee decay length of the knee at x = -1, zero for none
 * @param endKnee decay length of the knee at x = 1, zero for none
 */
record BaselineStructure(int knots, double startKnee, double endKnee) {
    static BaselineStructure spline(int knots) {
        return new BaselineStructure(knots, 0, 0);
    }

    BaselineStructure withKnots(int newKnots) {
        return new BaselineStructure(newKnots, startKnee, endKnee);
    }

    BaselineStructure withStartKnee(double length) {
        return new BaselineStructure(knots, length, endKnee);
    }

    BaselineStructure withEndKnee(double length) {
        return new BaselineStructure(knots, startKnee, length);
    }

    int size() {
        return Bases.splineCount(knots) + (startKnee > 0 ? 1 : 0) + (endKnee > 0 ? 1 : 0);
    }

    /** Writes the values of all terms at x into out[0 ... size - 1]. */
    void values(double x, double[] out) {
        Bases.splines(x, knots, out, 0);
        int at = Bases.splineCount(knots);
        if (startKnee > 0) {
            out[at++] = Math.exp(-(1 + x) / startKnee);
        }
        if (endKnee > 0) {
            out[at] = Math.exp(-(1 - x) / endKnee);
        }
    }

    /** The values of all terms at all places, a column for each term. */
    double[][] columns(double[] x) {
        double[][] columns = new double[size()][x.length];
        double[] row = new double[columns.length];
        for (int i = 0; i < x.length; i++) {
            values(x[i], row);
            for (int j = 0; j < row.length; j++) {
                columns[j][i] = row[j];
            }
        }
        return columns;
    }
}
