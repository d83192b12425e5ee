package id.berdikari.beneficiary.eligibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** What screenings found, as far as it lies in the caller's areas. */
@ApplicationScoped
class ScreeningResults {

    /** Against the criteria compared with. */
    @Schema(name = "ScreeningChange")
    enum Change {
        ENTERS("outcome = 'MEETS' and earlier_outcome <> 'MEETS'"),
        LEAVES("outcome <> 'MEETS' and earlier_outcome = 'MEETS'"),
        STAYS("outcome = 'MEETS' and earlier_outcome = 'MEETS'");

        private final String condition;

        Change(String condition) {
            this.condition = condition;
        }
    }

    record Filter(
            @Nullable String areaCode,
            @Nullable Outcome outcome,
            @Nullable Integer minimumScore,
            @Nullable Change change) {}

    /** How many households of an area, or of all where it has no code, fared how. */
    record Tally(
            @Nullable String areaCode, int households, int meets, int fails, int unknown, int enters, int leaves) {}

    /** How many of a cell are eligible by the reference, selected, and both. */
    record Cell(@Nullable String part, int population, int eligible, int selected, int reached) {}

    /** By what a simulation is broken down; the expression gives the name of the part. */
    @Schema(name = "SimulationGrouping")
    enum Grouping {
        NONE("cast(null as text)"),
        HEAD_SEX("head_sex"),
        LIVELIHOOD("livelihood"),
        DISABILITY("case disabled when true then 'DISABLED_MEMBER' when false then 'NO_DISABLED_MEMBER' end"),
        PROVINCE("left(area_code, 2)"),
        REGENCY("left(area_code, 5)"),
        DISTRICT("left(area_code, 8)"),
        VILLAGE("area_code");

        private final String expression;

        Grouping(String expression) {
            this.expression = expression;
        }
    }

    private final Session session;
    private final ObjectMapper json;
    private final Caller caller;

    ScreeningResults(Session session, ObjectMapper json, Caller caller) {
        this.session = session;
        this.json = json;
        this.caller = caller;
    }

    void insert(UUID screening, List<Screened> results) {
        session.createNativeMutationQuery("""
                        insert into screening_result (screening_id, household_id, area_code, decile, head_sex, livelihood,
                            disabled, outcome, score, possible_score, verdicts, earlier_outcome, earlier_score)
                        select :screening, r."householdId", r."areaCode", r.decile, r."headSex", r.livelihood, r.disabled,
                            r.outcome, r.score, r."possibleScore", r.verdicts, r."earlierOutcome", r."earlierScore"
                        from jsonb_to_recordset(cast(:results as jsonb)) as r (
                            "householdId" uuid, "areaCode" text, decile integer, "headSex" text, livelihood text,
                            disabled boolean, outcome text, score integer, "possibleScore" integer, verdicts text,
                            "earlierOutcome" text, "earlierScore" integer)
                        """)
                .setParameter("screening", screening)
                .setParameter("results", text(results))
                .executeUpdate();
    }

    /** The highest scores first. */
    List<Screened> list(UUID screening, Filter filter, Keyset keyset) {
        Map<String, Object> values = new HashMap<>();
        var sql = new StringBuilder(
                "select household_id, area_code, decile, head_sex, livelihood, disabled, outcome, score,"
                        + " possible_score, verdicts, earlier_outcome, earlier_score from screening_result where ");
        narrow(sql, values, screening, filter);
        if (!keyset.after().isEmpty()) {
            var rank = keyset.after().split("/", 2);
            sql.append(" and (score < :score or (score = :score and household_id > :household))");
            values.put("score", Integer.valueOf(rank[0]));
            values.put("household", UUID.fromString(rank[1]));
        }
        return bound(session.createNativeQuery(sql + " order by score desc, household_id", Screened.class), values)
                .setMaxResults(keyset.fetch())
                .list();
    }

    List<Tally> tallies(UUID screening, @Nullable String areaCode, Grouping level) {
        Map<String, Object> values = new HashMap<>();
        var sql = new StringBuilder("select " + level.expression + " as area_code," + counted("true", "households")
                + counted("outcome = 'MEETS'", "meets") + counted("outcome = 'FAILS'", "fails")
                + counted("outcome = 'UNKNOWN'", "unknown") + counted(Change.ENTERS.condition, "enters")
                + counted(Change.LEAVES.condition, "leaves"));
        sql.setLength(sql.length() - 1);
        sql.append(" from screening_result where ");
        narrow(sql, values, screening, new Filter(areaCode, null, null, null));
        return bound(session.createNativeQuery(sql + " group by 1 order by 1", Tally.class), values)
                .list();
    }

    /** Only households of a known decile: of the others nobody can say whether they are eligible. */
    List<Cell> cells(UUID screening, @Nullable String areaCode, Selection selection, int referenceDecile, Grouping by) {
        Map<String, Object> values = new HashMap<>();
        values.put("reference", referenceDecile);
        var selected = selection.condition(values);
        var sql = new StringBuilder("select " + by.expression + " as part," + counted("true", "population")
                + counted("decile <= :reference", "eligible") + counted(selected, "selected")
                + counted("decile <= :reference and " + selected, "reached"));
        sql.setLength(sql.length() - 1);
        sql.append(" from screening_result where decile is not null and ");
        narrow(sql, values, screening, new Filter(areaCode, null, null, null));
        return bound(session.createNativeQuery(sql + " group by 1 order by 1", Cell.class), values)
                .list();
    }

    int withoutDecile(UUID screening, @Nullable String areaCode) {
        Map<String, Object> values = new HashMap<>();
        var sql = new StringBuilder("select cast(count(*) as integer) from screening_result where decile is null and ");
        narrow(sql, values, screening, new Filter(areaCode, null, null, null));
        return bound(session.createNativeQuery(sql.toString(), Integer.class), values)
                .getSingleResult();
    }

    private void narrow(StringBuilder sql, Map<String, Object> values, UUID screening, Filter filter) {
        sql.append("screening_id = :screening and area_code like any(:scope)");
        values.put("screening", screening);
        values.put("scope", caller.areas().patterns());
        if (filter.areaCode() != null) {
            sql.append(" and area_code like :area");
            values.put("area", filter.areaCode() + "%");
        }
        if (filter.outcome() != null) {
            sql.append(" and outcome = :outcome");
            values.put("outcome", filter.outcome().name());
        }
        if (filter.minimumScore() != null) {
            sql.append(" and score >= :minimumScore");
            values.put("minimumScore", filter.minimumScore());
        }
        if (filter.change() != null) {
            sql.append(" and ").append(filter.change().condition);
        }
    }

    private static String counted(String condition, String name) {
        return " cast(count(*) filter (where " + condition + ") as integer) as " + name + ",";
    }

    private static <T> NativeQuery<T> bound(NativeQuery<T> query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }

    private String text(List<Screened> results) {
        try {
            return json.writeValueAsString(results);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a result cannot be written as JSON", impossible);
        }
    }
}
