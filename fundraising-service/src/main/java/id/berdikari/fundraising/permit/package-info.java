/** Fundraising permits (izin PUB): where and how long the authorities allow collecting. */
@NullMarked
package id.berdikari.fundraising.permit;

import org.jspecify.annotations.NullMarked;
