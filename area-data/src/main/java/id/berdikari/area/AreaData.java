package id.berdikari.area;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Brings the published areas into the tables of {@code classpath:db/area}.
 *
 * <p>Loading is safe to repeat and to do from several replicas at once: they queue, and a release that is already there
 * is left alone. Of a newer release only what differs is written. An area that a release no longer has is closed by
 * {@code valid_to} and never deleted, for identity numbers and addresses keep referring to it.
 */
public final class AreaData {
    /** Any number will do that nothing else in the same database locks. */
    private static final long LOCK = 0x4172_6561_4461_7461L;

    private static final Release BUNDLED = Release.bundled();

    private AreaData() {}

    /** What a load wrote, over all its levels; all zero if the release was already there. */
    public record Loaded(int added, int changed, int closed) {
        private Loaded plus(Loaded other) {
            return new Loaded(added + other.added, changed + other.changed, closed + other.closed);
        }
    }

    /** The release of the data in this module. */
    public static String version() {
        return BUNDLED.version();
    }

    /**
     * Brings the areas of these levels up to this module's release, within the caller's transaction.
     *
     * @param connection to PostgreSQL, without auto-commit; may be a pool's wrapper
     */
    public static Loaded load(Connection connection, Set<Level> levels) throws SQLException {
        return load(connection, levels, BUNDLED);
    }

    static Loaded load(Connection connection, Set<Level> levels, Release release) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("Areas are loaded in a transaction: switch auto-commit off");
        }
        lock(connection);
        var loaded = new Loaded(0, 0, 0);
        for (var level : Level.values()) {
            if (levels.contains(level) && !release.version().equals(loadedVersion(connection, level))) {
                loaded = loaded.plus(load(connection, level, release));
            }
        }
        return loaded;
    }

    private static Loaded load(Connection connection, Level level, Release release) throws SQLException {
        var isFirst = loadedVersion(connection, level) == null;
        copy(connection, level, release);
        var changed = update(connection, """
                update area
                set parent_code = incoming.parent_code, name = incoming.name, source = ?, valid_to = null
                from area_incoming incoming
                where area.code = incoming.code
                  and (area.parent_code, area.name, area.valid_to)
                      is distinct from (incoming.parent_code, incoming.name, null::date)
                """, release.source());
        var added = update(connection, """
                insert into area (code, parent_code, level, name, source, valid_from)
                select code, parent_code, ?, name, ?, ?
                from area_incoming
                where not exists (select from area where area.code = area_incoming.code)
                """, level.name(), release.source(), isFirst ? null : release.published());
        var closed = update(connection, """
                update area
                set valid_to = ?
                where level = ? and valid_to is null
                  and not exists (select from area_incoming where area_incoming.code = area.code)
                """, release.published(), level.name());
        update(connection, """
                insert into area_data_version (level, version)
                values (?, ?)
                on conflict (level) do update set version = excluded.version, loaded_at = excluded.loaded_at
                """, level.name(), release.version());
        update(connection, "drop table area_incoming");
        return new Loaded(added, changed, closed);
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private static @Nullable String loadedVersion(Connection connection, Level level) throws SQLException {
        try (var statement = connection.prepareStatement("select version from area_data_version where level = ?")) {
            statement.setString(1, level.name());
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static void copy(Connection connection, Level level, Release release) throws SQLException {
        update(connection, "create temporary table area_incoming (code text primary key, parent_code text, name text)");
        var command = "copy area_incoming (" + level.columns() + ") from stdin with (format csv, header)";
        try (var csv = release.files().open(level)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Without figures the planner compares every area with every other, which takes minutes.
        update(connection, "analyze area_incoming");
        update(connection, "analyze area");
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
