package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.measure.GivenNumber;
import id.berdikari.beneficiary.measure.Range;
import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Finds by which sets of dimensions the households of an area were measured, in which years, and what these sets say. */
@ApplicationScoped
class MeasuredSets {

    /** A set, with its name in both languages. */
    record Described(String indonesian, String english, String cutoff) {}

    /** An indicator of a set, with its name in both languages. */
    record DescribedIndicator(String code, String dimension, String weight, String indonesian, String english) {
        /** Its weight. */
        Fraction share() {
            return new GivenNumber(weight).fraction("/weight", Range.NOT_NEGATIVE);
        }
    }

    private final Session session;

    MeasuredSets(Session session) {
        this.session = session;
    }

    /** By the set and in the year asked for, else in the last year, by the set that most households were measured by. */
    MeasuredBy choose(String areaCode, @Nullable String code, @Nullable Integer year, int thisYear) {
        if (code != null && !isKnown(code)) {
            throw FieldProblem.at("dimensionSet", "dimension-set-unknown");
        }
        var measured = session.createNativeQuery("""
                        select s.id as dimension_set_id, s.code as code, s.number as number,
                            cast(extract(year from m.measured_on) as integer) as year,
                            cast(count(distinct m.household_id) as integer) as households
                        from household h
                        join poverty_measurement m on m.household_id = h.id and m.superseded_at is null and m.size > 0
                        join dimension_set s on s.id = m.dimension_set_id
                        where h.merged_into is null and h.erased_on is null and h.area_code like :area
                        group by s.id, year
                        """, MeasuredBy.class)
                .setParameter("area", areaCode + "%")
                .list();
        return measured.stream()
                .filter(each -> code == null || each.code().equals(code))
                .filter(each -> year == null || each.year() == year)
                .max(Comparator.comparingInt(MeasuredBy::year)
                        .thenComparingInt(MeasuredBy::households)
                        .thenComparingInt(MeasuredBy::number))
                .orElse(MeasuredBy.nothing(year == null ? thisYear : year));
    }

    Described described(MeasuredBy by) {
        return session.createNativeQuery("""
                        select content #>> '{title,id}' as indonesian, content #>> '{title,en}' as english,
                            content ->> 'cutoff' as cutoff
                        from dimension_set where id = :set
                        """, Described.class)
                .setParameter("set", by.dimensionSetId())
                .getSingleResult();
    }

    /** In the order of the set. */
    List<DescribedIndicator> indicators(MeasuredBy by) {
        return session.createNativeQuery("""
                        select i.value ->> 'code' as code, i.value ->> 'dimension' as dimension,
                            i.value ->> 'weight' as weight, i.value #>> '{title,id}' as indonesian,
                            i.value #>> '{title,en}' as english
                        from dimension_set s
                        cross join lateral jsonb_array_elements(s.content -> 'indicators') with ordinality i (value, place)
                        where s.id = :set order by i.place
                        """, DescribedIndicator.class)
                .setParameter("set", by.dimensionSetId())
                .list();
    }

    private boolean isKnown(String code) {
        return session.createNativeQuery(
                        "select exists (select from dimension_set where code = :code and status <> 'DRAFT')",
                        Boolean.class)
                .setParameter("code", code)
                .getSingleResult();
    }
}
