package io.github.spinodal.core.fit;

/** The losses that {@link Loss} offers. */
final class Losses {
    private Losses() {}

    /** rho = s. */
    enum Squares implements Loss {
        INSTANCE;

        @Override
        public double value(double s) {
            return s;
        }

        @Override
        public double slope(double s) {
            return 1;
        }

        @Override
        public double curvature(double s) {
            return 0;
        }
    }

    /** rho = s up to t^2, then 2 t sqrt(s) - t^2. */
    record Huber(double threshold) implements Loss {
        @Override
        public double value(double s) {
            double square = threshold * threshold;
            return s <= square ? s : 2 * threshold * Math.sqrt(s) - square;
        }

        @Override
        public double slope(double s) {
            return s <= threshold * threshold ? 1 : threshold / Math.sqrt(s);
        }

        @Override
        public double curvature(double s) {
            return s <= threshold * threshold ? 0 : -threshold / (2 * s * Math.sqrt(s));
        }
    }

    /** rho = 2 t^2 (sqrt(1 + s/t^2) - 1), written without the cancellation at small s. */
    record SoftL1(double threshold) implements Loss {
        @Override
        public double value(double s) {
            return 2 * s / (1 + root(s));
        }

        @Override
        public double slope(double s) {
            return 1 / root(s);
        }

        @Override
        public double curvature(double s) {
            double root = root(s);
            return -1 / (2 * threshold * threshold * root * root * root);
        }

        private double root(double s) {
            return Math.sqrt(1 + s / threshold / threshold);
        }
    }

    /** rho = t^2 ln(1 + s/t^2). */
    record Cauchy(double threshold) implements Loss {
        @Override
        public double value(double s) {
            return threshold * threshold * Math.log1p(s / threshold / threshold);
        }

        @Override
        public double slope(double s) {
            return 1 / (1 + s / threshold / threshold);
        }

        @Override
        public double curvature(double s) {
            double slope = slope(s);
            return -slope * slope / threshold / threshold;
        }
    }
}
