package io.github.spinodal.sfmm.map;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ScanMap;
import java.util.Arrays;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Removal of tilt and of the offsets between scan lines, by least squares over the pixels present. One height is taken off
 * before the fit, so that a constant map becomes zero and not the rounding of its offset.
 */
public final class Levelling {
    private static final double SINGULAR = 1e-12;

    private Levelling() {}

    /**
     * Subtracts the best plane.
     *
     * @param map heights, with at least three pixels present that do not lie on one line
     * @return the map without its plane
     * @throws InvalidValueException if the pixels present do not define a plane
     */
    public static ScanMap subtractPlane(ScanMap map) {
        int present = map.size() - map.missingCount();
        Require.atLeast("number of pixels present", present, 3);
        DMatrixRMaj design = new DMatrixRMaj(present, 3);
        DMatrixRMaj heights = new DMatrixRMaj(present, 1);
        double offset = map.presentValues()[0];
        int row = 0;
        for (int y = 0; y < map.ny(); y++) {
            for (int x = 0; x < map.nx(); x++) {
                if (!map.isMissing(x, y)) {
                    design.set(row, 0, 1);
                    design.set(row, 1, centred(x, map.nx()));
                    design.set(row, 2, centred(y, map.ny()));
                    heights.set(row++, 0, map.value(x, y) - offset);
                }
            }
        }
        DMatrixRMaj plane = solve(design, heights);
        double[] values = map.values();
        for (int i = 0; i < values.length; i++) {
            values[i] -= offset
                    + plane.get(0)
                    + plane.get(1) * centred(i % map.nx(), map.nx())
                    + plane.get(2) * centred(i / map.nx(), map.ny());
        }
        return like(map, values);
    }

    /**
     * Subtracts from each row its best polynomial; rows with too few pixels present become missing.
     *
     * @param map heights
     * @param degree degree of the polynomial: 0 offset, 1 line, 2 parabola, at most 5
     * @return the flattened map
     * @throws InvalidValueException if the degree is outside 0 to 5
     */
    public static ScanMap flattenRows(ScanMap map, int degree) {
        Require.within("degree of the polynomial", degree, 0, 5);
        double[] values = map.values();
        for (int y = 0; y < map.ny(); y++) {
            flattenRow(map, y, degree, values);
        }
        return like(map, values);
    }

    private static void flattenRow(ScanMap map, int y, int degree, double[] values) {
        int nx = map.nx();
        int present = 0;
        for (int x = 0; x < nx; x++) {
            present += map.isMissing(x, y) ? 0 : 1;
        }
        if (present <= degree) {
            Arrays.fill(values, y * nx, (y + 1) * nx, Double.NaN);
            return;
        }
        DMatrixRMaj design = new DMatrixRMaj(present, degree + 1);
        DMatrixRMaj heights = new DMatrixRMaj(present, 1);
        double offset = firstPresent(map, y);
        int row = 0;
        for (int x = 0; x < nx; x++) {
            if (!map.isMissing(x, y)) {
                for (int k = 0; k <= degree; k++) {
                    design.set(row, k, Math.pow(centred(x, nx), k));
                }
                heights.set(row++, 0, map.value(x, y) - offset);
            }
        }
        DMatrixRMaj polynomial = solve(design, heights);
        for (int x = 0; x < nx; x++) {
            double trend = 0;
            for (int k = degree; k >= 0; k--) {
                trend = trend * centred(x, nx) + polynomial.get(k);
            }
            values[y * nx + x] -= offset + trend;
        }
    }

    private static double firstPresent(ScanMap map, int y) {
        int x = 0;
        while (map.isMissing(x, y)) {
            x++;
        }
        return map.value(x, y);
    }

    private static DMatrixRMaj solve(DMatrixRMaj design, DMatrixRMaj heights) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.leastSquaresQrPivot(true, false);
        DMatrixRMaj solution = new DMatrixRMaj(design.numCols, 1);
        if (!solver.setA(design) || !(solver.quality() > SINGULAR)) {
            throw new InvalidValueException(
                    "pixels present", "on a line", "spread enough to define the surface to be subtracted");
        }
        solver.solve(heights, solution);
        return solution;
    }

    /** Position from -1 to 1. */
    private static double centred(int index, int count) {
        return count == 1 ? 0 : 2.0 * index / (count - 1) - 1;
    }

    private static ScanMap like(ScanMap map, double[] values) {
        ScanMap levelled = ScanMap.ofValuesWithNaN(
                map.quantity(), map.unit(), map.nx(), map.ny(), map.pixelWidthMetre(), map.pixelHeightMetre(), values);
        for (Map.Entry<String, String> note : map.metadata().entrySet()) {
            levelled = levelled.withMetadata(note.getKey(), note.getValue());
        }
        return levelled;
    }
}
