/** The films of the study as presets, and the reproduction of its voltage oscillations with the many-grain simulation. */
@NullMarked
package io.github.spinodal.phasefield.oscillation.study;

import org.jspecify.annotations.NullMarked;
