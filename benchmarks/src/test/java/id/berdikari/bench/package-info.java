/** Runs the bench as its users do. */
@NullMarked
package id.berdikari.bench;

import org.jspecify.annotations.NullMarked;
