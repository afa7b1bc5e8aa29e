/** Free energy, chemical potential and open-circuit voltage of phase-separating solids, and their phase diagrams. */
@NullMarked
package io.github.spinodal.core.thermo;

import org.jspecify.annotations.NullMarked;
