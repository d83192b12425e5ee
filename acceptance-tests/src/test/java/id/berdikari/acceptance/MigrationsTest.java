package id.berdikari.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An upgrade runs the new version beside the old one on the same databases. So what was released is never edited, and what
 * is new only adds: the old version must go on reading and writing as it did.
 */
class MigrationsTest {
    private static final Path HOUSE = Path.of("..");

    /** What takes something from, or asks something of, a version that does not know of the migration. */
    private static final List<Pattern> NOT_ADDITIVE = Stream.of(
                    "drop (?!not null|index|constraint \\S+_fkey)",
                    "rename ",
                    "alter column \\S+ (set data )?type ",
                    "set not null",
                    "add (column )?(if not exists )?(?!constraint|check|foreign|unique|primary)\\S+"
                            + " (?!.*\\bdefault\\b)[^,]*\\bnot null",
                    "^truncate ",
                    "^delete from ")
            .map(Pattern::compile)
            .toList();

    @Test
    void whatWasReleasedIsNeverEdited() {
        assertEquals(
                released(),
                hashes().entrySet().stream()
                        .filter(each -> released().containsKey(each.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
    }

    @Test
    void whatIsNewOnlyAdds() {
        var breaches = hashes().keySet().stream()
                .filter(file -> !released().containsKey(file))
                .filter(file -> !isAdditive(read(HOUSE.resolve(file))))
                .toList();

        assertEquals(List.of(), breaches, "expand now, contract in a later release: docs/operations.md, Upgrade");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table permit",
                "alter table permit drop column number",
                "alter table permit drop constraint permit_days",
                "alter table permit rename column number to permit_number",
                "ALTER TABLE permit\n  ALTER COLUMN number TYPE bigint",
                "alter table permit alter column number set data type varchar(20)",
                "alter table permit alter column number set not null",
                "alter table permit add column seal text not null",
                "alter table permit add seal text not null, add note text",
                "alter table permit alter column number drop default",
                "truncate permit",
                "delete from permit"
            })
    void knowsWhatAnOldVersionWouldStumbleOver(String statement) {
        assertFalse(isAdditive(statement), statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table seal (id uuid primary key, note text not null)",
                "alter table permit add column seal text",
                "alter table permit add column sealed boolean not null default false",
                "alter table permit alter column number drop not null",
                "create index concurrently permit_seal on permit (seal)",
                "drop index permit_kind",
                "alter table ledger_entry drop constraint ledger_entry_journal_id_fkey",
                "create trigger kept before delete or truncate on permit execute function refuse_change()",
                "-- nobody would drop table permit\ncomment on table permit is 'we delete from it never'",
                "insert into ledger_account (code, name, kind) values ('1200', 'Bank', 'ASSET')"
            })
    void letsThroughWhatOnlyAdds(String statement) {
        assertEquals(true, isAdditive(statement), statement);
    }

    private static boolean isAdditive(String script) {
        var withoutComments = script.replaceAll("--[^\n]*", "").replaceAll("'[^']*'", "''");
        return Stream.of(withoutComments.split(";", -1))
                .map(statement -> statement.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .filter(statement -> !statement.startsWith("create table"))
                .noneMatch(statement -> NOT_ADDITIVE.stream()
                        .anyMatch(pattern -> pattern.matcher(statement).find()));
    }

    /** By path, as {@code sha256sum} writes them. */
    private static Map<String, String> released() {
        try (var file = MigrationsTest.class.getResourceAsStream("/released-migrations.sha256")) {
            var lines = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return lines.lines()
                    .map(line -> line.split(" {2}", 2))
                    .collect(Collectors.toMap(line -> line[1], line -> line[0], (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> hashes() {
        try (var modules = Files.list(HOUSE)) {
            return modules.map(module -> module.resolve("src/main/resources/db"))
                    .filter(Files::isDirectory)
                    .flatMap(MigrationsTest::scripts)
                    .collect(Collectors.toMap(
                            file -> HOUSE.relativize(file).toString(),
                            MigrationsTest::hash,
                            (a, b) -> a,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> scripts(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
