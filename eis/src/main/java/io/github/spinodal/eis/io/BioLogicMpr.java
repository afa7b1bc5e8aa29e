package io.github.spinodal.eis.io;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.ReadResult;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * BioLogic's binary {@code .mpr} files, little-endian: a signature, then modules, each with names of fixed length, its size
 * and its version. The module "VMP data" lists the numbers of its columns and holds its rows one after the other.
 *
 * <p>Only the columns up to the last one needed must be known; the size of a row follows from the size of the module, and
 * disagreement between the two is refused.
 */
final class BioLogicMpr implements BinaryFormat {
    private static final byte[] SIGNATURE = "BIO-LOGIC MODULAR FILE".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MODULE = "MODULE".getBytes(StandardCharsets.US_ASCII);
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final int FIRST_MODULE = 0x34;
    private static final int NAMES = 6 + 10 + 25;
    private static final int MOST_MODULES = 1000;

    private record Module(String name, int content, int length, int version) {}

    @Override
    public boolean recognises(BinarySource source) {
        return source.matches(0, SIGNATURE);
    }

    @Override
    public ReadResult<ImpedanceSpectrum> read(BinarySource source) {
        int offset = FIRST_MODULE;
        for (int i = 0; i < MOST_MODULES && offset < source.size(); i++) {
            Module module = module(source, offset);
            if (module.name().equals("VMP data")) {
                return readData(source, module);
            }
            offset = module.content() + module.length();
        }
        throw new DataFormatException(source.at(offset), "a BioLogic file without a module of data");
    }

    /** In recent files the first size is a mark, and size and version stand four bytes apart behind it. */
    private static Module module(BinarySource source, int offset) {
        source.require("a module header", offset, NAMES + 16);
        if (!source.matches(offset, MODULE)) {
            throw new DataFormatException(source.at(offset), "a module of a BioLogic file must start with \"MODULE\"");
        }
        String name = source.text(offset + 6L, 10, StandardCharsets.US_ASCII).trim();
        boolean recent = source.int32(offset + NAMES, LITTLE) == -1;
        int sizes = offset + NAMES + (recent ? 4 : 0);
        int length = source.int32(sizes, LITTLE);
        int version = source.int32(sizes + (recent ? 8L : 4L), LITTLE);
        int content = sizes + (recent ? 12 : 8) + 8;
        source.require("module \"" + name + "\"", content, length);
        return new Module(name, content, length, version);
    }

    private static ReadResult<ImpedanceSpectrum> readData(BinarySource source, Module module) {
        int start = module.content();
        source.require("the list of columns", start, 6);
        int points = source.int32(start, LITTLE);
        int columns = source.unsignedByte(start + 4L);
        boolean wide = module.version() >= 2;
        int listed = wide ? 6 : 5;
        int[] identifiers = new int[columns];
        for (int i = 0; i < columns; i++) {
            identifiers[i] = wide
                    ? source.int16(start + listed + 2L * i, LITTLE) & 0xFFFF
                    : source.unsignedByte(start + listed + (long) i);
        }
        MprRow row = MprRow.of(identifiers, source.at(start + (long) listed));
        int data = dataOffset(module.version());
        int bytes = module.length() - data;
        if (points < 1 || bytes < 1 || bytes % points != 0 || bytes / points < row.leastSize()) {
            throw new DataFormatException(
                    source.at(start),
                    points + " rows of " + columns + " columns do not fit into the " + bytes + " bytes of version "
                            + module.version() + "; this layout is not known");
        }
        return readRows(source, start + data, points, bytes / points, row);
    }

    private static int dataOffset(int version) {
        return switch (version) {
            case 0, 1 -> 100;
            case 2 -> 0x195;
            case 3 -> 0x196;
            default -> 0x3ef;
        };
    }

    private static ReadResult<ImpedanceSpectrum> readRows(
            BinarySource source, int start, int points, int rowSize, MprRow row) {
        SweepBuilder sweeps = new SweepBuilder(source.name(), "BioLogic MPR");
        for (int i = 0; i < points; i++) {
            long offset = start + (long) i * rowSize;
            double frequency = source.float32(offset + row.frequency(), LITTLE);
            double real = source.float32(offset + row.real(), LITTLE);
            double negatedImaginary = source.float32(offset + row.imaginary(), LITTLE);
            double cycle = row.cycle() < 0 ? 0 : source.float64(offset + row.cycle(), LITTLE);
            if (!Double.isFinite(frequency + real + negatedImaginary)) {
                throw new DataFormatException(source.at(offset), "row " + (i + 1) + " holds a value that is no number");
            }
            sweeps.add(i + 1L, frequency, real, -negatedImaginary, Double.isFinite(cycle) ? cycle : 0);
        }
        return sweeps.build();
    }
}
