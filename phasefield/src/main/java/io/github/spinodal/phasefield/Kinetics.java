package io.github.spinodal.phasefield;

import java.io.Serializable;
import java.util.Objects;

/**
 * Insertion kinetics of a grain: dc/dt = k j0(c) h(A) with A = [-e(V - V_EQ) - mu(c) - delta]/kT.
 *
 * <p>With the symmetric Butler-Volmer driving law the rate takes the form r_f(c) x - r_b(c)/x with x = exp(-e(V -
 * V_EQ)/2kT), whatever the exchange law, and the voltage of an electrode follows in closed form.
 *
 * @param exchange how the exchange rate depends on the filling
 * @param driving how the net rate depends on the affinity
 */
public record Kinetics(ExchangeLaw exchange, DrivingLaw driving) implements Serializable {
    /** Checks that both laws are given. */
    public Kinetics {
        Objects.requireNonNull(exchange, "exchange law");
        Objects.requireNonNull(driving, "driving law");
    }

    /**
     * The symmetric Butler-Volmer law: dc/dt = 2 k sqrt(c (1 - c)) sinh(A/2).
     *
     * @return the law
     */
    public static Kinetics symmetric() {
        return new Kinetics(ExchangeLaw.SYMMETRIC, new DrivingLaw.ButlerVolmer(0.5));
    }

    /**
     * Bazant's symmetric Butler-Volmer law: dc/dt = k [(1 - c) x - c exp((mu_excess + delta)/kT)/x].
     *
     * @return the law
     */
    public static Kinetics bazant() {
        return new Kinetics(ExchangeLaw.TRANSITION_STATE, new DrivingLaw.ButlerVolmer(0.5));
    }

    /**
     * The symmetric Butler-Volmer law with a constant exchange rate: dc/dt = 2 k sinh(A/2).
     *
     * @return the law
     */
    public static Kinetics constantExchange() {
        return new Kinetics(ExchangeLaw.CONSTANT, new DrivingLaw.ButlerVolmer(0.5));
    }

    /**
     * Butler-Volmer with any transfer coefficient and the symmetric exchange law.
     *
     * @param cathodicTransfer transfer coefficient alpha of the insertion, in (0, 1)
     * @return the law
     * @throws io.github.spinodal.core.InvalidValueException if the coefficient is not in (0, 1)
     */
    public static Kinetics butlerVolmer(double cathodicTransfer) {
        return new Kinetics(ExchangeLaw.SYMMETRIC, new DrivingLaw.ButlerVolmer(cathodicTransfer));
    }

    /**
     * Marcus-Hush-Chidsey with the symmetric exchange law.
     *
     * @param reorganisationOverKT reorganisation energy over kT, dimensionless, positive
     * @return the law
     * @throws io.github.spinodal.core.InvalidValueException if the energy is not positive
     */
    public static Kinetics marcusHushChidsey(double reorganisationOverKT) {
        return new Kinetics(ExchangeLaw.SYMMETRIC, new DrivingLaw.MarcusHushChidsey(reorganisationOverKT));
    }

    /**
     * The linear law with the symmetric exchange law.
     *
     * @return the law
     */
    public static Kinetics linear() {
        return new Kinetics(ExchangeLaw.SYMMETRIC, new DrivingLaw.Linear());
    }

    /**
     * The same driving law with another exchange law.
     *
     * @param newExchange the exchange law
     * @return the kinetics
     */
    public Kinetics withExchange(ExchangeLaw newExchange) {
        return new Kinetics(newExchange, driving);
    }

    /**
     * Whether the driving law is the symmetric Butler-Volmer law, which makes the voltage closed-form.
     *
     * @return true for the symmetric Butler-Volmer law
     */
    public boolean isSymmetric() {
        return driving instanceof DrivingLaw.ButlerVolmer law && law.cathodicTransfer() == 0.5;
    }

    /** The transfer coefficient that the transition-state exchange law uses; one half where the driving law has none. */
    double transfer() {
        return driving instanceof DrivingLaw.ButlerVolmer law ? law.cathodicTransfer() : 0.5;
    }

    /**
     * Exchange rate over rate constant.
     *
     * @param c filling, in (0, 1)
     * @param oneMinusC the complement 1 - c, in (0, 1)
     * @param excessOverKT excess chemical potential plus shift, over kT
     * @return j0/k, dimensionless
     */
    public double exchangeRate(double c, double oneMinusC, double excessOverKT) {
        return switch (exchange) {
            case SYMMETRIC -> StrictMath.sqrt(c * oneMinusC);
            case TRANSITION_STATE ->
                oneMinusC * StrictMath.exp(transfer() * (excessOverKT + StrictMath.log(c / oneMinusC)));
            case CONSTANT -> 1;
        };
    }

    /**
     * Derivative of the logarithm of the exchange rate with respect to the filling.
     *
     * @param c filling, in (0, 1)
     * @param oneMinusC the complement 1 - c, in (0, 1)
     * @param excessSlopeOverKT derivative of the excess chemical potential with respect to the filling, over kT
     * @return d ln j0/dc, dimensionless
     */
    public double exchangeRateLogSlope(double c, double oneMinusC, double excessSlopeOverKT) {
        return switch (exchange) {
            case SYMMETRIC -> (oneMinusC - c) / (2 * c * oneMinusC);
            case TRANSITION_STATE -> transfer() * (excessSlopeOverKT + 1 / (c * oneMinusC)) - 1 / oneMinusC;
            case CONSTANT -> 0;
        };
    }
}
