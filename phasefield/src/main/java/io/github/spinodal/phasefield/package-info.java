/**
 * Electrodes of many phase-separating grains at one potential: ensembles, kinetics, protocols and the simulation that
 * runs them.
 */
@NullMarked
package io.github.spinodal.phasefield;

import org.jspecify.annotations.NullMarked;
