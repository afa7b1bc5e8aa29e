/** The shear-force part of the study, simulated and read blind: Figures 3 and 4e. */
@NullMarked
package io.github.spinodal.sfmm.study;

import org.jspecify.annotations.NullMarked;
