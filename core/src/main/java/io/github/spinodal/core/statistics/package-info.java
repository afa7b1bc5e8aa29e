/** Robust location and scale, correlated noise, residual tests, change points and random effects. */
@NullMarked
package io.github.spinodal.core.statistics;

import org.jspecify.annotations.NullMarked;
