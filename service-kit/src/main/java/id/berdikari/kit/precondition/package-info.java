/** Entity tags and If-Match. */
@NullMarked
package id.berdikari.kit.precondition;

import org.jspecify.annotations.NullMarked;
