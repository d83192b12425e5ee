/** Numbers that tell how a service stands, sampled in the background so that no scrape costs a query. */
@NullMarked
package id.berdikari.kit.metric;

import org.jspecify.annotations.NullMarked;
