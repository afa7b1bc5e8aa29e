package io.github.spinodal.eis.io;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import io.github.spinodal.core.io.TextSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads impedance spectra from files. The format is recognised by what the file holds, never by its name.
 *
 * <p>A file may hold several spectra: sweeps are told apart by cycle numbers and by where the frequency starts anew. Rows
 * whose frequency is not positive are skipped with a notice; a missing column, an order of frequencies that makes no sweeps,
 * a cell that is no number and a sign convention that contradicts itself are refused or reported, never repaired silently.
 * Imaginary parts come out negative where capacitive, whatever the file's convention.
 */
public final class SpectrumFiles {
    /** Largest file that is read (bytes): 64 MiB. */
    public static final int MAXIMUM_BYTES = 1 << 26;

    private static final List<TextFormat> TEXT_FORMATS =
            List.of(new GamryDta(), new VersaStudioPar(), new GeneralTable());
    private static final List<BinaryFormat> BINARY_FORMATS = List.of(new BioLogicMpr(), new ZahnerIsm());

    private SpectrumFiles() {}

    /**
     * Reads a file.
     *
     * @param path the file
     * @return its spectra, at least one, with the format that was recognised and everything skipped or assumed
     * @throws IOException if the file cannot be read from the disk
     * @throws DataFormatException if the file is larger than {@link #MAXIMUM_BYTES}, of no known format, damaged, lacks a
     *     column, or holds no spectrum
     */
    public static ReadResult<ImpedanceSpectrum> read(Path path) throws IOException {
        return read(BinarySource.read(path, MAXIMUM_BYTES));
    }

    /**
     * Reads a file's content that is in memory already.
     *
     * @param name file name or another description, for messages
     * @param content the bytes of the file
     * @return its spectra, as {@link #read(Path)} returns them
     * @throws DataFormatException as {@link #read(Path)} throws it
     */
    public static ReadResult<ImpedanceSpectrum> read(String name, byte[] content) {
        return read(BinarySource.of(name, content));
    }

    private static ReadResult<ImpedanceSpectrum> read(BinarySource source) {
        if (source.size() == 0) {
            throw new DataFormatException(SourceLocation.of(source.name()), "the file is empty");
        }
        for (BinaryFormat format : BINARY_FORMATS) {
            if (format.recognises(source)) {
                return format.read(source);
            }
        }
        TextSource text = TextSource.ofBytes(source.name(), source.bytes());
        for (TextFormat format : TEXT_FORMATS) {
            if (format.recognises(text)) {
                return format.read(text);
            }
        }
        throw text.error("no known format of impedance spectra");
    }
}
