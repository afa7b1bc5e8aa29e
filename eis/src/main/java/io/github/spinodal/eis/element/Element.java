package io.github.spinodal.eis.element;

import java.io.Serializable;
import java.util.List;

/**
 * A two-terminal element of a circuit: an impedance as a function of angular frequency and parameters.
 *
 * <p>Implementations are immutable and stateless. To add an element of your own, implement this interface (a record
 * without components is enough) and register it with {@link ElementLibrary#with(Element)}.
 */
public interface Element extends Serializable {
    /**
     * The letters by which a circuit string names the element, such as {@code CPE}.
     *
     * @return one or more letters
     */
    String symbol();

    /**
     * The parameters, in the order in which values are given.
     *
     * @return at least one parameter
     */
    List<ElementParameter> parameters();

    /**
     * Impedance and derivatives at one frequency.
     *
     * @param angularFrequency omega = 2 pi f (rad/s), positive
     * @param parameters values in the order of {@link #parameters()}; not modified
     * @param result where Re Z, Im Z (ohm), then Re and Im of dZ/dp_k for each parameter go; modified
     */
    void evaluate(double angularFrequency, double[] parameters, double[] result);

    /**
     * Impedance and derivatives at many frequencies. Override it where work can be shared between frequencies.
     *
     * @param angularFrequency omega (rad/s), positive; not modified
     * @param logAngularFrequency ln(omega), as long; not modified
     * @param parameters values in the order of {@link #parameters()}; not modified
     * @param re where Re Z (ohm) goes; modified
     * @param im where Im Z (ohm) goes; modified
     * @param reSlope where Re dZ/dp_k goes, one row for each parameter; modified
     * @param imSlope where Im dZ/dp_k goes, one row for each parameter; modified
     */
    default void evaluateAll(
            double[] angularFrequency,
            double[] logAngularFrequency,
            double[] parameters,
            double[] re,
            double[] im,
            double[][] reSlope,
            double[][] imSlope) {
        double[] point = new double[2 + 2 * parameters.length];
        for (int i = 0; i < angularFrequency.length; i++) {
            evaluate(angularFrequency[i], parameters, point);
            re[i] = point[0];
            im[i] = point[1];
            for (int k = 0; k < parameters.length; k++) {
                reSlope[k][i] = point[2 + 2 * k];
                imSlope[k][i] = point[3 + 2 * k];
            }
        }
    }
}
