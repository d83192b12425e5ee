package id.berdikari.kit.outbox;

import java.util.Map;

/** An event that waits to be relayed; its id is its place in the order. */
record OutboxRow(long id, String topic, String key, Map<String, String> headers, byte[] payload) {}
