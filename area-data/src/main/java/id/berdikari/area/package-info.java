/** Brings Indonesia's administrative areas into a service's own database and keeps them current. */
@NullMarked
package id.berdikari.area;

import org.jspecify.annotations.NullMarked;
