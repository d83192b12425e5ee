package id.berdikari.kit.paging;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a page begins and how long it is. Lists are read {@code where key < after order by key desc limit fetch}. */
public final class Keyset {

    /** Greater than every identifier, so that the first page of a descending list needs no other query. */
    private static final UUID LAST = new UUID(-1L, -1L);

    private final Cursors cursors;
    private final String scope;
    private final @Nullable String after;
    private final int limit;

    Keyset(Cursors cursors, String scope, @Nullable String after, int limit) {
        this.cursors = cursors;
        this.scope = scope;
        this.after = after;
        this.limit = limit;
    }

    /**
     * The key after which an ascending list of text keys goes on.
     *
     * @return the last key of the page before; empty text for the first page
     */
    public String after() {
        return after == null ? "" : after;
    }

    /**
     * The identifier below which a descending list goes on, newest first.
     *
     * @return the last identifier of the page before; the greatest possible for the first page
     */
    public UUID before() {
        return after == null ? LAST : UUID.fromString(after);
    }

    /**
     * The number of rows to read: one more than the page shows, to know whether another follows.
     *
     * @return the limit plus one
     */
    public int fetch() {
        return limit + 1;
    }

    /**
     * Makes the page.
     *
     * @param rows up to {@link #fetch()} rows in the list's order
     * @param key reads the key that the list is ordered by
     * @param view shapes a row for the client
     * @param <R> the rows' type
     * @param <V> the views' type
     * @return the page, with a cursor if there are more
     */
    public <R, V> Page<V> page(List<R> rows, Function<? super R, ?> key, Function<? super R, V> view) {
        var shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        var next = rows.size() > limit ? cursors.seal(key.apply(shown.getLast()).toString(), scope) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
