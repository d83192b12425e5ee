/** The commands behind the launcher script. */
@NullMarked
package id.berdikari.local.command;

import org.jspecify.annotations.NullMarked;
