/** The clock, and local dates of Indonesia's field work. */
@NullMarked
package id.berdikari.kit.time;

import org.jspecify.annotations.NullMarked;
