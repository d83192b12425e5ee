/** What services' tests share: events as others send them, and the role matrix. */
@NullMarked
package id.berdikari.kit;

import org.jspecify.annotations.NullMarked;
