/** What maps tell: roughness, homogeneity, coverage, work functions and grain sizes, with their uncertainties. */
@NullMarked
package io.github.spinodal.sfmm.map;

import org.jspecify.annotations.NullMarked;
