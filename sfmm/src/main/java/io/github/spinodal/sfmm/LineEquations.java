package io.github.spinodal.sfmm;

/**
 * The normal equations of a bare contact or a single layer in white noise. Free flight and solid contact are straight
 * lines, so they enter by their sums; only the samples inside the layer are visited.
 */
final class LineEquations {
    private LineEquations() {}

    static boolean covers(ContactModel kind, boolean fringed) {
        return kind != ContactModel.TWO_LAYERS && !fringed;
    }

    /** Fills normal matrix (both triangles) and gradient; returns the sum of squared residuals (nm^2). */
    static double assemble(FitProblem problem, ContactModel kind, double[] t, double[][] normal, double[] gradient) {
        LineSums sums = problem.sums();
        double[] z = problem.z;
        int n = problem.n;
        int count = kind.contactParameters();
        for (int i = 0; i < count; i++) {
            gradient[i] = 0;
            for (int j = 0; j <= i; j++) {
                normal[i][j] = 0;
            }
        }
        double b = t[ContactModel.OFFSET];
        double m = t[ContactModel.TILT];
        int first = ContactModel.firstAbove(z, t[ContactModel.ONSET]);
        double squares = line(sums, 0, first, b, m, normal, gradient);
        int solid = first;
        double contact = t[ContactModel.ONSET];
        if (kind == ContactModel.LAYER) {
            contact += t[ContactModel.THICKNESS];
            solid = Math.min(
                    Math.max(first, problem.solidFrom), ContactModel.firstAbove(z, contact + t[ContactModel.BREAK]));
            squares += layer(problem, t, first, solid, normal, gradient);
        }
        squares += solid(problem, kind, t, contact, solid, normal, gradient);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                normal[j][i] = normal[i][j];
            }
        }
        return squares;
    }

    private static double line(
            LineSums sums, int from, int to, double b, double m, double[][] normal, double[] gradient) {
        double one = sums.sum(LineSums.ONE, from, to);
        double s = sums.sum(LineSums.S, from, to);
        double ss = sums.sum(LineSums.SS, from, to);
        double y = sums.sum(LineSums.Y, from, to);
        double ys = sums.sum(LineSums.YS, from, to);
        double r = y - b * one - m * s;
        double rs = ys - b * s - m * ss;
        normal[0][0] += one;
        normal[1][0] += s;
        normal[1][1] += ss;
        gradient[0] += r;
        gradient[1] += rs;
        return sums.sum(LineSums.YY, from, to) - b * (y + r) - m * (ys + rs);
    }

    /** The solid contact: the line b + m s + S (Z - contact). */
    private static double solid(
            FitProblem problem,
            ContactModel kind,
            double[] t,
            double contact,
            int from,
            double[][] normal,
            double[] gradient) {
        double[] z = problem.z;
        int n = problem.n;
        double slope = t[ContactModel.SLOPE];
        // Z - contact = rise s + start
        double rise = 0.5 * (z[n - 1] - z[0]);
        double start = 0.5 * (z[0] + z[n - 1]) - contact;
        double r0 = gradient[0];
        double rs0 = gradient[1];
        double one0 = normal[0][0];
        double s0 = normal[1][0];
        double ss0 = normal[1][1];
        double squares = line(
                problem.sums(),
                from,
                n,
                t[ContactModel.OFFSET] + slope * start,
                t[ContactModel.TILT] + slope * rise,
                normal,
                gradient);
        double r = gradient[0] - r0;
        double rs = gradient[1] - rs0;
        double one = normal[0][0] - one0;
        double s = normal[1][0] - s0;
        double ss = normal[1][1] - ss0;
        double g = rise * s + start * one;
        double gs = rise * ss + start * s;
        double gg = rise * gs + start * g;
        double gr = rise * rs + start * r;
        normal[ContactModel.SLOPE][0] += g;
        normal[ContactModel.SLOPE][1] += gs;
        normal[ContactModel.SLOPE][ContactModel.SLOPE] += gg;
        gradient[ContactModel.SLOPE] += gr;
        int last = kind == ContactModel.LAYER ? ContactModel.THICKNESS : ContactModel.ONSET;
        for (int k = ContactModel.ONSET; k <= last; k++) {
            normal[k][0] -= slope * one;
            normal[k][1] -= slope * s;
            normal[k][ContactModel.SLOPE] -= slope * g;
            for (int j = ContactModel.ONSET; j <= k; j++) {
                normal[k][j] += slope * slope * one;
            }
            gradient[k] -= slope * r;
        }
        return squares;
    }

    private static double layer(
            FitProblem problem, double[] t, int from, int to, double[][] normal, double[] gradient) {
        double[] z = problem.z;
        int n = problem.n;
        double middle = 0.5 * (z[0] + z[n - 1]);
        double scale = 2 / (z[n - 1] - z[0]);
        double slope = t[ContactModel.SLOPE];
        double broken = slope * t[ContactModel.BREAK];
        LayerYield yield = new LayerYield(t[ContactModel.THICKNESS], t[ContactModel.BREAK], t[ContactModel.EXPONENT]);
        int count = gradient.length;
        double[] column = new double[count];
        double squares = 0;
        for (int i = from; i < to; i++) {
            yield.solve(z[i] - t[ContactModel.ONSET]);
            if (problem.used[i] == 0) {
                continue;
            }
            double s = (z[i] - middle) * scale;
            double soft = 1 - yield.stiffness;
            column[0] = 1;
            column[1] = s;
            column[ContactModel.SLOPE] = yield.deflection;
            column[ContactModel.ONSET] = -slope * yield.stiffness;
            column[ContactModel.THICKNESS] = -slope * yield.fraction * yield.stiffness;
            column[ContactModel.BREAK] = slope * yield.power * soft;
            column[ContactModel.EXPONENT] = broken * yield.power * yield.logFraction * soft;
            double r = problem.y[i] - t[0] - t[1] * s - slope * yield.deflection;
            squares += r * r;
            for (int k = 0; k < count; k++) {
                double value = column[k];
                double[] row = normal[k];
                gradient[k] += value * r;
                for (int j = 0; j <= k; j++) {
                    row[j] += value * column[j];
                }
            }
        }
        return squares;
    }
}
