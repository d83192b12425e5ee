package id.berdikari.beneficiary.duplicate;

import id.berdikari.beneficiary.identity.SpokenName;
import id.berdikari.beneficiary.registry.PersonProfile;
import id.berdikari.kit.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The keys by which the database finds records that are worth a comparison, without knowing a name: each is a keyed hash of
 * the sound of a name or of a word of it together with something else, such as a year of birth and a kecamatan.
 */
@ApplicationScoped
class LikenessKeys {

    /** Of a key that more people share, the newest so many are compared. */
    private static final int COMPARED = 100;

    private final Session session;
    private final Secrets secrets;

    LikenessKeys(Session session, Secrets secrets) {
        this.session = session;
        this.secrets = secrets;
    }

    /** Keeps the keys of people as their records are now. */
    void write(Collection<PersonProfile> profiles) {
        forget(profiles.stream().map(PersonProfile::id).toList());
        var keys = new ArrayList<Long>();
        var people = new ArrayList<UUID>();
        for (var profile : profiles) {
            for (var key : of(profile)) {
                keys.add(key);
                people.add(profile.id());
            }
        }
        session.createNativeMutationQuery("""
                        insert into likeness_key (key, person_id)
                        select * from unnest(cast(:keys as bigint[]), cast(:people as uuid[]))
                        """)
                .setParameter("keys", keys.toArray(Long[]::new))
                .setParameter("people", people.toArray(UUID[]::new))
                .executeUpdate();
    }

    void forget(Collection<UUID> people) {
        session.createNativeMutationQuery("delete from likeness_key where person_id = any(cast(:people as uuid[]))")
                .setParameter("people", people.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Who shares a key with one of these people and was not told apart from them. */
    Set<Pair> shared(Collection<UUID> people) {
        return new TreeSet<>(session.createNativeQuery("""
                        select distinct k.person_id, c.person_id
                        from likeness_key k
                        cross join lateral (
                            select o.person_id from likeness_key o
                            where o.key = k.key and o.person_id <> k.person_id
                            order by o.person_id desc limit :compared) c
                        where k.person_id = any(cast(:people as uuid[]))
                        and not exists (
                            select from suspected_duplicate d
                            where d.first_id = least(k.person_id, c.person_id)
                            and d.second_id = greatest(k.person_id, c.person_id) and d.status <> 'OPEN')
                        """, Pair.class)
                .setParameter("people", people.toArray(UUID[]::new))
                .setParameter("compared", COMPARED)
                .list());
    }

    /** Who shares a key with somebody who is not in the register. */
    List<UUID> shared(PersonProfile newcomer) {
        return session.createNativeQuery("""
                        select distinct c.person_id
                        from unnest(cast(:keys as bigint[])) as k(key)
                        cross join lateral (
                            select o.person_id from likeness_key o
                            where o.key = k.key order by o.person_id desc limit :compared) c
                        """, UUID.class)
                .setParameter("keys", of(newcomer).toArray(Long[]::new))
                .setParameter("compared", COMPARED)
                .list();
    }

    private Set<Long> of(PersonProfile profile) {
        var keys = new HashSet<Long>();
        clues(profile)
                .forEach(clue -> keys.add(
                        ByteBuffer.wrap(secrets.mac("likeness-key", clue)).getLong()));
        return keys;
    }

    /** At least one survives a slip in the name, a wrong day or year of birth, or a move. */
    static List<String> clues(PersonProfile profile) {
        var name = SpokenName.of(profile.identity().fullName());
        var year = profile.birthYear();
        var date = profile.birthDate();
        var district = Likeness.district(profile.areaCode());
        var clues = new ArrayList<String>();
        clues.add(clue("name-year", name.sound(), year));
        clues.add(clue("name-district", name.sound(), district));
        for (var word : name.sounds()) {
            clues.add(clue("word-year-district", word, year, district));
            if (date != null) {
                clues.add(clue("word-date", word, date));
            }
        }
        if (date != null) {
            clues.add(clue("date-district", date, district));
        }
        if (profile.identity().phone() != null) {
            clues.add(clue("phone", profile.identity().phone().e164()));
        }
        return clues;
    }

    private static String clue(Object... parts) {
        return String.join("|", Arrays.stream(parts).map(Object::toString).toList());
    }
}
