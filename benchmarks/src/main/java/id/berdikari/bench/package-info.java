/** Measures the running suite against limits that are measured in the same run, and writes down the ratios. */
@NullMarked
package id.berdikari.bench;

import org.jspecify.annotations.NullMarked;
