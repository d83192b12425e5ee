package id.berdikari.beneficiary.survey;

import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Answers only surveys in the caller's areas, but finds keys wherever they are: they are unique everywhere. */
@ApplicationScoped
class Submissions implements PanacheRepositoryBase<Submission, UUID> {

    record Filter(
            @Nullable UUID instrumentId,
            @Nullable SubjectType subjectType,
            @Nullable UUID subjectId,
            @Nullable String areaCode) {}

    private static final UUID FIRST = new UUID(0, 0);

    private final Session session;
    private final Caller caller;

    Submissions(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    Submission get(UUID id) {
        return reachable(findById(id));
    }

    Submission lock(UUID id) {
        return reachable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The survey that had one of some ids from the beginning, or has it as its last edit. */
    Optional<Submission> withKey(List<String> ids) {
        return find("sourceKey in ?1 or sourceInstance in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The survey that an edit belonged to which was replaced since. */
    Optional<Submission> onceWith(String instance) {
        return session.createNativeQuery("""
                        select s.* from survey_submission s
                        join survey_revision r on r.submission_id = s.id where r.source_instance = :instance
                        """, Submission.class)
                .setParameter("instance", instance)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    void keep(Revision revision) {
        session.persist(revision);
    }

    /** One import of an instrument's surveys waits for the other. */
    void takeTurn(UUID instrumentId) {
        session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('survey-import/' || :instrument, 0))",
                        Integer.class)
                .setParameter("instrument", instrumentId.toString())
                .getSingleResult();
    }

    /** Writes what is pending and watches it no longer: each query looks whether anything watched has changed. */
    void letGo() {
        session.flush();
        session.clear();
    }

    List<Submission> list(Filter filter, Keyset keyset) {
        var sql =
                new StringBuilder("select * from survey_submission where id < :before and area_code like any(:scope)");
        Map<String, Object> values = new HashMap<>();
        values.put("before", keyset.before());
        values.put("scope", caller.areas().patterns());
        if (filter.instrumentId() != null) {
            sql.append(" and instrument_id = :instrument");
            values.put("instrument", filter.instrumentId());
        }
        if (filter.subjectType() != null) {
            sql.append(" and subject_type = :subjectType");
            values.put("subjectType", filter.subjectType().name());
        }
        if (filter.subjectId() != null) {
            sql.append(" and subject_id = :subjectId");
            values.put("subjectId", filter.subjectId());
        }
        if (filter.areaCode() != null) {
            sql.append(" and area_code like :area");
            values.put("area", filter.areaCode() + "%");
        }
        var query = session.createNativeQuery(sql + " order by id desc", Submission.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }

    int count(UUID instrumentId, SubjectType type) {
        return Math.toIntExact(count("instrumentId = ?1 and subjectType = ?2", instrumentId, type));
    }

    List<Submission> lockAfter(UUID instrumentId, SubjectType type, @Nullable UUID reached, int most) {
        return session.createNativeQuery("""
                        select * from survey_submission
                        where instrument_id = :instrument and subject_type = :type and id > :reached
                        order by id limit :most
                        for update
                        """, Submission.class)
                .setParameter("instrument", instrumentId)
                .setParameter("type", type.name())
                .setParameter("reached", reached == null ? FIRST : reached)
                .setParameter("most", most)
                .list();
    }

    /** Forgets the free text of all surveys about a subject, also what stood there before. */
    void forgetTexts(Subject subject) {
        list("subjectType = ?1 and subjectId = ?2", subject.type(), subject.id())
                .forEach(Submission::forgetTexts);
        session.createNativeMutationQuery("""
                        update survey_revision set texts = null where submission_id in (
                            select id from survey_submission where subject_type = :type and subject_id = :id)
                        """)
                .setParameter("type", subject.type().name())
                .setParameter("id", subject.id())
                .executeUpdate();
    }

    /** A survey that may not be there, or not for the caller. */
    Optional<Submission> reach(UUID id) {
        return findByIdOptional(id).filter(survey -> caller.areas().reaches(survey.areaCode()));
    }

    private Submission reachable(@Nullable Submission submission) {
        if (submission == null) {
            throw KitProblem.NOT_FOUND.refused();
        }
        caller.reach(submission.areaCode());
        return submission;
    }
}
