package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Who in the caller's areas fits what is asked for; leaves out who was merged or erased. */
@ApplicationScoped
class SearchedPersons {

    /** Where a case that names somebody stands. */
    @Schema(name = "SearchedCaseStatus")
    enum CaseStatus {
        NOMINATED,
        PRE_SURVEYED,
        SURVEYED,
        DECISION_PROPOSED,
        APPROVED,
        WAITLISTED,
        REJECTED
    }

    /** What a screening said of the household in which somebody lives. */
    @Schema(name = "SearchedOutcome")
    enum Outcome {
        MEETS,
        FAILS,
        UNKNOWN
    }

    record Filter(
            @Nullable String areaCode,
            @Nullable Sex sex,
            @Nullable Integer bornFrom,
            @Nullable Integer bornTo,
            Person.@Nullable Status status,
            @Nullable CaseStatus caseStatus,
            @Nullable UUID screeningId,
            @Nullable Integer minScore,
            @Nullable Outcome outcome) {}

    /** Somebody's identity as it rests. */
    record Sealed(UUID id, byte[] identity) {}

    /** Of one village the index has all in the order of their ids. */
    private static final int VILLAGE_LENGTH = "33.02.27.1001".length();

    private final Session session;
    private final Caller caller;

    SearchedPersons(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    /** In the order of their ids, the newest first. */
    List<UUID> list(Filter filter, Keyset keyset) {
        var sql = new StringBuilder("select p.id from person p where p.id < :before");
        Map<String, Object> values = new HashMap<>();
        values.put("before", keyset.before());
        narrow(sql, values, filter);
        var query = session.createNativeQuery(sql + " order by p.id desc", UUID.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }

    /** Of a few people. */
    List<Sealed> among(Collection<UUID> ids, Filter filter) {
        var sql = new StringBuilder("select p.id, p.identity from person p where p.id = any(cast(:ids as uuid[]))");
        Map<String, Object> values = new HashMap<>();
        values.put("ids", ids.toArray(UUID[]::new));
        narrow(sql, values, filter);
        var query = session.createNativeQuery(sql.toString(), Sealed.class);
        values.forEach(query::setParameter);
        return query.list();
    }

    private void narrow(StringBuilder sql, Map<String, Object> values, Filter filter) {
        sql.append(" and p.merged_into is null and p.erased_on is null and p.area_code like any(:scope)");
        values.put("scope", caller.areas().patterns());
        if (filter.areaCode() != null) {
            var isVillage = filter.areaCode().length() == VILLAGE_LENGTH;
            sql.append(isVillage ? " and p.area_code = :area" : " and p.area_code like :area");
            values.put("area", isVillage ? filter.areaCode() : filter.areaCode() + "%");
        }
        if (filter.sex() != null) {
            sql.append(" and p.sex = :sex");
            values.put("sex", filter.sex().name());
        }
        if (filter.bornFrom() != null) {
            sql.append(" and p.birth_year >= :bornFrom");
            values.put("bornFrom", filter.bornFrom());
        }
        if (filter.bornTo() != null) {
            sql.append(" and p.birth_year <= :bornTo");
            values.put("bornTo", filter.bornTo());
        }
        if (filter.status() != null) {
            sql.append(
                    filter.status() == Person.Status.ALIVE ? " and p.died_on is null" : " and p.died_on is not null");
        }
        if (filter.caseStatus() != null) {
            sql.append(" and p.id in (select n.person_id from nomination n where n.status = :caseStatus"
                    + " and n.person_id is not null and n.area_code like any(:scope))");
            values.put("caseStatus", filter.caseStatus().name());
        }
        if (filter.screeningId() != null) {
            narrowByScore(sql, values, filter);
        }
    }

    private static void narrowByScore(StringBuilder sql, Map<String, Object> values, Filter filter) {
        sql.append(" and exists (select from membership m join screening_result r on r.household_id = m.household_id"
                + " where m.person_id = p.id and m.until is null and m.struck_at is null"
                + " and r.screening_id = :screening");
        values.put("screening", filter.screeningId());
        if (filter.minScore() != null) {
            sql.append(" and r.score >= :minScore");
            values.put("minScore", filter.minScore());
        }
        if (filter.outcome() != null) {
            sql.append(" and r.outcome = :outcome");
            values.put("outcome", filter.outcome().name());
        }
        sql.append(")");
    }
}
