/** Keeps what people answered to an instrument, about whom and from where, once each however often it is delivered. */
@NullMarked
package id.berdikari.beneficiary.survey;

import org.jspecify.annotations.NullMarked;
