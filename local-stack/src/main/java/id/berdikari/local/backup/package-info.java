/** Takes a whole running suite into one encrypted file, and makes a whole suite of such a file. */
@NullMarked
package id.berdikari.local.backup;

import org.jspecify.annotations.NullMarked;
