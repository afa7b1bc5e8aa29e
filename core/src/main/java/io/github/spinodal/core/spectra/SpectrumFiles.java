package io.github.spinodal.core.spectra;

import io.github.spinodal.core.data.Spectrum;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads spectra, recognised by content: VAMAS (ISO 14976), PANalytical XRDML, SPECS {@code .xy}, CasaXPS line shapes,
 * Renishaw and LabSpec text, and two or three columns of text in any common layout (axis, intensity, standard deviation),
 * with decimal points or commas.
 *
 * <p>The points keep the order of the file: a falling axis stays falling, {@link Spectrum#rising()} turns it.
 */
public final class SpectrumFiles {
    private SpectrumFiles() {}

    /**
     * Reads a file.
     *
     * @param path the file
     * @return all its spectra, in the order of the file
     * @throws IOException if the file cannot be read
     * @throws DataFormatException if it is no spectrum; names the line where the format has lines
     */
    public static ReadResult<Spectrum> read(Path path) throws IOException {
        Path last = path.getFileName();
        return parse(
                last == null ? path.toString() : last.toString(),
                TextSource.readBytes(path, TextSource.DEFAULT_LIMIT_BYTES));
    }

    /**
     * Reads bytes in memory.
     *
     * @param name file name or another description of the source
     * @param bytes the file's content
     * @return all its spectra, in the order of the file
     * @throws DataFormatException if it is no spectrum; names the line where the format has lines
     */
    public static ReadResult<Spectrum> parse(String name, byte[] bytes) {
        TextSource source = TextSource.ofBytes(name, bytes);
        if (XrdmlReader.recognises(source)) {
            return XrdmlReader.read(source);
        }
        if (VamasReader.recognises(source)) {
            return VamasReader.read(source);
        }
        if (SpecsReader.recognises(source)) {
            return SpecsReader.read(source);
        }
        if (CasaXpsReader.recognises(source)) {
            return CasaXpsReader.read(source);
        }
        if (CasaXpsReader.isReport(source)) {
            throw source.error(
                    "a CasaXPS report of fit results, which holds no spectrum; export the line shapes or the VAMAS file");
        }
        return TextSpectrumReader.read(source);
    }
}
