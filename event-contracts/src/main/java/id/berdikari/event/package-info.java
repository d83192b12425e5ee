/**
 * The facts that services tell each other, as immutable records; one sealed family per topic, which is also the
 * registry of that topic's event types.
 */
@NullMarked
package id.berdikari.event;

import org.jspecify.annotations.NullMarked;
