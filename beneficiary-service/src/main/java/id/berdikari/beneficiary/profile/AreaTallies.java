package id.berdikari.beneficiary.profile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Counts households of an area and the living people in them. Merged and erased households and people are none. */
@ApplicationScoped
class AreaTallies {

    /** Whose figures are counted, by which measurements. */
    record Scope(String areaCode, LocalDate day, PoorBy poorBy, MeasuredBy measuredBy) {}

    /** What is known besides how many there are. */
    record Known(@Nullable LocalDate newestDecileDate, int householdsMeasured) {}

    /** How many of a kind are poor or not, or of whom nobody knows it. */
    record Tally(
            String topic, @Nullable String code, @Nullable Boolean poor, int households, int persons) {
        Count count() {
            return new Count(households, persons);
        }
    }

    private static final String KNOWN = """
            select max(to_date(translate(facts #>> '{dtsen,date}', '[] ', ''), 'YYYY-MM-DD')) as newest_decile_date,
                (select cast(count(*) as integer) from measured) as households_measured
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

    /** From here to the end of the transaction all counts are of the same moment. */
    void stopTheClock() {
        session.createNativeMutationQuery("set transaction isolation level repeatable read")
                .executeUpdate();
    }

    Known known(Scope scope) {
        return list(scope, KNOWN, Known.class).getFirst();
    }

    /** By each topic, by decile, and all together. */
    List<Tally> tallies(Scope scope, List<Topic> topics) {
        return list(
                scope,
                """
            select t.topic as topic, t.code as code, h.poor as poor,
                cast(count(*) as integer) as households, cast(sum(t.persons) as integer) as persons
            from house h
            left join home m on m.house = h.id
            cross join lateral (values ('ALL', 'ALL', coalesce(m.size, 0)),
                ('DECILE', cast(h.decile as text), coalesce(m.size, 0)), %s) as t (topic, code, persons)
            where t.persons is not null
            group by 1, 2, 3
            """.formatted(topics.stream().flatMap(AreaTallies::values).collect(Collectors.joining(", "))),
                Tally.class);
    }

    /** Households that name causes, by cause and all together; a household may name several. */
    List<Tally> causes(Scope scope) {
        return list(scope, CAUSES, Tally.class);
    }

    /** Those of whom it is known whether they fall short of their line: by kind, where a topic is given, and all together. */
    List<LineSum> lines(Scope scope, @Nullable Topic by) {
        return list(scope, pieces(by) + """
            select part, line_amount as line, size, cast(count(*) as integer) as households,
                cast(count(*) filter (where poor_by_line) as integer) as poor_households,
                cast(sum(people) as integer) as persons,
                cast(coalesce(sum(people) filter (where poor_by_line), 0) as integer) as poor_persons,
                coalesce(sum(people * (line_amount * size - expenditure)) filter (where poor_by_line), 0) as gaps,
                coalesce(sum(people * (line_amount * size - expenditure) * (line_amount * size - expenditure))
                    filter (where poor_by_line), 0) as squared_gaps
            from piece where poor_by_line is not null group by part, line_amount, size
            """, LineSum.class);
    }

    /** Those of whom all deprivations are known: by kind, where a topic is given, and all together. */
    List<ScoreSum> scores(Scope scope, @Nullable Topic by) {
        return list(scope, pieces(by) + """
            select part, score_numerator as score, denominator, poor, cast(count(*) as integer) as households,
                cast(sum(people) as integer) as persons
            from piece where poor is not null group by part, score_numerator, denominator, poor
            """, ScoreSum.class);
    }

    /** Those that are deprived of the same; codes of indicators between commas. */
    List<Deprived> deprivations(Scope scope) {
        return list(scope, """
            select array_to_string(deprived, ',') as codes, poor, cast(count(*) as integer) as households,
                cast(sum(size) as integer) as persons
            from measured where poor is not null group by deprived, poor
            """, Deprived.class);
    }

    private <T> List<T> list(Scope scope, String sql, Class<T> row) {
        return session.createNativeQuery(households(scope.poorBy()) + sql, row)
                .setParameter("area", scope.areaCode() + "%")
                .setParameter("day", scope.day())
                .setParameter("set", scope.measuredBy().dimensionSetId())
                .setParameter("from", scope.measuredBy().from())
                .setParameter("to", scope.measuredBy().to())
                .list();
    }

    private static String households(PoorBy poorBy) {
        return """
            with measured as (
                select distinct on (m.household_id) m.*
                from household h
                join poverty_measurement m on m.household_id = h.id
                where h.merged_into is null and h.erased_on is null and h.area_code like :area
                    and m.dimension_set_id = :set and m.superseded_at is null and m.size > 0
                    and m.measured_on between :from and :to
                order by m.household_id, m.measured_on desc, m.id desc),
            house as (
                select h.id, h.area_code, h.decile, h.facts, %s as poor
                from household h left join measured q on q.household_id = h.id
                where h.merged_into is null and h.erased_on is null and h.area_code like :area),
            resident as (
                select h.id as house, m.relation, p.sex, p.education, p.disabled,
                    case when p.birth_date is null
                        then cast(extract(year from cast(:day as date)) as integer) - p.birth_year
                        else cast(extract(year from age(cast(:day as date), p.birth_date)) as integer) end as age
                from house h
                join membership m on m.household_id = h.id and m.until is null and m.struck_at is null
                join person p on p.id = m.person_id
                    and p.died_on is null and p.erased_on is null and p.merged_into is null),
            home as (
                select house, cast(count(*) as integer) as size,
                    max(sex) filter (where relation = 'HEAD') as head_sex,
                    max(education) filter (where relation = 'HEAD') as head_education,
                    %s
                from resident r group by house)
            """.formatted(
                        poorBy.condition(),
                        Stream.of(Topic.values())
                                .flatMap(AreaTallies::kinds)
                                .map(Kind::column)
                                .collect(Collectors.joining(", ")));
    }

    /** Of a measured household all who lived there, and again those of each kind. */
    private static String pieces(@Nullable Topic by) {
        var kinds = by == null
                ? ""
                : switch (by.of()) {
                    case HOUSEHOLD -> """
            union all
            select coalesce(%s, 'UNKNOWN'), q.size, q.size, q.line_amount, q.expenditure, q.poor_by_line, q.poor,
                q.score_numerator, q.denominator
            from measured q join house h on h.id = q.household_id left join home m on m.house = h.id
            """.formatted(by.expression());
                    case PERSON -> """
            union all
            select coalesce(%s, 'UNKNOWN') as part, cast(count(*) as integer), q.size, q.line_amount, q.expenditure,
                q.poor_by_line, q.poor, q.score_numerator, q.denominator
            from measured q join poverty_measurement_member r on r.measurement_id = q.id
            group by q.id, part, q.size, q.line_amount, q.expenditure, q.poor_by_line, q.poor, q.score_numerator,
                q.denominator
            """.formatted(by.expression());
                };
        return """
            , piece as (
                select 'ALL' as part, size as people, size, line_amount, expenditure, poor_by_line, poor,
                    score_numerator, denominator
                from measured
            %s)
            """.formatted(kinds);
    }

    private static Stream<String> values(Topic topic) {
        return switch (topic.of()) {
            case HOUSEHOLD -> Stream.of("('" + topic + "', " + topic.expression() + ", coalesce(m.size, 0))");
            case PERSON -> kinds(topic).map(Kind::value);
        };
    }

    /** Of a topic of people; the last is for those of whom nobody knows it. */
    private static Stream<Kind> kinds(Topic topic) {
        return switch (topic.of()) {
            case HOUSEHOLD -> Stream.of();
            case PERSON -> IntStream.rangeClosed(0, topic.order().size()).mapToObj(place -> new Kind(topic, place));
        };
    }

    /** Members of one kind are counted while the household is put together: twice as fast as to count households of members. */
    private record Kind(Topic topic, int place) {
        private String name() {
            return topic.name().toLowerCase(Locale.ROOT) + "_" + place;
        }

        private @Nullable String code() {
            return place < topic.order().size() ? topic.order().get(place) : null;
        }

        String column() {
            var condition = code() == null ? "is null" : "= '" + code() + "'";
            return "nullif(count(*) filter (where (" + topic.expression() + ") " + condition + "), 0) as " + name();
        }

        String value() {
            return "('" + topic + "', " + (code() == null ? "null" : "'" + code() + "'") + ", m." + name() + ")";
        }
    }
}
