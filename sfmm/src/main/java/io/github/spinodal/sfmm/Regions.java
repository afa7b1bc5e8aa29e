package io.github.spinodal.sfmm;

import io.github.spinodal.sfmm.CurvePreparation.Jump;
import io.github.spinodal.sfmm.CurveRegion.Kind;
import java.util.ArrayList;
import java.util.List;

/** Names the regions of a fitted approach. */
final class Regions {
    private Regions() {}

    static List<CurveRegion> of(LayerFit fit, CurvePreparation.Prepared prepared, List<Jump> jumps) {
        double[] z = prepared.z();
        double last = z[z.length - 1];
        double onset = within(fit.onsetNanometres().value(), z[0], last);
        double solid = within(fit.layers() == 0 ? onset : fit.solidFromNanometres(), onset, last);
        List<CurveRegion> regions = new ArrayList<>();
        double free = onset;
        double contact = onset;
        for (Jump jump : jumps) {
            double from = z[jump.from()];
            double to = z[Math.min(jump.to(), z.length - 1)];
            if (jump.kind() == Jump.Kind.SNAP_IN && from < solid) {
                free = Math.min(free, from);
                contact = Math.min(Math.max(contact, to), solid);
            } else if (jump.kind() == Jump.Kind.BREAK_THROUGH) {
                solid = Math.min(solid, from);
            }
        }
        add(regions, Kind.FREE, z[0], free);
        add(regions, Kind.SNAP_IN, free, contact);
        if (fit.layers() == 2) {
            double inner = within(fit.innerFromNanometres(), contact, solid);
            add(regions, Kind.LAYER, contact, inner);
            add(regions, Kind.INNER_LAYER, inner, solid);
        } else if (fit.layers() == 1) {
            add(regions, Kind.LAYER, contact, solid);
        }
        double solidFrom = Math.max(solid, contact);
        for (Jump jump : jumps) {
            if (jump.kind() == Jump.Kind.BREAK_THROUGH && z[jump.from()] <= solidFrom + 1e-9) {
                double to = z[Math.min(jump.to(), z.length - 1)];
                add(regions, Kind.BREAK_THROUGH, solidFrom, to);
                solidFrom = Math.max(solidFrom, to);
            }
        }
        add(regions, Kind.SOLID, solidFrom, last);
        if (prepared.saturated() > 0) {
            double step = (last - z[0]) / (z.length - 1);
            add(regions, Kind.SATURATED, last, last + prepared.saturated() * step);
        }
        return regions;
    }

    private static double within(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private static void add(List<CurveRegion> regions, Kind kind, double from, double to) {
        if (to > from) {
            regions.add(new CurveRegion(kind, from, to));
        }
    }
}
