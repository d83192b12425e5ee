/** Records that help was handed over and paid, and that the person acknowledged it before somebody else. */
@NullMarked
package id.berdikari.program.delivery;

import org.jspecify.annotations.NullMarked;
