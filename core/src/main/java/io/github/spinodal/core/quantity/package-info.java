/** Measured values with their uncertainty, and quantities whose unit is part of every name. */
@NullMarked
package io.github.spinodal.core.quantity;

import org.jspecify.annotations.NullMarked;
