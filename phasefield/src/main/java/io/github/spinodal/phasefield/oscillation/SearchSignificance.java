package io.github.spinodal.phasefield.oscillation;

/**
 * Chance that the largest of a field of chi-square statistics with two degrees of freedom exceeds a level, when the field
 * is searched over frequency and drift: the expected Euler characteristic of its excursion set (Worsley, Adv. Appl.
 * Probab. 26, 13, 1994). The distance in the field is the standard deviation of the phase change over the window.
 */
final class SearchSignificance {
    /** Standard deviation of the phase for one more period in the window: 2 pi/sqrt(12). */
    private static final double PER_CYCLE = 2 * Math.PI / Math.sqrt(12);
    /** The same for one unit of chirp at one period: 2 pi sqrt(1/180). */
    private static final double PER_CHIRP = 2 * Math.PI / Math.sqrt(180);

    private final double length;
    private final double halfPerimeter;
    private final double area;

    private SearchSignificance(double length, double halfPerimeter, double area) {
        this.length = length;
        this.halfPerimeter = halfPerimeter;
        this.area = area;
    }

    static SearchSignificance of(double fewestCycles, double mostCycles) {
        double length = PER_CYCLE * (mostCycles - fewestCycles);
        double chirps = 2 * PeriodSearch.LARGEST_CHIRP;
        double area = PER_CYCLE * PER_CHIRP * chirps * (mostCycles * mostCycles - fewestCycles * fewestCycles) / 2;
        double halfPerimeter = length + PER_CHIRP * chirps * (mostCycles + fewestCycles) / 2;
        return new SearchSignificance(length, halfPerimeter, area);
    }

    /** Probability under noise for a search over frequency alone. */
    double steady(double statistic) {
        return Math.min(1, point(statistic) + length * line(statistic));
    }

    /** Probability under noise for a search over frequency and drift. */
    double drifting(double statistic) {
        return Math.min(1, point(statistic) + halfPerimeter * line(statistic) + area * plane(statistic));
    }

    /** The statistic of the steady search that noise exceeds with this probability. */
    double steadyThreshold(double probability) {
        double low = 2;
        double high = 1000;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (steady(middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double point(double z) {
        return Math.exp(-z / 2);
    }

    private static double line(double z) {
        return Math.sqrt(Math.max(0, z) / (2 * Math.PI)) * Math.exp(-z / 2);
    }

    private static double plane(double z) {
        return Math.max(0, z - 1) / (2 * Math.PI) * Math.exp(-z / 2);
    }
}
