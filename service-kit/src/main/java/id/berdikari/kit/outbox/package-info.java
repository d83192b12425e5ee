/** Commits an event with the change that it tells, and relays committed events to the service's topic in order. */
@NullMarked
package id.berdikari.kit.outbox;

import org.jspecify.annotations.NullMarked;
