package io.github.spinodal.phasefield.oscillation.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.GalvanostaticCurve;
import io.github.spinodal.core.data.GalvanostaticCurve.Direction;
import io.github.spinodal.phasefield.oscillation.OscillationAnalysis;
import io.github.spinodal.phasefield.oscillation.OscillationResult;
import org.junit.jupiter.api.Test;

class OscillationChartTest {
    @Test
    void chartsShowCurveAndOscillation() {
        double[] charge = new double[600];
        double[] voltage = new double[600];
        for (int i = 0; i < 600; i++) {
            charge[i] = i / 599.0;
            voltage[i] = 1.55 + 1e-3 * Math.sin(2 * Math.PI * 20 * charge[i]) + 1e-5 * Math.sin(7919.0 * i);
        }
        GalvanostaticCurve curve = GalvanostaticCurve.of(Direction.DISCHARGE, 1e-5, charge, voltage);
        OscillationResult result = OscillationAnalysis.withDefaults().analyze(curve);
        String svg = OscillationChart.of(curve, result).svg();
        assertEquals(960, OscillationChart.of(curve, result).image().getHeight());
        assertTrue(svg.length() > OscillationChart.flattened(result).svg().length());
        String local =
                OscillationChart.local(result.oscillation().orElseThrow()).svg();
        assertTrue(local.startsWith("<svg") || local.contains("<svg"));
    }
}
