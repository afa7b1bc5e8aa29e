/** Reading impedance spectra from the files of instruments and spreadsheets; the format is recognised by content. */
@NullMarked
package io.github.spinodal.eis.io;

import org.jspecify.annotations.NullMarked;
