/** Refusals as RFC 9457 problem details, in Indonesian and English. */
@NullMarked
package id.berdikari.kit.problem;

import org.jspecify.annotations.NullMarked;
