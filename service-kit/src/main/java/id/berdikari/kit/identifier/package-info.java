/** Time-ordered identifiers. */
@NullMarked
package id.berdikari.kit.identifier;

import org.jspecify.annotations.NullMarked;
