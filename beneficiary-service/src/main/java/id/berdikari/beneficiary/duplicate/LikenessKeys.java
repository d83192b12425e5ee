package id.berdikari.beneficiary.duplicate;

import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.identity.SpokenName;
import id.berdikari.beneficiary.registry.PersonOutline;
import id.berdikari.beneficiary.registry.PersonProfile;
import id.berdikari.kit.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which the database finds records that are worth a comparison, without knowing a name: each is a keyed hash of
 * the sound of a name or of a word of it together with something else, such as a year of birth and a kecamatan.
 */
@ApplicationScoped
class LikenessKeys {

    /** Of a key that more people share, the newest so many are compared. */
    private static final int COMPARED = 100;

    /** What equal keys say of two people, beside that a comparison may be worth it. */
    enum Tells {
        /** Their names sound the same. */
        NAME,
        /** They have one phone. */
        PHONE,
        PART
    }

    /** What is hashed to a key. */
    record Clue(Tells tells, String text) {
        static Clue of(Tells tells, Object... parts) {
            return new Clue(
                    tells,
                    String.join("|", Arrays.stream(parts).map(Object::toString).toList()));
        }

        /** Silent, so that no log or error can repeat it. */
        @Override
        public String toString() {
            return "Clue[" + tells + "]";
        }
    }

    record Keyed(UUID person, Tells tells, long key) {}

    /** Two people who share a key, and what rests in the clear of the other. */
    record Shared(
            UUID one,
            UUID other,
            boolean sameName,
            boolean samePhone,
            @Nullable LocalDate birthDate,
            int birthYear,
            String sex,
            String areaCode) {

        Pair pair() {
            return new Pair(one, other);
        }

        PersonOutline outline() {
            return new PersonOutline(birthDate, birthYear, Sex.valueOf(sex), areaCode);
        }
    }

    private final Session session;
    private final Secrets secrets;

    LikenessKeys(Session session, Secrets secrets) {
        this.session = session;
        this.secrets = secrets;
    }

    /** What is hashed for these people, and to what; in the order of the keys, in which the index is quicker to write and to read. */
    List<Keyed> of(Collection<PersonProfile> people) {
        return people.stream()
                .flatMap(person -> clues(person).stream().map(clue -> new Keyed(person.id(), clue.tells(), key(clue))))
                .sorted(Comparator.comparingLong(Keyed::key))
                .toList();
    }

    /** Keeps the keys of people who have none or the same. */
    void keep(List<Keyed> keys) {
        session.createNativeMutationQuery("""
                        insert into likeness_key (key, person_id)
                        select * from unnest(cast(:keys as bigint[]), cast(:people as uuid[]))
                        on conflict do nothing
                        """)
                .setParameter("keys", numbers(keys))
                .setParameter("people", people(keys))
                .executeUpdate();
    }

    void forget(Collection<UUID> people) {
        session.createNativeMutationQuery("delete from likeness_key where person_id = any(cast(:people as uuid[]))")
                .setParameter("people", people.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Who shares one of these keys with somebody else, who need not be in the register. */
    List<Shared> shared(List<Keyed> keys) {
        return session.createNativeQuery("""
                        select s.one, s.other, s.same_name, s.same_phone, p.birth_date, p.birth_year, p.sex, p.area_code
                        from (
                            select k.asker as one, c.person_id as other,
                                bool_or(k.tells = 'NAME') as same_name, bool_or(k.tells = 'PHONE') as same_phone
                            from unnest(cast(:keys as bigint[]), cast(:askers as uuid[]), cast(:tells as text[]))
                                as k(key, asker, tells)
                            cross join lateral (
                                select o.person_id from likeness_key o
                                where o.key = k.key and o.person_id <> k.asker
                                order by o.person_id desc limit :compared) c
                            group by c.person_id, k.asker) s
                        join person p on p.id = s.other and p.merged_into is null and p.erased_on is null
                        """, Shared.class)
                .setParameter("keys", numbers(keys))
                .setParameter("askers", people(keys))
                .setParameter(
                        "tells", keys.stream().map(key -> key.tells().name()).toArray(String[]::new))
                .setParameter("compared", COMPARED)
                .list();
    }

    /** The newest of those entered after something got its id who have no keys, unless they are merged or erased. */
    List<UUID> missing(UUID enteredAfter, int most) {
        return session.createNativeQuery("""
                        select p.id from person p
                        where p.id > :after and p.merged_into is null and p.erased_on is null
                        and not exists (select from likeness_key k where k.person_id = p.id)
                        order by p.id desc
                        """, UUID.class)
                .setParameter("after", enteredAfter)
                .setMaxResults(most)
                .list();
    }

    private static Long[] numbers(List<Keyed> keys) {
        return keys.stream().map(Keyed::key).toArray(Long[]::new);
    }

    private static UUID[] people(List<Keyed> keys) {
        return keys.stream().map(Keyed::person).toArray(UUID[]::new);
    }

    private long key(Clue clue) {
        return ByteBuffer.wrap(secrets.mac("likeness-key", clue.text())).getLong();
    }

    /** At least one survives a slip in the name, a wrong day or year of birth, or a move. */
    static Set<Clue> clues(PersonProfile profile) {
        var sounds = SpokenName.of(profile.identity().fullName()).sounds();
        var name = String.join(" ", sounds);
        var year = profile.birthYear();
        var date = profile.birthDate();
        var district = Likeness.district(profile.areaCode());
        var clues = new LinkedHashSet<Clue>();
        clues.add(Clue.of(Tells.NAME, "name-year", name, year));
        clues.add(Clue.of(Tells.NAME, "name-district", name, district));
        for (var word : sounds) {
            clues.add(Clue.of(Tells.PART, "word-year-area", word, year, profile.areaCode()));
            if (date != null) {
                clues.add(Clue.of(Tells.PART, "word-date", word, date));
            }
        }
        if (date != null) {
            clues.add(Clue.of(Tells.PART, "date-district", date, district));
        }
        if (profile.identity().phone() != null) {
            clues.add(Clue.of(Tells.PHONE, "phone", profile.identity().phone().e164()));
        }
        return clues;
    }
}
