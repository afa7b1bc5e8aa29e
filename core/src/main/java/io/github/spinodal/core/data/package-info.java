/** Pure data, measured or simulated: spectra, curves and maps that no analysis and no reader owns. */
@NullMarked
package io.github.spinodal.core.data;

import org.jspecify.annotations.NullMarked;
