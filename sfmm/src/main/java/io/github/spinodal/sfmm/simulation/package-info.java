/** Forward models of force curves, phase curves, maps and operando series, independent of the models that are fitted. */
@NullMarked
package io.github.spinodal.sfmm.simulation;

import org.jspecify.annotations.NullMarked;
