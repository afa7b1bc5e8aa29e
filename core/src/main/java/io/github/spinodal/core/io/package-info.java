/** Reading instrument files: where a value stood, what was skipped and why a file was refused. */
@NullMarked
package io.github.spinodal.core.io;

import org.jspecify.annotations.NullMarked;
