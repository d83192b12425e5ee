package id.berdikari.area;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.area.AreaData.Loaded;
import id.berdikari.local.test.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AreaDataTest {
    private static final Set<Level> ALL = EnumSet.allOf(Level.class);
    private static final int AREAS = 38 + 514 + 7_285 + 83_762;

    private String url = "";

    @BeforeEach
    void makeTables() throws Exception {
        url = TestDatabase.fresh();
        try (var connection = connect();
                var statement = connection.createStatement();
                var ddl = AreaData.class.getResourceAsStream("/db/area/R__areas.sql")) {
            statement.execute(new String(ddl.readAllBytes(), UTF_8));
            connection.commit();
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesAreThoseOfTheManifest(Level level) throws Exception {
        var manifest = new Properties();
        try (var file = AreaData.class.getResourceAsStream("/area/manifest.properties")) {
            manifest.load(file);
        }

        byte[] csv;
        try (var file = Release.bundled().files().open(level)) {
            csv = file.readAllBytes();
        }

        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv));
        assertEquals(manifest.getProperty(level.file() + ".sha256"), digest);
        assertEquals(
                Long.parseLong(manifest.getProperty(level.file() + ".rows")),
                new String(csv, UTF_8).lines().count() - 1);
    }

    @Test
    void bringsEveryAreaOnce() throws Exception {
        try (var connection = connect()) {
            var start = System.nanoTime();
            var first = AreaData.load(connection, ALL);
            connection.commit();
            System.out.println("Loaded " + AREAS + " areas in "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
            var second = AreaData.load(connection, ALL);

            assertEquals(new Loaded(AREAS, 0, 0), first);
            assertEquals(new Loaded(0, 0, 0), second);
            assertEquals(
                    "Purwanegara|VILLAGE",
                    answer(connection, "select name || '|' || level from area where code = '33.02.27.1001'"));
            assertEquals("0", answer(connection, """
                            select count(*) from area child
                            where level <> 'PROVINCE'
                              and not exists (select from area parent where parent.code = child.parent_code)
                            """));
        }
    }

    @Test
    void bringsOnlyTheLevelsAskedFor() throws Exception {
        try (var connection = connect()) {
            AreaData.load(connection, EnumSet.of(Level.PROVINCE, Level.REGENCY));

            assertEquals("552", answer(connection, "select count(*) from area"));
        }
    }

    @Test
    void writesOnlyWhatANewerReleaseChanges() throws Exception {
        try (var connection = connect()) {
            AreaData.load(connection, Set.of(Level.PROVINCE), provinces("1", "code,name\n11,Aceh\n12,Old\n13,Gone\n"));
            var untouched = answer(connection, "select xmin from area where code = '11'");
            connection.commit();

            var loaded = AreaData.load(
                    connection, Set.of(Level.PROVINCE), provinces("2", "code,name\n11,Aceh\n12,New\n14,Riau\n"));

            assertEquals(new Loaded(1, 1, 1), loaded);
            assertEquals(untouched, answer(connection, "select xmin from area where code = '11'"));
            assertEquals("New", answer(connection, "select name from area where code = '12'"));
            assertEquals("2026-02-01", answer(connection, "select valid_to from area where code = '13'"));
            assertEquals("2026-02-01", answer(connection, "select valid_from from area where code = '14'"));
        }
    }

    @Test
    void reopensAnAreaThatComesBack() throws Exception {
        try (var connection = connect()) {
            AreaData.load(connection, Set.of(Level.PROVINCE), provinces("1", "code,name\n11,Aceh\n"));
            AreaData.load(connection, Set.of(Level.PROVINCE), provinces("2", "code,name\n12,Riau\n"));

            AreaData.load(connection, Set.of(Level.PROVINCE), provinces("3", "code,name\n11,Aceh\n12,Riau\n"));

            assertEquals("0", answer(connection, "select count(*) from area where valid_to is not null"));
        }
    }

    @Test
    void replicasThatStartTogetherLoadOnce() throws Exception {
        try (var replicas = Executors.newFixedThreadPool(2)) {
            var one = replicas.submit(this::loadProvinces);
            var other = replicas.submit(this::loadProvinces);

            assertEquals(38, one.get().added() + other.get().added());
        }
    }

    @Test
    void insistsOnATransaction() throws Exception {
        try (var connection = connect()) {
            connection.setAutoCommit(true);

            assertThrows(IllegalStateException.class, () -> AreaData.load(connection, ALL));
        }
    }

    private Loaded loadProvinces() throws SQLException {
        try (var connection = connect()) {
            var loaded = AreaData.load(connection, Set.of(Level.PROVINCE));
            connection.commit();
            return loaded;
        }
    }

    private static Release provinces(String version, String csv) {
        var files = Map.of(Level.PROVINCE, csv);
        return new Release(version, LocalDate.of(2026, Integer.parseInt(version), 1), level -> {
            var file = files.get(level);
            if (file == null) {
                throw new IOException("No file for " + level);
            }
            return new ByteArrayInputStream(file.getBytes(UTF_8));
        });
    }

    private Connection connect() throws SQLException {
        var connection = DriverManager.getConnection(url, TestDatabase.USER, TestDatabase.PASSWORD);
        connection.setAutoCommit(false);
        return connection;
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
