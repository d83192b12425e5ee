/** Keeps a copy of who was approved and where they live, as far as monitoring needs it. */
@NullMarked
package id.berdikari.monitoring.beneficiary;

import org.jspecify.annotations.NullMarked;
