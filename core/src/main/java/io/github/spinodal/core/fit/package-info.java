/** Bounded nonlinear least squares with honest uncertainties. */
@NullMarked
package io.github.spinodal.core.fit;

import org.jspecify.annotations.NullMarked;
