package id.berdikari.beneficiary.profile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Counts households of an area and the living people in them. Merged and erased households and people are none. */
@ApplicationScoped
class AreaTallies {

    /** Whose figures are counted. */
    record Scope(String areaCode, LocalDate day, PoorBy poorBy) {}

    /** How many there are in all, and of how many of them something is known. */
    record Coverage(
            int households,
            int persons,
            int householdsWithDecile,
            @Nullable LocalDate newestDecileDate,
            int personsAskedAboutDisability) {}

    /** How many of a kind are poor or not, or of whom nobody knows it. */
    record Tally(
            String topic, @Nullable String code, @Nullable Boolean poor, int households, int persons) {
        Count count() {
            return new Count(households, persons);
        }
    }

    private static final String COVERAGE = """
            select cast(count(*) as integer) as households,
                (select cast(count(*) as integer) from resident) as persons,
                cast(count(decile) as integer) as households_with_decile,
                max(to_date(translate(facts #>> '{dtsen,date}', '[] ', ''), 'YYYY-MM-DD')) as newest_decile_date,
                (select cast(count(disabled) as integer) from resident) as persons_asked_about_disability
            from house
            """;

    private static final String CAUSES = """
            select 'CAUSE' as topic, c.code as code, h.poor as poor, cast(count(*) as integer) as households,
                cast(count(*) as integer) as persons
            from house h
            cross join lateral (
                select jsonb_array_elements_text(h.facts -> 'causes') as code
                union all select 'ALL' where jsonb_array_length(h.facts -> 'causes') > 0) c
            group by 1, 2, 3
            """;

    private final Session session;

    AreaTallies(Session session) {
        this.session = session;
    }

    Coverage coverage(Scope scope) {
        return session.createNativeQuery(houses(scope) + COVERAGE, Coverage.class)
                .setParameter("area", scope.areaCode() + "%")
                .setParameter("day", scope.day())
                .getSingleResult();
    }

    /** By each topic, by decile, and all together. */
    List<Tally> tallies(Scope scope, List<Topic> topics) {
        var sql = """
            , home as (
                select house, cast(count(*) as integer) as size,
                    max(sex) filter (where relation = 'HEAD') as head_sex,
                    max(education) filter (where relation = 'HEAD') as head_education
                from resident group by house)
            select t.topic as topic, t.code as code, h.poor as poor,
                cast(count(*) as integer) as households, cast(coalesce(sum(m.size), 0) as integer) as persons
            from house h
            left join home m on m.house = h.id
            cross join lateral (values ('ALL', 'ALL'), ('DECILE', cast(h.decile as text)), %s) as t (topic, code)
            group by 1, 2, 3
            union all
            select t.topic, t.code, r.poor, cast(count(distinct r.house) as integer), cast(count(*) as integer)
            from resident r
            cross join lateral (values %s) as t (topic, code)
            group by 1, 2, 3
            """.formatted(kinds(topics, Topic.Of.HOUSEHOLD), kinds(topics, Topic.Of.PERSON));
        return session.createNativeQuery(houses(scope) + sql, Tally.class)
                .setParameter("area", scope.areaCode() + "%")
                .setParameter("day", scope.day())
                .list();
    }

    /** Households that name causes, by cause and all together; a household may name several. */
    List<Tally> causes(Scope scope) {
        return session.createNativeQuery(houses(scope) + CAUSES, Tally.class)
                .setParameter("area", scope.areaCode() + "%")
                .setParameter("day", scope.day())
                .list();
    }

    private static String houses(Scope scope) {
        return """
            with house as (
                select h.id, h.area_code, h.decile, h.facts, %s as poor
                from household h
                where h.merged_into is null and h.erased_on is null and h.area_code like :area),
            resident as (
                select h.id as house, h.poor, m.relation, p.sex, p.education, p.disabled,
                    case when p.birth_date is null
                        then cast(extract(year from cast(:day as date)) as integer) - p.birth_year
                        else cast(extract(year from age(cast(:day as date), p.birth_date)) as integer) end as age
                from house h
                join membership m on m.household_id = h.id and m.until is null and m.struck_at is null
                join person p on p.id = m.person_id
                    and p.died_on is null and p.erased_on is null and p.merged_into is null)
            """.formatted(scope.poorBy().condition());
    }

    private static String kinds(List<Topic> topics, Topic.Of unit) {
        return topics.stream()
                .filter(topic -> topic.of() == unit)
                .map(topic -> "('" + topic + "', " + topic.expression() + ")")
                .collect(Collectors.joining(", "));
    }
}
