/** The limit of infinitely many grains: Fokker-Planck equations for the density of the filling. */
@NullMarked
package io.github.spinodal.phasefield.population;

import org.jspecify.annotations.NullMarked;
