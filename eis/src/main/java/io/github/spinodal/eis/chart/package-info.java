/** Pictures of spectra, fits and their tests; the only package of this module that needs XChart. */
@NullMarked
package io.github.spinodal.eis.chart;

import org.jspecify.annotations.NullMarked;
