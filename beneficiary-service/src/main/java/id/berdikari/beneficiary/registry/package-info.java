/** The people whom a community knows and the households they live in, as they are and as they were on any day. */
@NullMarked
package id.berdikari.beneficiary.registry;

import org.jspecify.annotations.NullMarked;
