package id.berdikari.bench.payment;

import id.berdikari.local.LocalProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the service itself says to PostgreSQL to take in one payment, as PostgreSQL logged it, ready to be said again for
 * other donations. So the limit can never be another SQL than the service's.
 */
record RecordedSql(List<Statement> statements) {

    /** What stands for a parameter: the donation's id, an id made for it, or the same value always. */
    enum Role {
        DONATION,
        NEW_ID,
        CONSTANT
    }

    record Parameter(
            Role role, String type, int kind, @Nullable String value) {}

    /** Statements with {@code $1} and so on, as PostgreSQL numbers them. */
    record Statement(String sql, List<Parameter> parameters) {}

    interface Payment {
        void pay(String donation) throws Exception;
    }

    private record Logged(String pid, String sql, List<@Nullable String> values) {}

    private static final int ATTEMPTS = 10;
    private static final Pattern LINE = Pattern.compile(
            "^\\S+ \\S+ \\S+ \\[(\\d+)] (LOG|DETAIL): {2}(?:execute [^:]+: |statement: |Parameters: |parameters: )?(.*)$",
            Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$\\d+ = (NULL|'(?:[^']|'')*')");

    /**
     * Records two payments and compares them, to see what changes from one to the next.
     *
     * @param superuser may switch the log on
     * @param service asks for the parameters' types
     */
    static RecordedSql of(Connection superuser, Connection service, Path log, Payment payment, List<String> donations)
            throws Exception {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var one = donations.get(2 * attempt);
            var other = donations.get(2 * attempt + 1);
            var first = record(superuser, log, payment, one);
            var second = record(superuser, log, payment, other);
            if (first.stream()
                    .map(Logged::sql)
                    .toList()
                    .equals(second.stream().map(Logged::sql).toList())) {
                return compare(service, first, one, second, other);
            }
        }
        throw new LocalProblem("The service's statements differ from payment to payment, see " + log);
    }

    private static List<Logged> record(Connection superuser, Path log, Payment payment, String donation)
            throws Exception {
        logStatements(superuser, "all");
        var from = Files.size(log);
        payment.pay(donation);
        logStatements(superuser, "none");
        var logged = parse(Files.readString(log).substring((int) from));
        // Timers of the service talk to the database too; the payment's connections are those that name the donation.
        var pids = logged.stream()
                .filter(each -> each.values().contains(donation))
                .map(Logged::pid)
                .collect(Collectors.toSet());
        return logged.stream().filter(each -> pids.contains(each.pid())).toList();
    }

    private static void logStatements(Connection superuser, String which) throws SQLException, InterruptedException {
        try (var statement = superuser.createStatement()) {
            statement.execute("alter system set log_statement = '" + which + "'");
            statement.execute("select pg_reload_conf()");
        }
        // The server's processes read their settings when they are told, and nothing says when all have.
        Thread.sleep(500);
    }

    private static List<Logged> parse(String text) {
        var logged = new ArrayList<Logged>();
        for (var entry : text.split("\\n(?!\\t)", -1)) {
            var line = LINE.matcher(entry.replace("\n\t", "\n"));
            if (!line.matches()) {
                continue;
            }
            if (line.group(2).equals("LOG")) {
                logged.add(new Logged(line.group(1), line.group(3), List.of()));
            } else {
                var last = logged.removeLast();
                logged.add(new Logged(last.pid(), last.sql(), values(line.group(3))));
            }
        }
        return logged;
    }

    private static List<@Nullable String> values(String detail) {
        var values = new ArrayList<@Nullable String>();
        var value = VALUE.matcher(detail);
        while (value.find()) {
            var text = value.group(1);
            values.add(
                    text.equals("NULL")
                            ? null
                            : text.substring(1, text.length() - 1).replace("''", "'"));
        }
        return values;
    }

    private static RecordedSql compare(
            Connection service, List<Logged> first, String one, List<Logged> second, String other)
            throws SQLException, IOException {
        var newIds = new LinkedHashSet<String>();
        var statements = new ArrayList<Statement>();
        for (var i = 0; i < first.size(); i++) {
            var sql = first.get(i).sql();
            var parameters = new ArrayList<Parameter>();
            for (var j = 0; j < first.get(i).values().size(); j++) {
                var value = first.get(i).values().get(j);
                var type = type(service, sql, j);
                if (one.equals(value) && other.equals(second.get(i).values().get(j))) {
                    parameters.add(new Parameter(Role.DONATION, type, 0, null));
                } else if (value != null
                        && isId(value)
                        && !value.equals(second.get(i).values().get(j))) {
                    newIds.add(value);
                    var number = List.copyOf(newIds).indexOf(value);
                    parameters.add(new Parameter(Role.NEW_ID, type, number, null));
                } else {
                    parameters.add(new Parameter(Role.CONSTANT, type, 0, value));
                }
            }
            statements.add(new Statement(sql, parameters));
        }
        return new RecordedSql(statements);
    }

    private static String type(Connection service, String sql, int parameter) throws SQLException {
        try (var statement = service.prepareStatement(sql.replaceAll("\\$\\d+", "?"))) {
            return statement.getParameterMetaData().getParameterTypeName(parameter + 1);
        }
    }

    private static boolean isId(String value) {
        try {
            return UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }
}
