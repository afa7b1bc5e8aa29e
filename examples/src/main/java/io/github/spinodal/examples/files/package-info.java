/** The reader's own files, analysed into the same kind of report. */
@NullMarked
package io.github.spinodal.examples.files;

import org.jspecify.annotations.NullMarked;
