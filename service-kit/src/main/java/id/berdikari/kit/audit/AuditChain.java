package id.berdikari.kit.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;

/**
 * The chain over audit entries: {@code hash(i) = SHA-256(hash(i-1) || JCS(entry(i)))}, beginning with 32 zero bytes. JCS
 * is the JSON Canonicalization Scheme, RFC 8785.
 */
final class AuditChain {

    /** What the first entry is chained to. */
    static final byte[] START = new byte[32];

    record Entry(
            long id,
            Instant at,
            String actor,
            String action,
            String objectType,
            String objectId,
            @Nullable String reason) {}

    private AuditChain() {}

    static byte[] next(byte[] previous, Entry entry) {
        return next(previous, canonical(entry));
    }

    static byte[] next(byte[] previous, String canonicalEntry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return digest.digest(canonicalEntry.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String canonical(Entry entry) {
        var json = new com.fasterxml.jackson.databind.node.ObjectNode(
                        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance)
                .put("id", Long.toString(entry.id()))
                .put("at", entry.at().toString())
                .put("actor", entry.actor())
                .put("action", entry.action())
                .put("objectType", entry.objectType())
                .put("objectId", entry.objectId())
                .put("reason", entry.reason());
        try {
            return new JsonCanonicalizer(json.toString()).getEncodedString();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
