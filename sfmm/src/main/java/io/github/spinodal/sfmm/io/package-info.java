/** Reading force curves and maps from the files of scanning probe microscopes; the format is recognised by content. */
@NullMarked
package io.github.spinodal.sfmm.io;

import org.jspecify.annotations.NullMarked;
