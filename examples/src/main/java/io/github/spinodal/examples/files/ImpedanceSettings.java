package io.github.spinodal.examples.files;

import io.github.spinodal.eis.Circuit;
import io.github.spinodal.eis.Diffusion;
import io.github.spinodal.eis.Weighting;
import java.util.Optional;

/**
 * How to analyse impedance files.
 *
 * @param circuit the circuit to fit
 * @param weighting weights of the fit
 * @param diffusion how to compute a diffusion coefficient, with all but the fitted quantity; empty for none
 */
public record ImpedanceSettings(Circuit circuit, Weighting weighting, Optional<Diffusion> diffusion) {}
