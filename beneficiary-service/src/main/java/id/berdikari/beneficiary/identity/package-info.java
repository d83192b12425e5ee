/** Who a person is: identity number, phone, name and address, checked, sealed, and kept out of whatever is published. */
@NullMarked
package id.berdikari.beneficiary.identity;

import org.jspecify.annotations.NullMarked;
