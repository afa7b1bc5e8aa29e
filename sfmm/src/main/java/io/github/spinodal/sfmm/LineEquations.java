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
        if (kind != ContactModel.CLEAN) {
            contact += t[ContactModel.THICKNESS];
            solid = Math.min(
                    Math.max(first, problem.solidFrom), ContactModel.firstAbove(z, contact + t[ContactModel.BREAK]));
            squares += layer(problem, kind, t, first, solid, normal, gradient);
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
        int last = kind == ContactModel.CLEAN ? ContactModel.ONSET : ContactModel.THICKNESS;
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

    /** All products in local variables, which is several times faster than rows of arrays. */
    private static double layer(
            FitProblem problem, ContactModel kind, double[] t, int from, int to, double[][] normal, double[] gradient) {
        double[] z = problem.z;
        int n = problem.n;
        double middle = 0.5 * (z[0] + z[n - 1]);
        double scale = 2 / (z[n - 1] - z[0]);
        double slope = t[ContactModel.SLOPE];
        double deflection = t[ContactModel.BREAK];
        LayerYield yield = new LayerYield(kind.law(), t[ContactModel.THICKNESS], deflection, t[ContactModel.EXPONENT]);
        double squares = 0;
        double oneOne = 0;
        double sOne = 0;
        double sS = 0;
        double gOne = 0;
        double gS = 0;
        double gG = 0;
        double oOne = 0;
        double oS = 0;
        double oG = 0;
        double oO = 0;
        double hOne = 0;
        double hS = 0;
        double hG = 0;
        double hO = 0;
        double hH = 0;
        double dOne = 0;
        double dS = 0;
        double dG = 0;
        double dO = 0;
        double dH = 0;
        double dD = 0;
        double pOne = 0;
        double pS = 0;
        double pG = 0;
        double pO = 0;
        double pH = 0;
        double pD = 0;
        double pP = 0;
        double oneR = 0;
        double sR = 0;
        double gR = 0;
        double oR = 0;
        double hR = 0;
        double dR = 0;
        double pR = 0;
        for (int i = from; i < to; i++) {
            yield.solve(z[i] - t[ContactModel.ONSET]);
            if (problem.used[i] == 0) {
                continue;
            }
            double s = (z[i] - middle) * scale;
            double g = yield.deflection;
            double o = -slope * yield.stiffness;
            double h = o * yield.fraction;
            double d = slope * yield.power * (1 - yield.stiffness);
            double p = slope * deflection * yield.sensitivity * (1 - yield.stiffness);
            double r = problem.y[i] - t[ContactModel.OFFSET] - t[ContactModel.TILT] * s - slope * g;
            squares += r * r;
            oneOne += 1;
            sOne += s;
            sS += s * s;
            gOne += g;
            gS += g * s;
            gG += g * g;
            oOne += o;
            oS += o * s;
            oG += o * g;
            oO += o * o;
            hOne += h;
            hS += h * s;
            hG += h * g;
            hO += h * o;
            hH += h * h;
            dOne += d;
            dS += d * s;
            dG += d * g;
            dO += d * o;
            dH += d * h;
            dD += d * d;
            pOne += p;
            pS += p * s;
            pG += p * g;
            pO += p * o;
            pH += p * h;
            pD += p * d;
            pP += p * p;
            oneR += r;
            sR += s * r;
            gR += g * r;
            oR += o * r;
            hR += h * r;
            dR += d * r;
            pR += p * r;
        }
        normal[ContactModel.OFFSET][ContactModel.OFFSET] += oneOne;
        normal[ContactModel.TILT][ContactModel.OFFSET] += sOne;
        normal[ContactModel.TILT][ContactModel.TILT] += sS;
        normal[ContactModel.SLOPE][ContactModel.OFFSET] += gOne;
        normal[ContactModel.SLOPE][ContactModel.TILT] += gS;
        normal[ContactModel.SLOPE][ContactModel.SLOPE] += gG;
        normal[ContactModel.ONSET][ContactModel.OFFSET] += oOne;
        normal[ContactModel.ONSET][ContactModel.TILT] += oS;
        normal[ContactModel.ONSET][ContactModel.SLOPE] += oG;
        normal[ContactModel.ONSET][ContactModel.ONSET] += oO;
        normal[ContactModel.THICKNESS][ContactModel.OFFSET] += hOne;
        normal[ContactModel.THICKNESS][ContactModel.TILT] += hS;
        normal[ContactModel.THICKNESS][ContactModel.SLOPE] += hG;
        normal[ContactModel.THICKNESS][ContactModel.ONSET] += hO;
        normal[ContactModel.THICKNESS][ContactModel.THICKNESS] += hH;
        normal[ContactModel.BREAK][ContactModel.OFFSET] += dOne;
        normal[ContactModel.BREAK][ContactModel.TILT] += dS;
        normal[ContactModel.BREAK][ContactModel.SLOPE] += dG;
        normal[ContactModel.BREAK][ContactModel.ONSET] += dO;
        normal[ContactModel.BREAK][ContactModel.THICKNESS] += dH;
        normal[ContactModel.BREAK][ContactModel.BREAK] += dD;
        normal[ContactModel.EXPONENT][ContactModel.OFFSET] += pOne;
        normal[ContactModel.EXPONENT][ContactModel.TILT] += pS;
        normal[ContactModel.EXPONENT][ContactModel.SLOPE] += pG;
        normal[ContactModel.EXPONENT][ContactModel.ONSET] += pO;
        normal[ContactModel.EXPONENT][ContactModel.THICKNESS] += pH;
        normal[ContactModel.EXPONENT][ContactModel.BREAK] += pD;
        normal[ContactModel.EXPONENT][ContactModel.EXPONENT] += pP;
        gradient[ContactModel.OFFSET] += oneR;
        gradient[ContactModel.TILT] += sR;
        gradient[ContactModel.SLOPE] += gR;
        gradient[ContactModel.ONSET] += oR;
        gradient[ContactModel.THICKNESS] += hR;
        gradient[ContactModel.BREAK] += dR;
        gradient[ContactModel.EXPONENT] += pR;
        return squares;
    }
}
