package io.github.spinodal.eis.io;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import io.github.spinodal.core.io.ReadResult;
import io.github.spinodal.core.io.TextSource;

/** A dialect of text files. */
interface TextFormat {
    /** Whether the text looks like this dialect; cheap, and never throws. */
    boolean recognises(TextSource text);

    /** Reads the text, or says why it cannot. */
    ReadResult<ImpedanceSpectrum> read(TextSource text);
}
