/** Answers a repeated request with the stored answer of the first. */
@NullMarked
package id.berdikari.kit.idempotency;

import org.jspecify.annotations.NullMarked;
