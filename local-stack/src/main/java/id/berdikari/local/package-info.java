/** Runs the whole suite on one machine without Docker: PostgreSQL, Kafka, the services, and tokens to call them with. */
@NullMarked
package id.berdikari.local;

import org.jspecify.annotations.NullMarked;
