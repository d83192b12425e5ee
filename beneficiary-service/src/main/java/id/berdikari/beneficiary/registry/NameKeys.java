package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.SpokenName;
import id.berdikari.kit.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes of the clues of names, by which the database finds people without knowing a name. Of each it reads a bounded
 * number, however many share it, so that a search takes the same time among a million as among ten thousand.
 */
@ApplicationScoped
public class NameKeys {

    /** So many of those found are opened and compared. */
    private static final int COMPARED = 100;

    /** Where years of birth are given too, so many times more are read to pick from. */
    private static final int DEEPER = 10;

    private static final int EARLIEST = 0;
    private static final int LATEST = 9999;

    /** People who may bear a name, likely ones first; not complete where more share its clues than are read. */
    record Found(List<UUID> people, boolean isComplete) {}

    private record Row(boolean beyond, @Nullable UUID person) {}

    private final Session session;
    private final Secrets secrets;

    NameKeys(Session session, Secrets secrets) {
        this.session = session;
        this.secrets = secrets;
    }

    /** Keeps the keys of people as their records are now. */
    public void write(Collection<PersonProfile> profiles) {
        session.createNativeMutationQuery("delete from name_key where person_id = any(cast(:people as uuid[]))")
                .setParameter("people", profiles.stream().map(PersonProfile::id).toArray(UUID[]::new))
                .executeUpdate();
        var keys = new ArrayList<Long>();
        var areas = new ArrayList<String>();
        var people = new ArrayList<UUID>();
        var years = new ArrayList<Integer>();
        for (var profile : profiles) {
            for (var clue : NameClues.kept(SpokenName.of(profile.identity().fullName()))) {
                keys.add(key(clue));
                areas.add(profile.areaCode());
                people.add(profile.id());
                years.add(profile.birthYear());
            }
        }
        session.createNativeMutationQuery("""
                        insert into name_key (key, area_code, person_id, birth_year)
                        select * from unnest(
                            cast(:keys as bigint[]), cast(:areas as text[]), cast(:people as uuid[]), cast(:years as integer[]))
                        order by 1, 2
                        """)
                .setParameter("keys", keys.toArray(Long[]::new))
                .setParameter("areas", areas.toArray(String[]::new))
                .setParameter("people", people.toArray(UUID[]::new))
                .setParameter("years", years.toArray(Integer[]::new))
                .executeUpdate();
    }

    /** In these areas and what lies in them; an empty code is everywhere. */
    Found near(SpokenName name, List<String> places, @Nullable Integer bornFrom, @Nullable Integer bornTo) {
        var depth = bornFrom == null && bornTo == null ? 1 : DEEPER;
        var clues = NameClues.sought(name);
        var rows = session.createNativeQuery("""
                        with hit as materialized (
                            select k.nearness, n.person_id, n.birth_year, n.place > k.most as beyond
                            from unnest(cast(:keys as bigint[]), cast(:nearness as integer[]), cast(:most as integer[]))
                                as k(key, nearness, most)
                            cross join unnest(cast(:lowest as text[]), cast(:beyond as text[])) as a(lowest, beyond)
                            cross join lateral (
                                select o.person_id, o.birth_year, row_number() over (order by o.area_code, o.person_id) as place
                                from name_key o
                                where o.key = k.key
                                and o.area_code >= a.lowest collate "C" and o.area_code < a.beyond collate "C"
                                order by o.area_code, o.person_id limit k.most + 1) n)
                        select b.beyond, p.person_id
                        from (select coalesce(bool_or(beyond), false) as beyond from hit) b
                        left join (
                            select person_id, min(nearness) as nearness, count(*) as clues from hit
                            where not beyond and birth_year between :bornFrom and :bornTo
                            group by person_id order by 2, 3 desc, 1 limit :compared + 1) p on true
                        order by p.nearness, p.clues desc, p.person_id
                        """, Row.class)
                .setParameter("keys", clues.keySet().stream().map(this::key).toArray(Long[]::new))
                .setParameter(
                        "nearness", clues.values().stream().map(Enum::ordinal).toArray(Integer[]::new))
                .setParameter(
                        "most",
                        clues.values().stream()
                                .map(nearness -> most(nearness) * depth)
                                .toArray(Integer[]::new))
                .setParameter("lowest", places.toArray(String[]::new))
                .setParameter("beyond", places.stream().map(NameKeys::beyond).toArray(String[]::new))
                .setParameter("bornFrom", Objects.requireNonNullElse(bornFrom, EARLIEST))
                .setParameter("bornTo", Objects.requireNonNullElse(bornTo, LATEST))
                .setParameter("compared", COMPARED)
                .list();
        var people = new ArrayList<UUID>();
        for (var row : rows) {
            if (row.person() != null) {
                people.add(row.person());
            }
        }
        var isComplete = people.size() <= COMPARED && rows.stream().noneMatch(Row::beyond);
        return new Found(people.stream().limit(COMPARED).toList(), isComplete);
    }

    /** How many of those who share a clue are read. */
    private static int most(NameClues.Nearness nearness) {
        return switch (nearness) {
            case SAME -> COMPARED;
            case CUT_DIFFERENTLY -> 30;
            case ONE_SLIP -> 8;
        };
    }

    /** Areas in an area go on with a point, which comes before a slash; digits come before a colon. */
    private static String beyond(String areaCode) {
        return areaCode.isEmpty() ? ":" : areaCode + "/";
    }

    private long key(String clue) {
        return ByteBuffer.wrap(secrets.mac("name-key", clue)).getLong();
    }
}
