/** Tests of journeys. */
@NullMarked
package id.berdikari.monitoring.journey;

import org.jspecify.annotations.NullMarked;
