/** Tests across the features of the fundraising service. */
@NullMarked
package id.berdikari.fundraising;

import org.jspecify.annotations.NullMarked;
