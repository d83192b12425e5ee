/** What may stand in the spans that leave the house. */
@NullMarked
package id.berdikari.kit.trace;

import org.jspecify.annotations.NullMarked;
