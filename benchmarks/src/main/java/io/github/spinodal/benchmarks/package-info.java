/** The benchmarks of the library. */
@NullMarked
package io.github.spinodal.benchmarks;

import org.jspecify.annotations.NullMarked;
