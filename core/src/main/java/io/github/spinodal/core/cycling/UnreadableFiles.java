package io.github.spinodal.core.cycling;

import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.SourceLocation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Binary files of cyclers, which are refused by name with what to export instead. */
final class UnreadableFiles {
    private record Kind(String suffix, String magic, String description, String instead) {}

    private static final String NONE = "\u0000\u0000no magic";
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    ".res",
                    "\u0000\u0001\u0000\u0000Standard Jet DB",
                    "an Arbin database (.res)",
                    "export the channel as CSV from MITS Pro or Data Watcher"),
            new Kind(".ndax", NONE, "a Neware archive (.ndax)", "export as CSV from BTSDA (flat or layered report)"),
            new Kind(
                    ".nda",
                    "NEWARE",
                    "a Neware binary file (.nda)",
                    "export as CSV from BTSDA (flat or layered report)"),
            new Kind(
                    ".mpr",
                    "BIO-LOGIC MODULAR FILE",
                    "a BioLogic binary file (.mpr)",
                    "export as text (.mpt) from EC-Lab or BT-Lab"),
            new Kind(
                    ".xlsx",
                    "PK\u0003\u0004",
                    "an Excel workbook or another archive (.xlsx)",
                    "save the data sheet as CSV"),
            new Kind(".xls", "\u00d0\u00cf\u0011\u00e0", "an old Excel workbook (.xls)", "save the data sheet as CSV"),
            new Kind(".raw", NONE, "a Maccor binary file (.raw)", "export as text from MIMS or Maccor Export"),
            new Kind(".h5", "\u0089HDF", "an HDF5 file", "export the time series as CSV"),
            new Kind(".parquet", "PAR1", "a Parquet file", "export the time series as CSV"),
            new Kind(".gz", "\u001f\u008b", "a compressed file", "unpack it first"));

    private UnreadableFiles() {}

    static void refuse(String name, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 32), StandardCharsets.ISO_8859_1);
        boolean binary = start.indexOf('\0') >= 0 || start.chars().anyMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0);
        for (Kind kind : KINDS) {
            boolean named = name.toLowerCase(Locale.ROOT).endsWith(kind.suffix()) && binary;
            if (named || start.startsWith(kind.magic())) {
                throw new DataFormatException(
                        SourceLocation.of(name),
                        kind.description() + " cannot be read; " + kind.instead() + " instead");
            }
        }
    }
}
