/** Poverty of households in the register: dated lines, sets of dimensions, and what surveys say when measured by them. */
@NullMarked
package id.berdikari.beneficiary.measurement;

import org.jspecify.annotations.NullMarked;
