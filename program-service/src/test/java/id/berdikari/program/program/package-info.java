/** Tests of planning and funding. */
@NullMarked
package id.berdikari.program.program;

import org.jspecify.annotations.NullMarked;
