package io.github.spinodal.sfmm.study;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.quantity.Measured;
import io.github.spinodal.sfmm.map.WorkFunction;
import io.github.spinodal.sfmm.map.WorkFunctionCalibration;
import io.github.spinodal.sfmm.simulation.SurfaceSimulator;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Figure 4e of the study: effective work functions of bare LTO and of AZO60 from Kelvin probe maps, calibrated on sputtered
 * gold. The maps are simulated with the study's means; the tip, the spread and the noise are assumptions.
 *
 * @param bareMap work function of bare LTO over the map (eV)
 * @param coatedMap work function of AZO60 over the map (eV)
 * @param bare work function of bare LTO
 * @param coated work function of AZO60
 * @param difference bare minus coated (eV), free of the calibration
 */
public record WorkFunctionFigure(
        ScanMap bareMap, ScanMap coatedMap, WorkFunction bare, WorkFunction coated, Measured difference)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Work function of bare LTO (eV), study, Figure 4e. */
    public static final double PUBLISHED_BARE_ELECTRON_VOLT = 5.26;

    /** Work function of AZO60 (eV), study, Figure 4e. */
    public static final double PUBLISHED_COATED_ELECTRON_VOLT = 4.93;

    private static final double TIP = 5.05;
    private static final int PIXELS = 96;
    private static final double PIXEL_METRE = 10e-9;
    private static final double GOLD_UNCERTAINTY = 0.02;

    /**
     * Simulates the three maps and measures them.
     *
     * @param seed seed of the maps
     * @return the figure
     */
    public static WorkFunctionFigure of(long seed) {
        ScanMap gold = potential(WorkFunctionCalibration.STUDY_GOLD_ELECTRON_VOLT, 0.005, 3 * seed);
        ScanMap bare = potential(PUBLISHED_BARE_ELECTRON_VOLT, 0.02, 3 * seed + 1);
        ScanMap coated = potential(PUBLISHED_COATED_ELECTRON_VOLT, 0.012, 3 * seed + 2);
        double[] onGold = gold.presentValues();
        double mean = Arrays.stream(onGold).average().orElseThrow();
        WorkFunctionCalibration calibration = WorkFunctionCalibration.of(
                new Measured(WorkFunctionCalibration.STUDY_GOLD_ELECTRON_VOLT, GOLD_UNCERTAINTY),
                new Measured(mean, 0.001));
        WorkFunction first = calibration.measure(bare);
        WorkFunction second = calibration.measure(coated);
        return new WorkFunctionFigure(
                calibration.workFunctionMap(bare),
                calibration.workFunctionMap(coated),
                first,
                second,
                first.minus(second));
    }

    /** Contact potential difference, V_CPD = (tip - sample)/q (study, SI section 7). */
    private static ScanMap potential(double workFunction, double spread, long seed) {
        return new SurfaceSimulator(TIP - workFunction, spread, 4, 0.003)
                .simulate("contact potential difference", "V", PIXELS, PIXEL_METRE, seed);
    }
}
