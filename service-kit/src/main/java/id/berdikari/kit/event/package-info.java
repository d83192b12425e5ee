/** How a fact travels: CloudEvents 1.0 in Kafka binary mode. */
@NullMarked
package id.berdikari.kit.event;

import org.jspecify.annotations.NullMarked;
