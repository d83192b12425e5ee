/** Runs the kit's own migrations before the service's. */
@NullMarked
package id.berdikari.kit.migration;

import org.jspecify.annotations.NullMarked;
