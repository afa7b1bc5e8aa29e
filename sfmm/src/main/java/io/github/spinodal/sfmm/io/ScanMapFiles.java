package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads maps from files. The format is recognised by what the file holds, never by its name: NanoScope images, Nanonis
 * {@code .sxm}, Gwyddion Simple Field {@code .gsf}, numpy {@code .npy}, and matrices of numbers as text. Row 0 is the
 * uppermost. Missing pixels stay missing.
 */
public final class ScanMapFiles {
    /** Largest file that is read (bytes): 256 MiB. */
    public static final int MAXIMUM_BYTES = 1 << 28;

    private static final List<MapFormat> FORMATS = List.of(
            new NanoScopeImages(), new NanonisSxm(), GwyddionSimpleField.FORMAT, new NumpyMap(), GwyddionText.FORMAT);

    private ScanMapFiles() {}

    /**
     * Reads the maps of a file.
     *
     * @param path the file
     * @return its maps, at least one, with the format that was recognised and everything skipped or assumed
     * @throws IOException if the file cannot be read from the disk
     * @throws DataFormatException if the file is too large, of no known format, or damaged
     */
    public static ReadResult<ScanMap> read(Path path) throws IOException {
        return read(path, MapReadOptions.withDefaults());
    }

    /**
     * Reads the maps of a file.
     *
     * @param path the file
     * @param options what files of bare numbers do not say
     * @return its maps, as {@link #read(Path)} returns them
     * @throws IOException if the file cannot be read from the disk
     * @throws DataFormatException as {@link #read(Path)} throws it
     */
    public static ReadResult<ScanMap> read(Path path, MapReadOptions options) throws IOException {
        return read(BinarySource.read(path, MAXIMUM_BYTES), options);
    }

    /**
     * Reads the maps of a file's content that is in memory already.
     *
     * @param name file name or another description, for messages
     * @param content the bytes of the file
     * @param options what files of bare numbers do not say
     * @return its maps, as {@link #read(Path)} returns them
     * @throws DataFormatException as {@link #read(Path)} throws it
     */
    public static ReadResult<ScanMap> read(String name, byte[] content, MapReadOptions options) {
        return read(BinarySource.of(name, content), options);
    }

    private static ReadResult<ScanMap> read(BinarySource packed, MapReadOptions options) {
        BinarySource source = Unpacked.of(packed, MAXIMUM_BYTES);
        if (source.size() == 0) {
            throw new DataFormatException(SourceLocation.of(source.name()), "the file is empty");
        }
        for (MapFormat format : FORMATS) {
            if (format.recognises(source)) {
                return format.read(source, options);
            }
        }
        throw new DataFormatException(SourceLocation.of(source.name()), "no known format of maps");
    }
}
