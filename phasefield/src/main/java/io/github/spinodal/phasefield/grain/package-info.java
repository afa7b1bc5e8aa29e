/**
 * One grain resolved in space: reaction-limited (Allen-Cahn) and transport-limited (Cahn-Hilliard) insertion with gradient
 * energy, coherency strain and surface wetting, its interfaces and its stability.
 */
@NullMarked
package io.github.spinodal.phasefield.grain;

import org.jspecify.annotations.NullMarked;
