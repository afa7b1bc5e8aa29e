package io.github.spinodal.core.spectra;

import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.io.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small files written by hand, one for each dialect, all of the same Gaussian peak of height 100 over 5. */
final class SpectrumSamples {
    static final List<String> NAMES = List.of(
            "two-columns.csv",
            "three-columns.xye",
            "decimal-commas.txt",
            "renishaw.txt",
            "labspec.txt",
            "nist.dat",
            "eva.xy",
            "specs.xy",
            "casa-lineshapes.txt",
            "casa-report.csv",
            "regular.vms",
            "irregular.vms",
            "pattern.xrdml");

    private SpectrumSamples() {}

    static byte[] bytes(String name) {
        try (InputStream in = SpectrumSamples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static ReadResult<Spectrum> read(String name) {
        return SpectrumFiles.parse(name, bytes(name));
    }

    static ReadResult<Spectrum> parse(String text) {
        return SpectrumFiles.parse("t.txt", text.getBytes(StandardCharsets.UTF_8));
    }
}
