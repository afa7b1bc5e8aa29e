/** The study's figures and tables, a section each. */
@NullMarked
package io.github.spinodal.examples.study;

import org.jspecify.annotations.NullMarked;
