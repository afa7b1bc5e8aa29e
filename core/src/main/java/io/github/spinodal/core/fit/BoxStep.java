package io.github.spinodal.core.fit;

/**
 * Solves the step problem: minimise |c + R z| subject to |z| &lt;= radius and low &lt;= z &lt;= high, with R upper
 * triangular. Without active bounds the solution is exact (Moré, The Levenberg-Marquardt algorithm, 1978, with the secular
 * equation in terms of singular values). Bounds are met by going towards the solution as far as the first of them, fixing
 * that component there and solving again for the others, so that the model decreases from one solution to the next.
 */
final class BoxStep {
    /** The radius is met within this relative tolerance, as in MINPACK. */
    static final double RADIUS_TOLERANCE = 0.1;

    private final int n;
    private final double[] small;
    private final double[] rhs;
    private final double[] v;
    private final double[] projection;
    private final double[] lambdaWork;
    private final double[] solution;
    private final int[] free;
    private final double[] product;

    /** The step found. */
    final double[] step;
    /** Which components the bounds cut short. */
    final boolean[] limited;
    /** Squared residual norm that the model expects to lose. */
    double predictedReduction;
    /** Whether the radius did not limit the step. */
    boolean gaussNewton;

    BoxStep(int n) {
        this.n = n;
        small = new double[n * n];
        rhs = new double[n];
        v = new double[n * n];
        projection = new double[n];
        lambdaWork = new double[n];
        solution = new double[n];
        free = new int[n];
        product = new double[n];
        step = new double[n];
        limited = new boolean[n];
    }

    /**
     * Finds the step.
     *
     * @param r upper triangle at j * n + i, i &lt;= j
     * @param c right-hand side
     * @param gradient R^T c
     * @param held components that must stay zero
     * @param low smallest step per component, not positive
     * @param high largest step per component, not negative
     * @param radius bound on |z|
     */
    void solve(double[] r, double[] c, double[] gradient, boolean[] held, double[] low, double[] high, double radius) {
        int count = 0;
        for (int j = 0; j < n; j++) {
            step[j] = 0;
            limited[j] = false;
            if (!held[j]) {
                free[count++] = j;
            }
        }
        double left = radius;
        while (count > 0 && left > 0) {
            solveFree(r, c, count, left);
            double share = 1;
            int first = -1;
            for (int k = 0; k < count; k++) {
                int j = free[k];
                double limit = solution[k] < low[j] ? low[j] : solution[k] > high[j] ? high[j] : solution[k];
                if (limit != solution[k] && (first < 0 || (limit - step[j]) / (solution[k] - step[j]) < share)) {
                    share = Math.max(0, (limit - step[j]) / (solution[k] - step[j]));
                    first = k;
                }
            }
            for (int k = 0; k < count; k++) {
                int j = free[k];
                step[j] = first < 0 ? solution[k] : step[j] + share * (solution[k] - step[j]);
            }
            if (first < 0) {
                break;
            }
            int j = free[first];
            step[j] = solution[first] < low[j] ? low[j] : high[j];
            limited[j] = true;
            count--;
            System.arraycopy(free, first + 1, free, first, count - first);
            double used = 0;
            for (int l = 0; l < n; l++) {
                used += limited[l] ? step[l] * step[l] : 0;
            }
            left = Math.sqrt(Math.max(radius * radius - used, 0));
        }
        predictedReduction = reduction(r, gradient, step);
    }

