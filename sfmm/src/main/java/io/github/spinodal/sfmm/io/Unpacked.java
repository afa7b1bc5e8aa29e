package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.DataFormatException;
import io.github.spinodal.core.io.SourceLocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Takes the gzip wrapping off a file that came with one; never unpacks more than it was told. */
final class Unpacked {
    private static final byte[] MAGIC = {0x1f, (byte) 0x8b};

    private Unpacked() {}

    static BinarySource of(BinarySource source, int maximumBytes) {
        if (!source.matches(0, MAGIC)) {
            return source;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(source.bytes()))) {
            byte[] content = in.readNBytes(maximumBytes);
            if (in.read() >= 0) {
                throw new DataFormatException(
                        SourceLocation.of(source.name()), "larger than " + maximumBytes + " bytes when unpacked");
            }
            return BinarySource.of(source.name(), content);
        } catch (IOException damaged) {
            throw new DataFormatException(SourceLocation.of(source.name()), "a damaged gzip file", damaged);
        }
    }
}
