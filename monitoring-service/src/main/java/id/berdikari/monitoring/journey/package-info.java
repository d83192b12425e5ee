/** Tells a person's whole way, from nomination to the last visit, out of what all four services told. */
@NullMarked
package id.berdikari.monitoring.journey;

import org.jspecify.annotations.NullMarked;
