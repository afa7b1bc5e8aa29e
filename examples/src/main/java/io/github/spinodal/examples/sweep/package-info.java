/** Parameter sweeps that give the same bits on one core, on many, and on a cluster. */
@NullMarked
package io.github.spinodal.examples.sweep;

import org.jspecify.annotations.NullMarked;
