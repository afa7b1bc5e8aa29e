package io.github.spinodal.core.cycling;

import io.github.spinodal.core.InvalidValueException;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads what cyclers and potentiostats export as text. The format is recognised by content: BioLogic EC-Lab and BT-Lab,
 * Neware (flat and layered), Arbin, Landt, Maccor, Basytec, the Battery Data Format, Spinodal's own CSV
 * ({@code time (s),current (uA),voltage (V),capacity (uAh)}) and any table whose columns are named with units.
 *
 * <p>Whatever the file's convention, a positive current charges in the result. A measured capacity is preferred to the
 * integral of the current, which may be rounded. Everything assumed, turned or left out is a notice. Binary files are refused
 * with what to export instead.
 */
public final class CyclingFiles {
    private CyclingFiles() {}

    /**
     * Reads a cycling test with default options.
     *
     * @param path the file
     * @return the test
     * @throws IOException if the file cannot be read
     * @throws DataFormatException if it is no cycling file; names line and column
     */
    public static ReadResult<CyclingData> read(Path path) throws IOException {
        return read(path, CyclingReadOptions.withDefaults());
    }

    /**
     * Reads a cycling test.
     *
     * @param path the file
     * @param options what the user knows better than the file
     * @return the test
     * @throws IOException if the file cannot be read
     * @throws DataFormatException if it is no cycling file; names line and column
     */
    public static ReadResult<CyclingData> read(Path path, CyclingReadOptions options) throws IOException {
        return parse(nameOf(path), TextSource.readBytes(path, TextSource.DEFAULT_LIMIT_BYTES), options);
    }

    /**
     * Reads a cycling test from bytes in memory.
     *
     * @param name file name or another description of the source
     * @param bytes the file's content
     * @param options what the user knows better than the file
     * @return the test
     * @throws DataFormatException if it is no cycling file; names line and column
     */
    public static ReadResult<CyclingData> parse(String name, byte[] bytes, CyclingReadOptions options) {
        CyclingRecords records = records(name, bytes);
        CyclingData data = CyclingAssembler.assemble(records, options);
        return new ReadResult<>(records.format, List.of(data), records.notices);
    }

    /**
     * Reads a cyclic voltammogram: any of these formats with a potential and a current; times are used where there are some.
     *
     * @param path the file
     * @return the voltammogram, currents with the sign of the file, which is taken as positive where anodic
     * @throws IOException if the file cannot be read
     * @throws DataFormatException if it is no such file; names line and column
     */
    public static ReadResult<CyclicVoltammogram> readVoltammogram(Path path) throws IOException {
        return parseVoltammogram(nameOf(path), TextSource.readBytes(path, TextSource.DEFAULT_LIMIT_BYTES));
    }

    /**
     * Reads a cyclic voltammogram from bytes in memory.
     *
     * @param name file name or another description of the source
     * @param bytes the file's content
     * @return the voltammogram, currents with the sign of the file, which is taken as positive where anodic
     * @throws DataFormatException if it is no such file; names line and column
     */
    public static ReadResult<CyclicVoltammogram> parseVoltammogram(String name, byte[] bytes) {
        CyclingRecords records = records(name, bytes);
        if (!records.has(CyclingRole.CURRENT)) {
            throw records.source.error("no column for the current; a voltammogram needs potential and current");
        }
        try {
            CyclicVoltammogram voltammogram =
                    CyclicVoltammogram.of(records.column(CyclingRole.VOLTAGE), records.column(CyclingRole.CURRENT));
            if (records.has(CyclingRole.TIME)) {
                voltammogram = voltammogram.withTimes(records.column(CyclingRole.TIME));
            }
            return new ReadResult<>(records.format, List.of(voltammogram), records.notices);
        } catch (InvalidValueException e) {
            throw records.located(e);
        }
    }

    private static CyclingRecords records(String name, byte[] bytes) {
        UnreadableFiles.refuse(name, bytes);
        return CyclingTextReader.read(TextSource.ofBytes(name, bytes));
    }

    private static String nameOf(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }
}
