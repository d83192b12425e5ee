package id.berdikari.beneficiary.imports;

import id.berdikari.kit.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Which household or person a source means by a key. Keys and what was said of them are kept as keyed hashes, for they may
 * be numbers of people.
 */
@ApplicationScoped
class SourceKeys {

    /** What a source said of an object when it was last taken. */
    record Known(UUID objectId, String content) {}

    /** A key as it is kept. */
    record Key(String hash) {}

    private final Session session;
    private final Secrets secrets;

    SourceKeys(Session session, Secrets secrets) {
        this.session = session;
        this.secrets = secrets;
    }

    Key household(String source, String key) {
        return new Key(secrets.blindIndex("import-household", source + "\n" + key));
    }

    /** A person's key counts within their household. */
    Key person(String source, String householdKey, String key) {
        return new Key(secrets.blindIndex("import-person", source + "\n" + householdKey + "\n" + key));
    }

    String content(String text) {
        return secrets.blindIndex("import-content", text);
    }

    Map<Key, Known> find(String source, Collection<Key> keys) {
        var found = new HashMap<Key, Known>();
        session.createNativeQuery(
                        "select source_key, object_id, content from register_source_key"
                                + " where source = :source and source_key = any(:keys)",
                        Object[].class)
                .setParameter("source", source)
                .setParameter("keys", hashes(keys))
                .list()
                .forEach(row -> found.put(new Key((String) row[0]), new Known((UUID) row[1], (String) row[2])));
        return found;
    }

    /** Fails where another file of the source brought one of them in the same moment. */
    void keepNew(String source, Map<Key, Known> known) {
        keep(source, known, "");
    }

    void keep(String source, Map<Key, Known> known) {
        keep(source, known, """
                 on conflict (source, source_key)
                    do update set object_id = excluded.object_id, content = excluded.content
                """);
    }

    /** In one order, so that two files do not wait for each other. */
    private void keep(String source, Map<Key, Known> known, String where) {
        if (known.isEmpty()) {
            return;
        }
        var entries = known.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().hash()))
                .toList();
        session.createNativeMutationQuery("""
                        insert into register_source_key (source, source_key, object_id, content)
                        select :source, source_key, object_id, content
                        from unnest(cast(:keys as text[]), cast(:ids as uuid[]), cast(:contents as text[]))
                            as k (source_key, object_id, content)
                        """ + where)
                .setParameter("source", source)
                .setParameter(
                        "keys",
                        entries.stream().map(each -> each.getKey().hash()).toArray(String[]::new))
                .setParameter(
                        "ids",
                        entries.stream().map(each -> each.getValue().objectId()).toArray(UUID[]::new))
                .setParameter(
                        "contents",
                        entries.stream().map(each -> each.getValue().content()).toArray(String[]::new))
                .executeUpdate();
    }

    /** Remembers what a file names; answers what it had named before. */
    Set<String> seenBefore(UUID importId, Collection<String> named) {
        var before = new HashSet<>(named);
        session.createNativeQuery("""
                        insert into register_import_seen (import_id, seen)
                        select :import, seen from unnest(cast(:named as text[])) as n (seen)
                        on conflict do nothing
                        returning seen
                        """, String.class)
                .setParameter("import", importId)
                .setParameter("named", named.toArray(String[]::new))
                .list()
                .forEach(before::remove);
        return before;
    }

    void forgetSeen(UUID importId) {
        session.createNativeMutationQuery("delete from register_import_seen where import_id = :import")
                .setParameter("import", importId)
                .executeUpdate();
    }

    private static String[] hashes(Collection<Key> keys) {
        return keys.stream().map(Key::hash).toArray(String[]::new);
    }
}
