/** Readers of spectra: delimited text in many dialects, VAMAS, PANalytical XRDML, SPECS and CasaXPS exports. */
@NullMarked
package io.github.spinodal.core.spectra;

import org.jspecify.annotations.NullMarked;
