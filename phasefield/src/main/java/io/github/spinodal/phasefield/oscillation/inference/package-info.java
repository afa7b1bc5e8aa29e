/** From period and amplitude at one or several currents back to the parameters of the model. */
@NullMarked
package io.github.spinodal.phasefield.oscillation.inference;

import org.jspecify.annotations.NullMarked;
