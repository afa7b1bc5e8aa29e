/** Results as rows, figures and a self-contained page. */
@NullMarked
package io.github.spinodal.examples.report;

import org.jspecify.annotations.NullMarked;
