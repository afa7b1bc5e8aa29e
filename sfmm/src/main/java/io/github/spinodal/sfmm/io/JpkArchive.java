package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.SourceLocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The entries of a JPK file, which is a zip archive, unpacked within bounds: an archive cannot exhaust the memory. */
final class JpkArchive {
    private static final int MOST_ENTRIES = 2_000_000;
    private static final int LARGEST_ENTRY = 1 << 26;
    private static final long LARGEST_TOTAL = 1L << 28;
    private static final int LARGEST_HEADER = 1 << 22;

    private final String source;
    private final Map<String, byte[]> entries;

    private JpkArchive(String source, Map<String, byte[]> entries) {
        this.source = source;
        this.entries = entries;
    }

    static JpkArchive of(BinarySource source) {
        Map<String, byte[]> entries = new TreeMap<>();
        long total = 0;
        int count = 0;
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(source.bytes()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (++count > MOST_ENTRIES) {
                    throw bound(source, "more than " + MOST_ENTRIES + " entries");
                }
                byte[] content = zip.readNBytes(LARGEST_ENTRY);
                if (zip.read() >= 0) {
                    throw bound(source, "the entry \"" + name + "\" of more than " + LARGEST_ENTRY + " bytes");
                }
                total += content.length;
                if (total > LARGEST_TOTAL) {
                    throw bound(source, "more than " + LARGEST_TOTAL + " bytes unpacked");
                }
                if (name.endsWith(".properties") || name.endsWith(".dat")) {
                    entries.put(name, content);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            if (e instanceof DataFormatException typed) {
                throw typed;
            }
            throw new DataFormatException(
                    SourceLocation.of(source.name()), "the zip archive is damaged: " + e.getMessage(), e);
        }
        return new JpkArchive(source.name(), entries);
    }

    private static DataFormatException bound(BinarySource source, String what) {
        return new DataFormatException(SourceLocation.of(source.name()), "the archive holds " + what + "; refused");
    }

    String source() {
        return source;
    }

    Iterable<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The bytes of an entry. */
    BinarySource bytes(String name) {
        return BinarySource.of(source + "!" + name, required(name));
    }

    /** The lines of a header, empty where the archive has no such entry. */
    Map<String, String> properties(String name) {
        if (!has(name)) {
            return Map.of();
        }
        byte[] content = required(name);
        if (content.length > LARGEST_HEADER) {
            throw new DataFormatException(
                    SourceLocation.of(source + "!" + name), "a header of " + content.length + " bytes");
        }
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(content, StandardCharsets.ISO_8859_1)));
        } catch (IOException | IllegalArgumentException e) {
            throw new DataFormatException(SourceLocation.of(source + "!" + name), "the header is damaged", e);
        }
        Map<String, String> map = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
        return map;
    }

    private byte[] required(String name) {
        byte @Nullable [] content = entries.get(name);
        if (content == null) {
            throw new DataFormatException(SourceLocation.of(source), "the archive has no entry \"" + name + "\"");
        }
        return content;
    }
}
