/** The eis module. */
@NullMarked
package io.github.spinodal.eis;

import org.jspecify.annotations.NullMarked;