    /** |c|^2 - |c + R z|^2. */
    double reduction(double[] r, double[] gradient, double[] z) {
        double linear = 0;
        double quadratic = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = i; j < n; j++) {
                sum += r[j * n + i] * z[j];
            }
            product[i] = sum;
            quadratic += sum * sum;
            linear += gradient[i] * z[i];
        }
        return -2 * linear - quadratic;
    }

    /** Minimises over the free components, the others staying at {@link #step}. */
    private void solveFree(double[] r, double[] c, int count, double radius) {
        System.arraycopy(c, 0, rhs, 0, n);
        for (int j = 0; j < n; j++) {
            if (limited[j]) {
                for (int i = 0; i <= j; i++) {
                    rhs[i] += r[j * n + i] * step[j];
                }
            }
        }
        gather(r, count);
        if (count < n) {
            Columns.triangularise(small, n, count, rhs);
        }
        if (backSubstitute(count) && Columns.norm(solution, 0, count) <= (1 + RADIUS_TOLERANCE) * radius) {
            gaussNewton = true;
            return;
        }
        clearBelowDiagonal(count);
        Columns.orthogonalise(small, n, count, v);
        gaussNewton = secular(count, radius);
        for (int k = 0; k < count; k++) {
            double sum = 0;
            for (int l = 0; l < count; l++) {
                sum += v[l * count + k] * lambdaWork[l];
            }
            solution[k] = -sum;
        }
    }

    private void gather(double[] r, int count) {
        for (int k = 0; k < count; k++) {
            int j = free[k];
            for (int i = 0; i < n; i++) {
                small[k * n + i] = i <= j ? r[j * n + i] : 0;
            }
        }
    }

    private void clearBelowDiagonal(int count) {
        for (int k = 0; k < count; k++) {
            for (int i = k + 1; i < n; i++) {
                small[k * n + i] = 0;
            }
        }
    }

    private boolean backSubstitute(int count) {
        double largest = 0;
        for (int k = 0; k < count; k++) {
            largest = Math.max(largest, Math.abs(small[k * n + k]));
        }
        for (int k = count - 1; k >= 0; k--) {
            double diagonal = small[k * n + k];
            if (!(Math.abs(diagonal) > 4e-16 * n * largest)) {
                return false;
            }
            double sum = -rhs[k];
            for (int l = k + 1; l < count; l++) {
                sum -= small[l * n + k] * solution[l];
            }
            solution[k] = sum / diagonal;
        }
        return true;
    }

    /** Puts sigma beta/(sigma^2 + lambda) into lambdaWork, lambda such that its norm is the radius; true if lambda = 0. */
    private boolean secular(int count, double radius) {
        double largest = 0;
        for (int l = 0; l < count; l++) {
            lambdaWork[l] = Columns.dot(small, l * n, small, l * n, n);
            largest = Math.max(largest, lambdaWork[l]);
            projection[l] = Columns.dot(small, l * n, rhs, 0, n);
        }
        double negligible = largest * n * n * 5e-32;
        double gradientNorm = Columns.norm(projection, 0, count);
        double lambda = 0;
        double lower = 0;
        double upper = gradientNorm / radius;
        boolean start = true;
        for (int iteration = 0; iteration < 30; iteration++) {
            double square = 0;
            double slope = 0;
            for (int l = 0; l < count; l++) {
                double s = lambdaWork[l];
                if (s <= negligible) {
                    continue;
                }
                double z = projection[l] / (s + lambda);
                square += z * z;
                slope += z * z / (s + lambda);
            }
            double norm = Math.sqrt(square);
            double excess = norm - radius;
            if (Math.abs(excess) <= RADIUS_TOLERANCE * radius || (start && excess < 0)) {
                break;
            }
            if (excess > 0) {
                lower = Math.max(lower, lambda);
            } else {
                upper = Math.min(upper, lambda);
            }
            // Newton on 1/norm, which is nearly linear in lambda (Hebden 1973)
            double next = lambda + norm / radius * excess * norm / slope;
            lambda = next > lower && next < upper ? next : Math.max(Math.sqrt(lower * upper), 1e-3 * upper);
            start = false;
        }
        for (int l = 0; l < count; l++) {
            double s = lambdaWork[l];
            lambdaWork[l] = s <= negligible ? 0 : projection[l] / (s + lambda);
        }
        return lambda == 0;
    }
}
