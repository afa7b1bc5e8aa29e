/** The phasefield module. */
@NullMarked
package io.github.spinodal.phasefield;

import org.jspecify.annotations.NullMarked;
