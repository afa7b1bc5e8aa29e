package io.github.spinodal.core.structure;

import io.github.spinodal.core.Require;
import java.util.ArrayList;
import java.util.List;

/** Which reflections of a cubic crystal are extinct by its symmetry (International Tables for Crystallography, A). */
public enum CubicLattice {
    /** Primitive: every reflection is allowed. */
    PRIMITIVE,
    /** Body centred (I): h + k + l even. */
    BODY_CENTRED,
    /** Face centred (F): h, k, l all even or all odd. */
    FACE_CENTRED,
    /** Spinel, Fd-3m with general positions: F, and k + l = 4n wherever an index is zero (the diamond glide). */
    SPINEL,
    /** Diamond, Fd-3m with atoms at 8a only: F, and for even indices h + k + l = 4n. */
    DIAMOND;

    /**
     * Whether a reflection is allowed.
     *
     * @param planes the reflecting planes
     * @return true unless symmetry extinguishes it
     */
    public boolean allows(MillerIndices planes) {
        int h = Math.abs(planes.h());
        int k = Math.abs(planes.k());
        int l = Math.abs(planes.l());
        int sum = h + k + l;
        boolean sameParity = h % 2 == k % 2 && k % 2 == l % 2;
        return switch (this) {
            case PRIMITIVE -> true;
            case BODY_CENTRED -> sum % 2 == 0;
            case FACE_CENTRED -> sameParity;
            case SPINEL -> sameParity && (h * k * l != 0 || sum % 4 == 0);
            case DIAMOND -> sameParity && (h % 2 == 1 || sum % 4 == 0);
        };
    }

    /**
     * The reflections that can be told apart by their spacing, each with all the planes that share it.
     *
     * @param largestSumOfSquares largest h^2 + k^2 + l^2, at least 1 and at most 10000
     * @return the reflections by falling spacing
     * @throws io.github.spinodal.core.InvalidValueException if the limit is outside its range
     */
    public List<CubicReflection> reflections(int largestSumOfSquares) {
        Require.within("largest sum of squares", largestSumOfSquares, 1, 10000);
        List<CubicReflection> found = new ArrayList<>();
        for (int sum = 1; sum <= largestSumOfSquares; sum++) {
            List<MillerIndices> planes = planesOf(sum);
            if (!planes.isEmpty()) {
                found.add(new CubicReflection(planes));
            }
        }
        return List.copyOf(found);
    }

    /** Allowed planes with h >= k >= l >= 0 and a given sum of squares, the largest l first: (333) before (511). */
    private List<MillerIndices> planesOf(int sum) {
        List<MillerIndices> planes = new ArrayList<>();
        for (int h = 1; h * h <= sum; h++) {
            for (int k = 0; k <= h && h * h + k * k <= sum; k++) {
                int l = (int) Math.round(Math.sqrt(sum - h * h - k * k));
                if (l <= k && h * h + k * k + l * l == sum && allows(MillerIndices.of(h, k, l))) {
                    planes.add(MillerIndices.of(h, k, l));
                }
            }
        }
        return planes;
    }
}
