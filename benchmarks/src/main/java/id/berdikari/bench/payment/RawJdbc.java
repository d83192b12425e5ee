package id.berdikari.bench.payment;

import id.berdikari.bench.payment.PendingDonations.Range;
import id.berdikari.bench.payment.RecordedSql.Parameter;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The recorded statements by plain JDBC, for machines without pgbench. */
record RawJdbc(RecordedSql recorded, String jdbcUrl, String user, String password) implements Payments.Way {

    private static final int CONNECTIONS = 16;

    @Override
    public long pay(Range range, Duration length) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        var next = new AtomicLong(range.first());
        return Parallel.sum(CONNECTIONS, () -> {
            var done = 0L;
            try (var connection = DriverManager.getConnection(jdbcUrl, user, password)) {
                var prepared = new ArrayList<PreparedStatement>();
                for (var statement : recorded.statements()) {
                    prepared.add(connection.prepareStatement(statement.sql().replaceAll("\\$\\d+", "?")));
                }
                while (System.nanoTime() < end) {
                    var number = next.getAndIncrement();
                    if (number >= range.end()) {
                        break;
                    }
                    for (var i = 0; i < prepared.size(); i++) {
                        execute(prepared.get(i), recorded.statements().get(i), number);
                    }
                    done++;
                }
            }
            return done;
        });
    }

    private static void execute(PreparedStatement prepared, RecordedSql.Statement statement, long number)
            throws SQLException {
        for (var i = 0; i < statement.parameters().size(); i++) {
            prepared.setObject(i + 1, value(statement.parameters().get(i), number), Types.OTHER);
        }
        prepared.execute();
    }

    private static @Nullable String value(Parameter parameter, long number) {
        return switch (parameter.role()) {
            case DONATION -> PendingDonations.id(number);
            case NEW_ID -> PendingDonations.newId(parameter.kind(), number);
            case CONSTANT -> parameter.value();
        };
    }
}
