package id.berdikari.beneficiary.eligibility;

import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Criteria held against all households of an area, batch by batch in the order of their ids, so that it can go on where it stopped. */
@Entity
class Screening {

    @Schema(name = "ScreeningStatus")
    enum Status {
        RUNNING,
        DONE,
        FAILED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID criteriaId;
    private @Nullable UUID comparedWith;

    /** As it stood at the start: a draft may be rewritten meanwhile. */
    @JdbcTypeCode(SqlTypes.JSON)
    private CriteriaContent content;

    private String areaCode;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> scope;

    private LocalDate asOf;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable String problem;
    private @Nullable UUID reached;
    private int judged;
    private int expected;
    private String startedBy;
    private Instant startedAt;
    private @Nullable Instant endedAt;

    Screening() {}

    Screening(
            CriteriaSet criteria,
            @Nullable UUID comparedWith,
            String areaCode,
            List<String> scope,
            LocalDate asOf,
            int expected,
            String startedBy,
            Instant startedAt) {
        this.id = Identifiers.next();
        this.criteriaId = criteria.id();
        this.content = criteria.content();
        this.comparedWith = comparedWith;
        this.areaCode = areaCode;
        this.scope = scope;
        this.asOf = asOf;
        this.status = Status.RUNNING;
        this.expected = expected;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
    }

    void advance(UUID last, int households) {
        reached = last;
        judged += households;
    }

    void finish(Instant at) {
        status = Status.DONE;
        endedAt = at;
    }

    void fail(String code, Instant at) {
        status = Status.FAILED;
        problem = code;
        endedAt = at;
    }

    void requireDone() {
        if (status != Status.DONE) {
            throw CriteriaProblem.RUN_NOT_DONE.refused();
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID criteriaId() {
        return criteriaId;
    }

    @Nullable
    UUID comparedWith() {
        return comparedWith;
    }

    CriteriaContent content() {
        return content;
    }

    String areaCode() {
        return areaCode;
    }

    List<String> scope() {
        return scope;
    }

    LocalDate asOf() {
        return asOf;
    }

    Status status() {
        return status;
    }

    @Nullable
    String problem() {
        return problem;
    }

    @Nullable
    UUID reached() {
        return reached;
    }

    int judged() {
        return judged;
    }

    int expected() {
        return expected;
    }

    String startedBy() {
        return startedBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
