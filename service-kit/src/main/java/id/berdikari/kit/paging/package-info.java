/** Keyset paging with opaque, signed cursors. */
@NullMarked
package id.berdikari.kit.paging;

import org.jspecify.annotations.NullMarked;
