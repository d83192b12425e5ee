/** Plans help within the approved need, asks for its money, and follows each programme to completion or cancellation. */
@NullMarked
package id.berdikari.program.program;

import org.jspecify.annotations.NullMarked;
