package id.berdikari.kit.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The events that this service could not handle, in their order; a copy of each goes to {@code <topic>-dlq}. */
@ApplicationScoped
class ParkedEvents {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    record Parked(long id, Message message, String cause, Instant parkedAt) {}

    private final DataSource database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;
    private final String service;

    ParkedEvents(
            DataSource database,
            Outbox outbox,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.service = service;
    }

    /**
     * Those of the keys of which an earlier event is parked. If there are any, it holds the topic's lock to the
     * transaction's end, so that a re-drive that empties a key at the same moment is seen.
     */
    Set<String> keysBehind(String topic, Collection<String> keys) {
        try (var connection = database.getConnection()) {
            var found = parkedKeys(connection, topic, keys);
            if (found.isEmpty()) {
                return found;
            }
            lock(connection, topic);
            return parkedKeys(connection, topic, keys);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    void add(Message message, String cause) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                insert into parked_event (topic, partition, record_offset, key, headers, payload, cause, parked_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""")) {
            insert.setString(1, message.topic());
            insert.setInt(2, message.partition());
            insert.setLong(3, message.offset());
            insert.setString(4, message.key());
            insert.setString(5, json.writeValueAsString(message.headers()));
            insert.setBytes(6, message.payload());
            insert.setString(7, cause);
            insert.setTimestamp(8, Timestamp.from(clock.instant()));
            if (insert.executeUpdate() == 0) {
                return;
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
        var headers = new HashMap<>(message.headers());
        headers.put("parked_by", service);
        headers.put("parked_cause", cause);
        headers.put("parked_from", message.topic() + "/" + message.partition() + "@" + message.offset());
        outbox.append(message.topic() + "-dlq", message.key(), headers, message.payload());
    }

    List<Parked> list(long after, int limit) {
        return query("where id > ? order by id limit " + limit, after, null);
    }

    /** The oldest event of the first key after a position, or of one key, locked against the consumer. */
    Optional<Parked> next(long after, @Nullable String key) {
        var found = query("where id > ? and (?::text is null or key = ?) order by id limit 1 for update", after, key);
        found.stream().findFirst().ifPresent(first -> {
            try (var connection = database.getConnection()) {
                lock(connection, first.message().topic());
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        return found.stream().findFirst();
    }

    void remove(long id) {
        execute("delete from parked_event where id = ?", id, null);
    }

    void explain(long id, String cause) {
        execute("update parked_event set cause = ? where id = ?", id, cause);
    }

    private void execute(String sql, long id, @Nullable String text) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            var position = 1;
            if (text != null) {
                statement.setString(position++, text);
            }
            statement.setLong(position, id);
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<Parked> query(String condition, long after, @Nullable String key) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select id, topic, partition, record_offset, key, headers, payload, cause, parked_at from parked_event "
                                + condition)) {
            select.setLong(1, after);
            if (condition.contains("::text")) {
                select.setString(2, key);
                select.setString(3, key);
            }
            var found = new ArrayList<Parked>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Parked(
                            row.getLong(1),
                            new Message(
                                    row.getString(2),
                                    row.getInt(3),
                                    row.getLong(4),
                                    row.getString(5),
                                    json.readValue(row.getString(6), HEADERS),
                                    row.getBytes(7)),
                            row.getString(8),
                            row.getTimestamp(9).toInstant()));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Set<String> parkedKeys(Connection connection, String topic, Collection<String> keys)
            throws SQLException {
        try (var select =
                connection.prepareStatement("select distinct key from parked_event where topic = ? and key = any(?)")) {
            select.setString(1, topic);
            select.setArray(2, connection.createArrayOf("text", keys.toArray()));
            var found = new HashSet<String>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        }
    }

    private static void lock(Connection connection, String topic) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?))")) {
            statement.setString(1, "parked/" + topic);
            statement.execute();
        }
    }
}
