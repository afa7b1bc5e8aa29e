/** Tables with units: reading and writing delimited files, unit conversion, and the rows in which results are reported. */
@NullMarked
package io.github.spinodal.core.table;

import org.jspecify.annotations.NullMarked;
