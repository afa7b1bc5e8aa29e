package io.github.spinodal.eis.io;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.BinarySource;
import io.github.spinodal.core.io.ReadResult;

/** A format of binary files. */
interface BinaryFormat {
    /** Whether the bytes look like this format; cheap, and never throws. */
    boolean recognises(BinarySource source);

    /** Reads the bytes, or says why it cannot. */
    ReadResult<ImpedanceSpectrum> read(BinarySource source);
}
