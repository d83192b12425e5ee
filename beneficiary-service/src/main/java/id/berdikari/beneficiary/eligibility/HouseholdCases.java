package id.berdikari.beneficiary.eligibility;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Reads facts of many households in one statement. Merged and erased households are none. */
@ApplicationScoped
class HouseholdCases {

    private static final UUID FIRST = new UUID(0, 0);

    /** Of each household one after the other, by index: a join of the whole would let the planner guess how many there are. */
    private static final String FACTS = """
            select h.id as id, h.area_code as area_code,
                h.facts ->> 'livelihood' as livelihood,
                (select string_agg(a #>> '{}', ',') from jsonb_path_query(h.facts, '$.assets[*]') as a) as assets,
                (select string_agg(c #>> '{}', ',') from jsonb_path_query(h.facts, '$.causes[*]') as c) as causes,
                h.decile as decile,
                case jsonb_typeof(h.facts -> 'dtsen' -> 'date')
                    when 'array' then make_date(
                        cast(h.facts -> 'dtsen' -> 'date' ->> 0 as integer),
                        cast(h.facts -> 'dtsen' -> 'date' ->> 1 as integer),
                        cast(h.facts -> 'dtsen' -> 'date' ->> 2 as integer))
                    else cast(h.facts -> 'dtsen' ->> 'date' as date) end as decile_date,
                r.*
            from house h cross join lateral (
                select cast(nullif(count(*), 0) as integer) as size,
                    case when count(*) > 0 then cast(count(*) filter (where g.age < 5) as integer) end as under_five,
                    case when count(*) > 0 then cast(count(*) filter (where g.age < 18) as integer) end as children,
                    case when count(*) > 0 then cast(count(*) filter (where g.age >= 60) as integer) end as elderly,
                    case when bool_or(p.disabled) then true
                        when count(*) = 0 or bool_or(p.disabled is null and g.age >= 5) then null
                        else false end as has_disabled,
                    max(g.age) filter (where p.relation = 'HEAD') as head_age,
                    max(p.sex) filter (where p.relation = 'HEAD') as head_sex,
                    max(p.education) filter (where p.relation = 'HEAD') as head_education,
                    max(p.marital_status) filter (where p.relation = 'HEAD') as head_marital_status,
                    max(p.livelihood) filter (where p.relation = 'HEAD') as head_livelihood,
                    bool_or(p.disabled) filter (where p.relation = 'HEAD') as head_disabled
                from (%s) p cross join lateral (
                    select case when p.birth_date is null
                        then cast(extract(year from cast(:day as date)) as integer) - p.birth_year
                        else cast(extract(year from age(cast(:day as date), p.birth_date)) as integer) end as age) g) r
            order by h.id
            """;

    private static final String OF_HOUSEHOLDS = FACTS.formatted("""
            select p.*, m.relation from membership m join person p on p.id = m.person_id
            where m.household_id = h.id and m.until is null and m.struck_at is null
                and p.died_on is null and p.erased_on is null""");

    private static final String OF_SOMEBODY =
            FACTS.formatted("select p.*, 'HEAD' as relation from person p where p.id = h.id");

    private final Session session;

    HouseholdCases(Session session) {
        this.session = session;
    }

    /** The next households by id that lie in an area and in one of a caller's. */
    List<HouseholdCase> after(@Nullable UUID reached, String areaCode, List<String> scope, LocalDate day, int most) {
        return session.createNativeQuery(
                        "with house as (select id, area_code, facts, decile from household where id > :after"
                                + " and merged_into is null and erased_on is null and area_code like :area"
                                + " and area_code like any(:scope) order by id limit :most) " + OF_HOUSEHOLDS,
                        HouseholdCase.class)
                .setParameter("after", reached == null ? FIRST : reached)
                .setParameter("area", areaCode + "%")
                .setParameter("scope", scope.toArray(String[]::new))
                .setParameter("most", most)
                .setParameter("day", day)
                .list();
    }

    int count(String areaCode, List<String> scope) {
        return session.createNativeQuery("""
                        select cast(count(*) as integer) from household
                        where merged_into is null and erased_on is null
                        and area_code like :area and area_code like any(:scope)
                        """, Integer.class)
                .setParameter("area", areaCode + "%")
                .setParameter("scope", scope.toArray(String[]::new))
                .getSingleResult();
    }

    Optional<HouseholdCase> household(UUID id, LocalDate day) {
        return session.createNativeQuery(
                        "with house as (select id, area_code, facts, decile from household where id = :id"
                                + " and merged_into is null and erased_on is null) " + OF_HOUSEHOLDS,
                        HouseholdCase.class)
                .setParameter("id", id)
                .setParameter("day", day)
                .uniqueResultOptional();
    }

    /** Where a living person lives. */
    Optional<UUID> householdOf(UUID person) {
        return session.createNativeQuery("""
                        select household_id from membership
                        where person_id = :person and until is null and struck_at is null
                        """, UUID.class)
                .setParameter("person", person)
                .uniqueResultOptional();
    }

    /** Somebody of whom no household is known counts as the head of one of which nothing else is known. */
    Optional<HouseholdCase> alone(UUID person, LocalDate day) {
        return session.createNativeQuery(
                        "with house as (select id, area_code, cast(null as jsonb) as facts, cast(null as integer) as decile"
                                + " from person where id = :id and died_on is null and erased_on is null) "
                                + OF_SOMEBODY,
                        HouseholdCase.class)
                .setParameter("id", person)
                .setParameter("day", day)
                .uniqueResultOptional();
    }
}
