package id.berdikari.beneficiary.eligibility;

import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.security.FourEyes;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One edition of named criteria: written as a draft, never changed once it is published. */
@Entity
class CriteriaSet {

    @Schema(name = "CriteriaStatus")
    enum Status {
        DRAFT,
        PUBLISHED,
        RETIRED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private String code;
    private int edition;

    @Enumerated(EnumType.STRING)
    private Status status;

    @JdbcTypeCode(SqlTypes.JSON)
    private CriteriaContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> drafters;

    private Instant draftedAt;
    private @Nullable String publishedBy;
    private @Nullable Instant publishedAt;
    private @Nullable Instant retiredAt;

    CriteriaSet() {}

    CriteriaSet(String code, int edition, CriteriaContent content, String drafter, Instant at) {
        this.id = Identifiers.next();
        this.code = code;
        this.edition = edition;
        this.status = Status.DRAFT;
        this.content = content.checked();
        this.drafters = List.of(drafter);
        this.draftedAt = at;
    }

    void rewrite(CriteriaContent changed, String drafter, Instant at) {
        requireDraft();
        content = changed.checked();
        drafters =
                Stream.concat(drafters.stream(), Stream.of(drafter)).distinct().toList();
        draftedAt = at;
    }

    /** By somebody who did not write on it. */
    void publish(String publisher, Instant at) {
        requireDraft();
        FourEyes.require(publisher, drafters);
        status = Status.PUBLISHED;
        publishedBy = publisher;
        publishedAt = at;
    }

    void retire(Instant at) {
        if (status != Status.PUBLISHED) {
            throw CriteriaProblem.CRITERIA_NOT_PUBLISHED.refused();
        }
        status = Status.RETIRED;
        retiredAt = at;
    }

    private void requireDraft() {
        switch (status) {
            case PUBLISHED -> throw CriteriaProblem.CRITERIA_PUBLISHED.refused();
            case RETIRED -> throw CriteriaProblem.CRITERIA_RETIRED.refused();
            case DRAFT -> {}
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String code() {
        return code;
    }

    int edition() {
        return edition;
    }

    Status status() {
        return status;
    }

    CriteriaContent content() {
        return content;
    }

    List<String> drafters() {
        return drafters;
    }

    Instant draftedAt() {
        return draftedAt;
    }

    @Nullable
    String publishedBy() {
        return publishedBy;
    }

    @Nullable
    Instant publishedAt() {
        return publishedAt;
    }

    @Nullable
    Instant retiredAt() {
        return retiredAt;
    }
}
