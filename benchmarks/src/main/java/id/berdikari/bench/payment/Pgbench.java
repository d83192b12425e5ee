package id.berdikari.bench.payment;

import id.berdikari.bench.payment.PendingDonations.Range;
import id.berdikari.bench.payment.RecordedSql.Parameter;
import id.berdikari.local.LocalProblem;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The recorded statements by PostgreSQL's own benchmark client, prepared, as the service's are. */
record Pgbench(RecordedSql recorded, String jdbcUrl, String user, String password, Path script)
        implements Payments.Way {

    private static final int CONNECTIONS = 16;
    private static final Pattern DONE = Pattern.compile("number of transactions actually processed: (\\d+)");

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
    }

    @Override
    public long pay(Range range, Duration length) throws IOException, InterruptedException {
        Files.writeString(script, transaction());
        var address = URI.create(jdbcUrl.substring("jdbc:".length()));
        var command = List.of(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + CONNECTIONS,
                "--jobs=2",
                "--time=" + length.toSeconds(),
                "--define=first=" + range.first(),
                "--define=each=" + range.size() / CONNECTIONS,
                "--define=i=-1",
                "--file=" + script,
                "--host=" + address.getHost(),
                "--port=" + address.getPort(),
                "--username=" + user,
                address.getPath().substring(1));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var done = DONE.matcher(output);
        if (process.waitFor() != 0 || !done.find()) {
            throw new LocalProblem("pgbench failed: " + output);
        }
        return Long.parseLong(done.group(1));
    }

    /** Each client has its own part of the donations and counts through it. */
    String transaction() {
        var text = new StringBuilder("\\set i :i + 1\n\\set n :first + :client_id * :each + :i\n");
        for (var statement : recorded.statements()) {
            var sql = statement.sql().strip();
            for (var i = statement.parameters().size(); i > 0; i--) {
                sql = sql.replace("$" + i, value(statement.parameters().get(i - 1)));
            }
            text.append(sql.replaceAll("\\s*\\n\\s*", " ")).append(";\n");
        }
        return text.toString();
    }

    private static String value(Parameter parameter) {
        return switch (parameter.role()) {
            case DONATION -> PendingDonations.idInSql(":n") + "::" + parameter.type();
            case NEW_ID -> PendingDonations.newIdInSql(parameter.kind(), ":n") + "::" + parameter.type();
            case CONSTANT -> literal(parameter.value()) + "::" + parameter.type();
        };
    }

    private static String literal(@Nullable String value) {
        return value == null ? "null" : "'" + value.replace("'", "''") + "'";
    }
}
