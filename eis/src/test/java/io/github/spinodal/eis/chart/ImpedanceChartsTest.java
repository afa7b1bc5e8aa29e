package io.github.spinodal.eis.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.chart.Chart;
import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.CircuitFit;
import io.github.spinodal.eis.CircuitFitter;
import io.github.spinodal.eis.DistributionOfRelaxationTimes;
import io.github.spinodal.eis.LinKk;
import io.github.spinodal.eis.NoiseModel;
import io.github.spinodal.eis.WarburgRegression;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImpedanceChartsTest {
    @Test
    void everyChartDrawsItsData() {
        double[] f = new double[41];
        for (int i = 0; i < f.length; i++) {
            f[i] = Math.pow(10, 4 - 0.125 * i);
        }
        Circuit circuit = Circuit.parse("R(Q(RW))");
        ImpedanceSpectrum z =
                NoiseModel.proportional(0.005, 1).addTo(circuit.spectrum(f, 2.945, 1.383e-5, 0.7357, 553.3, 4.6e-4));
        CircuitFit fit = CircuitFitter.fit(circuit, z);
        List<Chart> charts = List.of(
                ImpedanceCharts.nyquist(z),
                ImpedanceCharts.nyquist(fit),
                ImpedanceCharts.bode(fit),
                ImpedanceCharts.residuals(fit),
                ImpedanceCharts.residuals(LinKk.check(z)),
                ImpedanceCharts.warburg(WarburgRegression.of(fit)),
                ImpedanceCharts.warburg(WarburgRegression.naive(z, 1, 10)),
                ImpedanceCharts.relaxationTimes(
                        DistributionOfRelaxationTimes.withDefaults().of(z)));
        for (Chart chart : charts) {
            String svg = chart.svg();
            assertTrue(svg.contains("<svg"), svg.substring(0, Math.min(100, svg.length())));
            assertEquals(-1, svg.indexOf("NaN"));
        }
    }
}
