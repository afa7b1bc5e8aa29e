/** What every module shares: physical constants, argument checks and the typed errors of bad input. */
@NullMarked
package io.github.spinodal.core;

import org.jspecify.annotations.NullMarked;
