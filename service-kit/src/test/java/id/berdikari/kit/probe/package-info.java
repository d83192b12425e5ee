/** A service of one feature, to see the kit at work: it writes notes and hears of them from its own topic. */
@NullMarked
package id.berdikari.kit.probe;

import org.jspecify.annotations.NullMarked;
