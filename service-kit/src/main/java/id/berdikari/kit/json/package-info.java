/** Reads JSON as it is documented, and nothing else. */
@NullMarked
package id.berdikari.kit.json;

import org.jspecify.annotations.NullMarked;
