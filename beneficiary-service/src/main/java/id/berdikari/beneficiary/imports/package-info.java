/** Takes files of households and persons into the register, and writes such files of what stands there. */
@NullMarked
package id.berdikari.beneficiary.imports;

import org.jspecify.annotations.NullMarked;
