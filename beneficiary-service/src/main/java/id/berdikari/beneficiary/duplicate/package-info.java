/** Finds people who may be registered twice, and keeps what a person found out about them. */
@NullMarked
package id.berdikari.beneficiary.duplicate;

import org.jspecify.annotations.NullMarked;
