package io.github.spinodal.phasefield.oscillation.study;

import java.io.Serializable;

/**
 * One parameter of a film and where it comes from.
 *
 * @param name what it is
 * @param value its value
 * @param unit its unit, empty where dimensionless
 * @param origin where the value comes from: measured, literature, calibrated or assumed
 */
public record PresetParameter(String name, double value, String unit, String origin) implements Serializable {}
