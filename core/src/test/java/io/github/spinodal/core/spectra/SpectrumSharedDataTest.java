package io.github.spinodal.core.spectra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files; sizes, ranges and maxima are those of the collection's notes or were read off the files by hand. */
@Tag("shared-data")
class SpectrumSharedDataTest {
    private static ReadResult<Spectrum> read(String name) throws IOException {
        return SpectrumFiles.read(SharedData.file("spectra/" + name));
    }

    private static double positionOfMaximum(Spectrum spectrum) {
        int best = 0;
        for (int i = 1; i < spectrum.size(); i++) {
            best = spectrum.intensity(i) > spectrum.intensity(best) ? i : best;
        }
        return spectrum.x(best);
    }

    @ParameterizedTest
    @CsvSource({
        "lmfit_test_peak.dat, 401, 0, 20",
        "lmfit_model1d_gauss.dat, 101, 0, 10",
        "lmfit_test_splinepeak.dat, 501, 0, 25",
        "lmfit_peak.csv, 101, 0, 20",
        "lmfit_NIST_Gauss2.dat, 250, 1, 250",
        "nist_Gauss1.dat, 250, 1, 250",
        "nist_Gauss3.dat, 250, 1, 250",
        "nist_Eckerle4.dat, 35, 400, 500",
        "nist_ENSO.dat, 168, 1, 168",
        "raman_datalab_renishaw.txt, 1011, 1879.449219, 0.380859",
        "raman_datalab_labspec.txt, 341, 201.795, 798.317",
        "xrd_datalab_mythen.dat, 730, 2.084, 5",
        "xrd_datalab_example_evadiffract.xy, 28, 5.0001, 5.2743",
        "xrd_datalab_CG20396_jdb12-1.xrdml, 7181, 5.00835563, 124.99526689",
        "xps_FeO_analyzed.vms, 1121, 736.61, 792.61",
        "xps_kherve_Pt4f.vms, 281, 1396.68, 1424.68",
    })
    void readsAllPoints(String name, int size, double first, double last) throws IOException {
        Spectrum spectrum = read(name).single();
        assertEquals(size, spectrum.size());
        assertEquals(first, spectrum.x(0), 1e-9);
        assertEquals(last, spectrum.x(size - 1), 1e-9);
    }

    @Test
    void findsTheKnownMaxima() throws IOException {
        assertEquals(
                1581.73, positionOfMaximum(read("raman_datalab_renishaw.txt").single()), 0.005);
        assertEquals(349.4, positionOfMaximum(read("raman_datalab_labspec.txt").single()), 1e-9);
    }

    @Test
    void readsPattern() throws IOException {
        Spectrum pattern = read("xrd_datalab_CG20396_jdb12-1.xrdml").single();
        assertEquals("62.230", pattern.metadata().get("counting time (seconds)"));
        assertEquals("1.5405980", pattern.metadata().get("kAlpha1 (Angstrom)"));
        assertEquals(1678, pattern.intensity(0));
        assertEquals(1648, pattern.intensity(1));
        assertTrue(read("xrd_datalab_mythen.dat").single().standardDeviations().isPresent());
    }

    /** Both files hold the same measurement: the VAMAS counts are the line-shape file's counts, 1486.61 eV - B.E. its axis. */
    @Test
    void vamasAndCasaAgree() throws IOException {
        Spectrum vamas = read("xps_FeO_analyzed.vms").single();
        Spectrum data = read("xps_FeO_analyzed_lineshapes_cols.txt").items().get(0);
        assertEquals(vamas.size(), data.size());
        for (int i = 0; i < data.size(); i++) {
            assertEquals(vamas.x(i), 1486.61 - data.x(i), 1e-3);
            assertEquals(vamas.intensity(i) / 2, data.intensity(i), 0.01); // 2 s a point
        }
        assertEquals(7, read("xps_FeO_analyzed_lineshapes_cols.txt").items().size());
        assertThrows(DataFormatException.class, () -> read("xps_FeO_analyzed_results.csv"));
    }

    @Test
    void readsBlocksOfSpecs() throws IOException {
        ReadResult<Spectrum> result = read("xps_specs_MgFe2O4_small.xy");
        assertEquals(2, result.items().size());
        assertEquals(1351, result.items().get(0).size());
        assertEquals(15598.679, result.items().get(0).intensity(0));
        assertEquals("20", result.items().get(1).metadata().get("Pass Energy"));
        assertEquals("1486.61", result.items().get(1).metadata().get("Excitation Energy"));
    }
}
