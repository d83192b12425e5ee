package id.berdikari.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes a commitment once however often its request arrives (IETF draft-ietf-httpapi-idempotency-key-header-07). Claim,
 * effect and stored answer commit together: whoever finds the claim finds the answer.
 */
@ApplicationScoped
public class IdempotentRequests {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource database;
    private final ObjectMapper json;
    private final Caller caller;
    private final UriInfo uri;
    private final Clock clock;

    IdempotentRequests(DataSource database, ObjectMapper json, Caller caller, UriInfo uri, Clock clock) {
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.uri = uri;
        this.clock = clock;
    }

    /**
     * Runs an effect once. Keys belong to the caller and the path; they are kept for 24 hours.
     *
     * @param header the request's Idempotency-Key: a structured-field string in quotes, or bare
     * @param request the body; a repeat must carry the same
     * @param answerType the answer's class
     * @param effect makes the commitment; runs in this call's transaction, and its refusal leaves no claim behind
     * @param <V> the answer's type, a record without secrets or personal data, for it is stored
     * @return the effect's answer, or the stored one of the first request
     * @throws id.berdikari.kit.problem.ProblemException 400 if the key is missing or malformed, 422 if the body differs,
     *     409 if the first request is still at work after two seconds
     */
    @Transactional
    public <V> V once(@Nullable String header, Object request, Class<V> answerType, Supplier<V> effect) {
        var key = key(header);
        var scope = caller.subject() + " " + uri.getPath();
        var fingerprint = fingerprint(request);
        try (var connection = database.getConnection()) {
            if (!claim(connection, scope, key, fingerprint)) {
                return stored(connection, scope, key, fingerprint, answerType);
            }
            var answer = effect.get();
            keep(connection, scope, key, answer);
            return answer;
        } catch (SQLException failed) {
            if (LOCK_NOT_AVAILABLE.equals(failed.getSQLState())) {
                throw KitProblem.REQUEST_IN_PROGRESS.refused();
            }
            throw new IllegalStateException(failed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void forget() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("delete from idempotent_request where created_at < ?")) {
            statement.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)));
            statement.executeUpdate();
        }
    }

    private String key(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw KitProblem.IDEMPOTENCY_KEY_MISSING.refused();
        }
        var key = header.strip();
        if (key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (!key.matches("[\\x21-\\x7e]{1,255}") || (caller.isAnonymous() && !isUuid(key))) {
            throw KitProblem.IDEMPOTENCY_KEY_INVALID.refused();
        }
        return key;
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private String fingerprint(Object request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request)));
        } catch (GeneralSecurityException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A concurrent repeat waits here, at the unique index, for the first request's transaction to end. */
    private boolean claim(Connection connection, String scope, String key, String fingerprint) throws SQLException {
        try (var settings = connection.createStatement();
                var insert = connection.prepareStatement("""
                insert into idempotent_request (scope, key, fingerprint, created_at) values (?, ?, ?, ?)
                on conflict do nothing""")) {
            settings.execute("set local lock_timeout = '2s'");
            insert.setString(1, scope);
            insert.setString(2, key);
            insert.setString(3, fingerprint);
            insert.setTimestamp(4, Timestamp.from(clock.instant()));
            var claimed = insert.executeUpdate() == 1;
            settings.execute("set local lock_timeout = 0");
            return claimed;
        }
    }

    private <V> V stored(Connection connection, String scope, String key, String fingerprint, Class<V> type)
            throws SQLException, JsonProcessingException {
        try (var select = connection.prepareStatement(
                "select fingerprint, answer from idempotent_request where scope = ? and key = ?")) {
            select.setString(1, scope);
            select.setString(2, key);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw KitProblem.REQUEST_IN_PROGRESS.refused();
                }
                if (!row.getString(1).equals(fingerprint)) {
                    throw KitProblem.IDEMPOTENCY_KEY_REUSED.refused();
                }
                return json.readValue(row.getString(2), type);
            }
        }
    }

    private void keep(Connection connection, String scope, String key, Object answer)
            throws SQLException, JsonProcessingException {
        try (var update = connection.prepareStatement(
                "update idempotent_request set answer = ?::jsonb where scope = ? and key = ?")) {
            update.setString(1, json.writeValueAsString(answer));
            update.setString(2, scope);
            update.setString(3, key);
            update.executeUpdate();
        }
    }
}
