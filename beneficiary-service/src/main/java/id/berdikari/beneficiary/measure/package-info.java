/** What all measures share: exact numbers in and out, the limits of one call, and how units are told apart and grouped. */
@NullMarked
package id.berdikari.beneficiary.measure;

import org.jspecify.annotations.NullMarked;
