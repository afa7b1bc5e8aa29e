/** The elements that circuits are made of: formulas with exact limits, units, bounds and analytic derivatives. */
@NullMarked
package io.github.spinodal.eis.element;

import org.jspecify.annotations.NullMarked;
