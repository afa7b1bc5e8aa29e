/** Pictures of force curves, phase curves, operando series and maps. */
@NullMarked
package io.github.spinodal.sfmm.chart;

import org.jspecify.annotations.NullMarked;
