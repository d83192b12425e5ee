/** Shows who the poor of an area are, how poor, and why, without showing anybody: figures of fewer than five are hidden. */
@NullMarked
package id.berdikari.beneficiary.profile;

import org.jspecify.annotations.NullMarked;
