/** Gives Quarkus tests a real PostgreSQL, a real Kafka and tokens, started once per test JVM. */
@NullMarked
package id.berdikari.local.test;

import org.jspecify.annotations.NullMarked;
