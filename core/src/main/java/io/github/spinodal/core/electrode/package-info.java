/** Thin-film electrodes, coatings and grains: masses, capacities, counts and the fractions made from them. */
@NullMarked
package io.github.spinodal.core.electrode;

import org.jspecify.annotations.NullMarked;
