/** Voltage oscillations of constant-current curves: detection, period and amplitude with uncertainties, group size. */
@NullMarked
package io.github.spinodal.phasefield.oscillation;

import org.jspecify.annotations.NullMarked;
