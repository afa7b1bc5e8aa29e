/** The examples of the library. */
@NullMarked
package io.github.spinodal.examples;

import org.jspecify.annotations.NullMarked;
