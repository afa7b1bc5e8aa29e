/** Peaks in diffraction patterns, spectra and voltammograms: shapes, backgrounds, finding, fitting and what follows. */
@NullMarked
package io.github.spinodal.core.peaks;

import org.jspecify.annotations.NullMarked;
