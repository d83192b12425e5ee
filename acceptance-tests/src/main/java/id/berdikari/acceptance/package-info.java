/** The stories as clients live them: plain HTTP calls against the running suite, for the demonstration and the tests. */
@NullMarked
package id.berdikari.acceptance;

import org.jspecify.annotations.NullMarked;
