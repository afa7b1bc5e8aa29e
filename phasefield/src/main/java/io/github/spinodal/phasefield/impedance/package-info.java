/** Impedance of an electrode of many grains, and the conversions between charge-transfer resistance and rate constant. */
@NullMarked
package io.github.spinodal.phasefield.impedance;

import org.jspecify.annotations.NullMarked;
