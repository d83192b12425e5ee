/** Who calls, what they may reach, and that maker is never checker. */
@NullMarked
package id.berdikari.kit.security;

import org.jspecify.annotations.NullMarked;
