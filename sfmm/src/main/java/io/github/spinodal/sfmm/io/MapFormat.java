package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.data.ScanMap;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.ReadResult;

/** A format of files that hold maps. */
interface MapFormat {
    /** Whether the bytes look like this format; cheap, and never throws. */
    boolean recognises(BinarySource source);

    /** Reads the maps, or says why it cannot. */
    ReadResult<ScanMap> read(BinarySource source, MapReadOptions options);
}
