/** Crystal structure from diffraction: spacings, indexing of cubic cells, lattice constants and their angular errors. */
@NullMarked
package io.github.spinodal.core.structure;

import org.jspecify.annotations.NullMarked;
