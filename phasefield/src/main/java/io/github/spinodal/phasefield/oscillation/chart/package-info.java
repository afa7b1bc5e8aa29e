/** Pictures of oscillation analyses; needs the optional plotting library. */
@NullMarked
package io.github.spinodal.phasefield.oscillation.chart;

import org.jspecify.annotations.NullMarked;
