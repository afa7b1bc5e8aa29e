package io.github.spinodal.core.peaks;

/** The satellites that {@link Satellite} offers. */
final class Satellites {
    private Satellites() {}

    /** At a constant distance. */
    record Distance(double distance, double ratio) implements Satellite {
        @Override
        public double position(double centre) {
            return centre + distance;
        }

        @Override
        public double positionSlope(double centre) {
            return 1;
        }
    }

    /** The same lattice spacing seen with another wavelength, on a 2 theta axis in degrees. */
    record Wavelength(double wavelengthRatio, double ratio) implements Satellite {
        @Override
        public double position(double centre) {
            return 2 * Math.toDegrees(Math.asin(sine(centre)));
        }

        @Override
        public double positionSlope(double centre) {
            double sine = sine(centre);
            return wavelengthRatio * Math.cos(Math.toRadians(centre / 2)) / Math.sqrt(1 - sine * sine);
        }

        private double sine(double centre) {
            // no reflection of the longer wavelength beyond 180 degrees
            return Math.min(wavelengthRatio * Math.sin(Math.toRadians(centre / 2)), 1 - 1e-9);
        }
    }
}
