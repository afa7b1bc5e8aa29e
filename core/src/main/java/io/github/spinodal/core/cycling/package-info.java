/** Galvanostatic cycling and cyclic voltammetry: reading what cyclers export, capacities, efficiency, rates, dQ/dV. */
@NullMarked
package io.github.spinodal.core.cycling;

import org.jspecify.annotations.NullMarked;
