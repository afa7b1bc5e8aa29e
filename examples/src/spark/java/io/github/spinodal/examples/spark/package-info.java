/** The sweeps on Apache Spark. */
@NullMarked
package io.github.spinodal.examples.spark;

import org.jspecify.annotations.NullMarked;
