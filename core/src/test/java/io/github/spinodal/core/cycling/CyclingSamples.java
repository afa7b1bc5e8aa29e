package io.github.spinodal.core.cycling;

import io.github.spinodal.core.io.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small files written by hand, one for each dialect, all of the same test. */
final class CyclingSamples {
    static final List<String> NAMES = List.of(
            "arbin-database.csv",
            "arbin.csv",
            "basytec.txt",
            "bdf-positive-discharge.csv",
            "bdf-time-too-large.csv",
            "biologic-voltammogram.txt",
            "biologic.mpt",
            "landt.csv",
            "landt-native.txt",
            "maccor.txt",
            "neware-flat.csv",
            "neware-layered.csv",
            "spinodal.csv");

    private CyclingSamples() {}

    static byte[] bytes(String name) {
        try (InputStream in = CyclingSamples.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadResult<CyclingData> read(String name) {
        return CyclingFiles.parse(name, bytes(name), CyclingReadOptions.withDefaults());
    }

    static ReadResult<CyclingData> parse(String text) {
        return CyclingFiles.parse("t.csv", text.getBytes(StandardCharsets.UTF_8), CyclingReadOptions.withDefaults());
    }
}
