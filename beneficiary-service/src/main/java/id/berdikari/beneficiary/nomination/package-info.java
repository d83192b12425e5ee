/** Takes a case from nomination over desk check and home visit to a confirmed decision. */
@NullMarked
package id.berdikari.beneficiary.nomination;

import org.jspecify.annotations.NullMarked;
