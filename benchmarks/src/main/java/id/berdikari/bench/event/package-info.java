/** How fast events leave a service, reach another, and are worked off by one that starts anew. */
@NullMarked
package id.berdikari.bench.event;

import org.jspecify.annotations.NullMarked;
