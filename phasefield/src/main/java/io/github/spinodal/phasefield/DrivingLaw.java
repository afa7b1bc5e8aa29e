package io.github.spinodal.phasefield;

import io.github.spinodal.core.Require;
import java.io.Serializable;
import org.apache.commons.math3.special.Erf;

/**
 * How the net rate of a grain, in units of its exchange rate, depends on the reduced affinity A (in kT).
 *
 * <p>Every law rises monotonically through h(0) = 0 with h'(0) = 1, so that the exchange rate means the same in each.
 */
public sealed interface DrivingLaw extends Serializable {
    /**
     * The net rate.
     *
     * @param affinityOverKT reduced affinity A, dimensionless; positive drives lithium into the grain
     * @return rate over exchange rate, dimensionless
     */
    double rate(double affinityOverKT);

    /**
     * The derivative of the net rate.
     *
     * @param affinityOverKT reduced affinity A, dimensionless
     * @return derivative, dimensionless, positive
     */
    double slope(double affinityOverKT);

    /**
     * Butler-Volmer: h = exp(alpha A) - exp(-(1 - alpha) A).
     *
     * @param cathodicTransfer transfer coefficient alpha of the insertion, in (0, 1); one half is the symmetric law
     */
    record ButlerVolmer(double cathodicTransfer) implements DrivingLaw {
        /**
         * Checks the coefficient.
         *
         * @throws io.github.spinodal.core.InvalidValueException if it is not in (0, 1)
         */
        public ButlerVolmer {
            Require.inside("cathodic transfer coefficient", cathodicTransfer, 0, 1);
        }

        @Override
        public double rate(double affinityOverKT) {
            return StrictMath.exp((cathodicTransfer - 1) * affinityOverKT) * StrictMath.expm1(affinityOverKT);
        }

        @Override
        public double slope(double affinityOverKT) {
            return cathodicTransfer * StrictMath.exp(cathodicTransfer * affinityOverKT)
                    + (1 - cathodicTransfer) * StrictMath.exp((cathodicTransfer - 1) * affinityOverKT);
        }
    }

    /**
     * Marcus-Hush-Chidsey in the uniformly valid closed form of Zeng, Smith, Bai and Bazant (J. Electroanal. Chem. 735,
     * 77, 2014, Eq. 17), h proportional to tanh(A/2) erfc((L - sqrt(1 + sqrt(L) + A^2))/(2 sqrt(L))). Its rate saturates.
     *
     * @param reorganisationOverKT reorganisation energy L over kT, dimensionless, positive
     */
    record MarcusHushChidsey(double reorganisationOverKT) implements DrivingLaw {
        /**
         * Checks the energy.
         *
         * @throws io.github.spinodal.core.InvalidValueException if it is not positive and finite
         */
        public MarcusHushChidsey {
            Require.positive("reorganisation energy over kT", reorganisationOverKT);
        }

        @Override
        public double rate(double affinityOverKT) {
            return 2 * StrictMath.tanh(affinityOverKT / 2) * Erf.erfc(argument(affinityOverKT)) / Erf.erfc(argument(0));
        }

        @Override
        public double slope(double affinityOverKT) {
            double tanh = StrictMath.tanh(affinityOverKT / 2);
            double x = argument(affinityOverKT);
            double root = StrictMath.sqrt(1 + StrictMath.sqrt(reorganisationOverKT) + affinityOverKT * affinityOverKT);
            double argumentSlope = -affinityOverKT / root / (2 * StrictMath.sqrt(reorganisationOverKT));
            double erfcSlope = -2 / StrictMath.sqrt(Math.PI) * StrictMath.exp(-x * x) * argumentSlope;
            return ((1 - tanh * tanh) * Erf.erfc(x) + 2 * tanh * erfcSlope) / Erf.erfc(argument(0));
        }

        private double argument(double a) {
            double l = reorganisationOverKT;
            return (l - StrictMath.sqrt(1 + StrictMath.sqrt(l) + a * a)) / (2 * StrictMath.sqrt(l));
        }
    }

    /** The linear law h = A, the small-affinity limit of all the others. */
    record Linear() implements DrivingLaw {
        @Override
        public double rate(double affinityOverKT) {
            return affinityOverKT;
        }

        @Override
        public double slope(double affinityOverKT) {
            return 1;
        }
    }
}
