package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.ReadResult;

/** A format of files that hold force curves. */
interface CurveFormat {
    /** Whether the bytes look like this format; cheap, and never throws. */
    boolean recognises(BinarySource source);

    /** Reads the curves, or says why it cannot. */
    ReadResult<RecordedCurve> read(BinarySource source);
}
