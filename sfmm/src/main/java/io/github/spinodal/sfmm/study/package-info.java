/** The shear-force part of the study, simulated and read blind: Figure 3. */
@NullMarked
package io.github.spinodal.sfmm.study;

import org.jspecify.annotations.NullMarked;
