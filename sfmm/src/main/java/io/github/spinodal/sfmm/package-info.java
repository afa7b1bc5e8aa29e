/** The sfmm module. */
@NullMarked
package io.github.spinodal.sfmm;

import org.jspecify.annotations.NullMarked;
