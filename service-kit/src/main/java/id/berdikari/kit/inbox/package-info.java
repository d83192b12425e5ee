/** Handles each foreign event once, retries what may heal, and parks what cannot be handled. */
@NullMarked
package id.berdikari.kit.inbox;

import org.jspecify.annotations.NullMarked;
