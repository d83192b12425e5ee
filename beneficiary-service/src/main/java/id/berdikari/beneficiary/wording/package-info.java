/** Texts that people write in both languages of the suite. */
@NullMarked
package id.berdikari.beneficiary.wording;

import org.jspecify.annotations.NullMarked;
