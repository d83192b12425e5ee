/** Says whom a choice of people misses and whom it reaches by mistake. */
@NullMarked
package id.berdikari.beneficiary.targeting;

import org.jspecify.annotations.NullMarked;
