package io.github.spinodal.eis.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.fixtures.Expect;
import io.github.spinodal.fixtures.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of real instruments; the expected numbers were looked up in the files by hand. */
@Tag("shared-data")
class SharedSpectrumFilesTest {
    private static ReadResult<ImpedanceSpectrum> read(String file) throws IOException {
        return SpectrumFiles.read(SharedData.file("eis/" + file));
    }

    @ParameterizedTest
    @CsvSource({
        "impedance-py/exampleData.csv, table without header, 66, 3.1623e-3, 4.94998977640506e-2, -2.043869854441892e-2,"
                + " 1e4, 1.57714826604859e-2, 1.01574745649382e-2",
        "impedance-py/exampleDataAutolab.txt, Autolab Z60W, 41, 1e4, 0.013785863964281, 0.007191946305823, 0.1,"
                + " 0.0345697771923854, -0.00390292888845954",
        "impedance-py/exampleDataBioLogic.mpt, BioLogic EC-Lab text, 43, 1000.3201, 65.470886, -0.38998979, 0.01689554,"
                + " 110.97003, -2.3458567",
        "impedance-py/exampleDataCHInstruments.txt, CH Instruments, 73, 99610, 98.91, -2.748, 0.1, 5685, -15860",
        "impedance-py/exampleDataGamry.DTA, Gamry DTA, 72, 200015.6, 825.8584, -1367.239, 0.0158898, 17007.49, -6635.557",
        "impedance-py/exampleDataGamryABORT.DTA, Gamry DTA, 72, 200015.6, 825.8584, -1367.239, 0.0158898, 17007.49,"
                + " -6635.557",
        "impedance-py/exampleDataParstat.txt, Parstat, 31, 1e4, -0.00049816280376104, 0.0175143479976367, 10,"
                + " 0.0270946491457229, -0.00399791080333837",
        "impedance-py/exampleDataPowersuite.txt, PowerSuite, 30, 0.1, 423929.46, -49014.063, 2e6, -470.54113, -1397.7358",
        "impedance-py/exampleDataVersaStudio.par, VersaStudio, 61, 1e5, 55.31571, 4.575431, 0.02154435, 1516.313, -122.8279",
        "impedance-py/exampleDataZPlot.z, ZPlot, 21, 3e5, 147.77, -11.335, 3000, 613.68, -137.13",
        "impedance-py/exampleDataZPlot_noComments.z, ZPlot, 31, 3e5, 642.62, -85.821, 300, 1305.3, -195.01",
        "impedance-py/Circuit1_EIS_1.z, ZPlot, 48, 5e4, 29.036, 0.63662, 1, 75.803, -0.16244",
        "impedance-py/Circuit2_EIS_1.z, ZPlot, 56, 3e5, 147.77, -11.335, 1, 654.19, 0.64271",
        "impedance-py/Circuit3_EIS_2.z, ZPlot, 53, 1.5e5, 1492.0, 11.789, 1, 6138.2, -10.151",
        "gamry/550C.0.5V.DTA, Gamry DTA, 61, 100195.3, 0.6641507, 0.1476726, 0.1000747, 1.944187, 0.0235922",
        "autoeis/test_data.csv, EC-Lab columns, 67, 200019.48, 130.4171, -34.680012, 9.9990517e-4, 5170240.5, -2345775.5",
        "autoeis/test_data.txt, EC-Lab columns, 67, 200019.48, 130.4171, -34.680012, 9.9990517e-4, 5170240.5, -2345775.5",
        "ec-lab/PEIS_LPSCl_IonBlocking_-25C.txt, BioLogic EC-Lab text, 79, 7000018.5, 359.24146, -290.92038, 0.10002181,"
                + " 1799427.6, -8093785.5",
    })
    void readsFirstAndLastPoint(
            String file,
            String format,
            int points,
            double f,
            double re,
            double im,
            double lastF,
            double lastRe,
            double lastIm)
            throws IOException {
        ReadResult<ImpedanceSpectrum> result = read(file);
        ImpedanceSpectrum spectrum = result.single();
        int last = spectrum.size() - 1;

        assertEquals(format, result.format());
        assertEquals(points, spectrum.size());
        Expect.close(f, spectrum.frequency(0), 1e-12);
        Expect.close(re, spectrum.real(0), 1e-12);
        Expect.close(im, spectrum.imaginary(0), 1e-12);
        Expect.close(lastF, spectrum.frequency(last), 1e-12);
        Expect.close(lastRe, spectrum.real(last), 1e-12);
        Expect.close(lastIm, spectrum.imaginary(last), 1e-12);
        assertTrue(result.notices().stream().noneMatch(n -> n.message().contains("contradicts")));
    }

    @Test
    void readsBinaryAndTextOfOneMeasurementAlike() throws IOException {
        ImpedanceSpectrum binary =
                read("ec-lab/PEIS_LPSCl_IonBlocking_-25C.mpr").single();
        ImpedanceSpectrum text = read("ec-lab/PEIS_LPSCl_IonBlocking_-25C.txt").single();

        assertEquals(text.size(), binary.size());
        for (int i = 0; i < text.size(); i++) {
            assertEquals((float) text.frequency(i), (float) binary.frequency(i));
            Expect.close(text.real(i), binary.real(i), 6e-8);
            Expect.close(text.imaginary(i), binary.imaginary(i), 6e-8);
        }
    }

    @Test
    void readsZahnersLithiumIonCell() throws IOException {
        ReadResult<ImpedanceSpectrum> result = read("zahner/li-ion-battery.ism");
        ImpedanceSpectrum spectrum = result.single();

        assertEquals(128, spectrum.size());
        assertEquals(5e-4, spectrum.frequency(0));
        assertEquals(5000, spectrum.frequency(127));
        assertEquals(0.67871, spectrum.modulus(0), 1e-15);
        assertEquals(-0.9100146719898441, spectrum.phase(0), 1e-15);
        assertEquals(0.0727782987707146, spectrum.real(64), 1e-15);
        assertEquals(0.023854695126454096, spectrum.imaginary(127), 1e-15);
    }

    @Test
    void refusesTheFileWithoutFrequencies() {
        Path file = SharedData.file("eis/impedance-py/exampleDataBioLogic_MissingFreq.mpt");
        Expect.refused(() -> SpectrumFiles.read(file), "line 61", "no column for: frequency");
    }

    @Test
    void namesWhatItSkipped() throws IOException {
        Expect.notice(read("impedance-py/exampleDataParstat.txt"), 0, "781 rows up to line 782");
        Expect.notice(read("impedance-py/exampleDataGamryABORT.DTA"), 172, "aborted");
        Expect.notice(read("impedance-py/exampleDataZPlot.z"), 0, "announces 56 points, but 21 follow");
    }
}
