/** How long the suite takes to be ready, and how much memory its services hold. */
@NullMarked
package id.berdikari.bench.start;

import org.jspecify.annotations.NullMarked;
