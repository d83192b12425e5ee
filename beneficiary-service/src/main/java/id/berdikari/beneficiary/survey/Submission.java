package id.berdikari.beneficiary.survey;

import id.berdikari.beneficiary.instrument.Answers;
import id.berdikari.beneficiary.instrument.Score;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One survey as it stands; a change answers what stood there before. */
@Entity
@Table(name = "survey_submission")
class Submission {

    /** What a survey says, apart from where it came from. */
    record Content(UUID instrumentId, LocalDate surveyedOn, Answers answers) {}

    /** Who wrote it down and when. */
    record Recording(String by, Instant at) {}

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID instrumentId;

    @Enumerated(EnumType.STRING)
    private SubjectType subjectType;

    private UUID subjectId;
    private String areaCode;
    private LocalDate surveyedOn;
    private String surveyor;

    @Enumerated(EnumType.STRING)
    private Provenance.Source source;

    private @Nullable String sourceKey;
    private @Nullable String sourceInstance;
    private @Nullable Integer sourceEdits;
    private @Nullable Instant sourceUpdatedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, Object> answers;

    private byte @Nullable [] texts;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Score> scores;

    private String recordedBy;
    private Instant recordedAt;

    Submission() {}

    Submission(
            Subject subject,
            String areaCode,
            String surveyor,
            Provenance provenance,
            Content content,
            Recording recording,
            TextVault vault) {
        this.id = Identifiers.next();
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.areaCode = areaCode;
        this.surveyor = surveyor;
        this.source = provenance.source();
        this.sourceKey = provenance.key();
        keep(provenance, content, recording, vault);
    }

    /** Changes what it says; answers what it said before. */
    Revision revise(Provenance provenance, Content content, Recording recording, TextVault vault) {
        var before = new Revision(this);
        keep(provenance, content, recording, vault);
        return before;
    }

    boolean says(Content content, TextVault vault) {
        return instrumentId.equals(content.instrumentId())
                && surveyedOn.equals(content.surveyedOn())
                && texts(vault).equals(content.answers().texts())
                && vault.written(answers).equals(vault.written(content.answers().coded()));
    }

    boolean isAbout(Subject subject) {
        return subjectType == subject.type() && subjectId.equals(subject.id());
    }

    SurveyState state() {
        return new SurveyState(id, instrumentId, subjectType, subjectId, areaCode, surveyedOn, answers);
    }

    Provenance provenance() {
        return new Provenance(source, sourceKey, sourceInstance, sourceEdits, sourceUpdatedAt);
    }

    /** Free text by question; sealed for this survey, so that it opens nowhere else. */
    Map<String, String> texts(TextVault vault) {
        return texts == null ? Map.of() : vault.open(id, texts);
    }

    void forgetTexts() {
        texts = null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID instrumentId() {
        return instrumentId;
    }

    Subject subject() {
        return new Subject(subjectType, subjectId);
    }

    String areaCode() {
        return areaCode;
    }

    LocalDate surveyedOn() {
        return surveyedOn;
    }

    String surveyor() {
        return surveyor;
    }

    Map<String, Object> answers() {
        return answers;
    }

    byte @Nullable [] sealedTexts() {
        return texts;
    }

    List<Score> scores() {
        return scores;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    private void keep(Provenance provenance, Content content, Recording recording, TextVault vault) {
        instrumentId = content.instrumentId();
        surveyedOn = content.surveyedOn();
        sourceInstance = provenance.instance();
        sourceEdits = provenance.edits();
        sourceUpdatedAt = provenance.updatedAt();
        answers = content.answers().coded();
        texts = content.answers().texts().isEmpty()
                ? null
                : vault.seal(id, content.answers().texts());
        scores = content.answers().scores();
        recordedBy = recording.by();
        recordedAt = recording.at();
    }
}
