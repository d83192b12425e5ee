package id.berdikari.beneficiary.survey;

import id.berdikari.beneficiary.instrument.Score;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a survey said before a change. */
@Entity
@Table(name = "survey_revision")
class Revision {

    @Id
    private UUID id;

    private UUID submissionId;
    private UUID instrumentId;
    private LocalDate surveyedOn;
    private @Nullable String sourceInstance;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> answers;

    private byte @Nullable [] texts;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Score> scores;

    private String recordedBy;
    private Instant recordedAt;

    Revision() {}

    Revision(Submission before) {
        this.id = Identifiers.next();
        this.submissionId = before.id();
        this.instrumentId = before.instrumentId();
        this.surveyedOn = before.surveyedOn();
        this.sourceInstance = before.provenance().instance();
        this.answers = before.answers();
        this.texts = before.sealedTexts();
        this.scores = before.scores();
        this.recordedBy = before.recordedBy();
        this.recordedAt = before.recordedAt();
    }
}
