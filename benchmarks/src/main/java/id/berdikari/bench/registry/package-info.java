/** How the register of people fares while it grows. */
@NullMarked
package id.berdikari.bench.registry;

import org.jspecify.annotations.NullMarked;
