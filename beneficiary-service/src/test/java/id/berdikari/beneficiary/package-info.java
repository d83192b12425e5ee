/** Tests of the whole service, and what the features' tests share. */
@NullMarked
package id.berdikari.beneficiary;

import org.jspecify.annotations.NullMarked;
