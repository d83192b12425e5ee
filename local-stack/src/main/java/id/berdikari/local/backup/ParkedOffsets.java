package id.berdikari.local.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The offsets that a service remembers its parked events by. They must move with the records: else a new record at an old
 * offset would count as parked already, and be lost.
 */
final class ParkedOffsets {
    private record Parked(long id, String topic, int partition, long offset) {}

    private final Connection connection;
    private final List<Parked> parked = new ArrayList<>();

    ParkedOffsets(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select id, topic, partition, record_offset from parked_event order by record_offset")) {
            while (row.next()) {
                parked.add(new Parked(row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4)));
            }
        }
    }

    void ask(Moves moves) {
        parked.forEach(each -> moves.ask(each.topic(), each.partition(), each.offset()));
    }

    /** In ascending order, so that none meets another on its way: offsets only become smaller. */
    void move(Moves moves) throws SQLException {
        try (var update = connection.prepareStatement("update parked_event set record_offset = ? where id = ?")) {
            for (var each : parked) {
                update.setLong(1, moves.of(each.topic(), each.partition(), each.offset()));
                update.setLong(2, each.id());
                update.executeUpdate();
            }
        }
    }
}
