package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ForceCurve;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.Notice;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.SourceLocation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads force curves from files. The format is recognised by what the file holds, never by its name: NanoScope
 * {@code .spm} and {@code .000} with their text exports, JPK {@code .jpk-force}, Asylum {@code .ibw}, text of NT-MDT and AFM
 * Workshop, and the project's own table with the columns {@code z (nm),deflection (nm)} and, where there are any,
 * {@code amplitude (nm),phase (deg)}.
 *
 * <p>Files packed with gzip are unpacked on the way. In the curves Z rises towards the sample, the deflection rises with
 * repulsion, legs are in the order of time. The curves of a force volume keep the order of the file, which need not begin
 * with the uppermost row.
 */
public final class ForceCurveFiles {
    /** Largest file that is read (bytes): 128 MiB. */
    public static final int MAXIMUM_BYTES = 1 << 27;

    private static final List<CurveFormat> FORMATS =
            List.of(new NanoScopeCurves(), new JpkForce(), new AsylumIbw(), new TextCurves());

    private ForceCurveFiles() {}

    /**
     * Reads the curves of a file with its own calibration.
     *
     * @param path the file
     * @return its curves, at least one, with the format that was recognised and everything skipped or assumed
     * @throws IOException if the file cannot be read from the disk
     * @throws DataFormatException if the file is too large, of no known format, damaged, lacks a channel or a calibration
     */
    public static ReadResult<ForceCurve> read(Path path) throws IOException {
        return read(path, ForceReadOptions.withDefaults());
    }

    /**
     * Reads the curves of a file.
     *
     * @param path the file
     * @param options calibration that the file lacks, and preferences
     * @return its curves, as {@link #read(Path)} returns them
     * @throws IOException if the file cannot be read from the disk
     * @throws DataFormatException as {@link #read(Path)} throws it
     */
    public static ReadResult<ForceCurve> read(Path path, ForceReadOptions options) throws IOException {
        return assemble(
                String.valueOf(path.getFileName()), recordings(BinarySource.read(path, MAXIMUM_BYTES)), options);
    }

    /**
     * Reads the curves of a file's content that is in memory already.
     *
     * @param name file name or another description, for messages
     * @param content the bytes of the file
     * @param options calibration that the file lacks, and preferences
     * @return its curves, as {@link #read(Path)} returns them
     * @throws DataFormatException as {@link #read(Path)} throws it
     */
    public static ReadResult<ForceCurve> read(String name, byte[] content, ForceReadOptions options) {
        return assemble(name, recordings(BinarySource.of(name, content)), options);
    }

    /**
     * Reads every channel of the curves of a file, under the instrument's names.
     *
     * @param path the file
     * @return what the instrument recorded
     * @throws IOException if the file cannot be read from the disk
     * @throws DataFormatException as {@link #read(Path)} throws it
     */
    public static ReadResult<RecordedCurve> readRecordings(Path path) throws IOException {
        return recordings(BinarySource.read(path, MAXIMUM_BYTES));
    }

    private static ReadResult<RecordedCurve> recordings(BinarySource packed) {
        BinarySource source = Unpacked.of(packed, MAXIMUM_BYTES);
        if (source.size() == 0) {
            throw new DataFormatException(SourceLocation.of(source.name()), "the file is empty");
        }
        for (CurveFormat format : FORMATS) {
            if (format.recognises(source)) {
                return format.read(source);
            }
        }
        throw new DataFormatException(SourceLocation.of(source.name()), "no known format of force curves");
    }

    private static ReadResult<ForceCurve> assemble(
            String name, ReadResult<RecordedCurve> recorded, ForceReadOptions options) {
        List<Notice> notices = new ArrayList<>(recorded.notices());
        CurveAssembly assembly = new CurveAssembly(name, options, notices);
        List<ForceCurve> curves = new ArrayList<>();
        for (RecordedCurve curve : recorded.items()) {
            curves.add(assembly.assemble(curve));
        }
        return new ReadResult<>(recorded.format(), curves, notices);
    }
}
