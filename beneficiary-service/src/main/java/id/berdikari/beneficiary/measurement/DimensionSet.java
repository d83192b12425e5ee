package id.berdikari.beneficiary.measurement;

import static id.berdikari.beneficiary.measurement.MeasurementProblem.DIMENSION_SET_NOT_PUBLISHED;
import static id.berdikari.beneficiary.measurement.MeasurementProblem.DIMENSION_SET_PUBLISHED;

import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.security.FourEyes;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a set of dimensions, for one version of a questionnaire. Once published it never changes. */
@Entity
class DimensionSet {

    @Schema(name = "DimensionSetStatus")
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
    private int number;

    @Enumerated(EnumType.STRING)
    private Status status;

    private UUID instrumentId;

    @JdbcTypeCode(SqlTypes.JSON)
    private DimensionContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> drafters;

    private @Nullable String publishedBy;
    private @Nullable LocalDate publishedOn;
    private @Nullable LocalDate retiredOn;

    DimensionSet() {}

    DimensionSet(String code, int number, UUID instrumentId, DimensionContent content, String drafter) {
        this.id = Identifiers.next();
        this.code = code;
        this.number = number;
        this.status = Status.DRAFT;
        this.instrumentId = instrumentId;
        this.content = content;
        this.drafters = List.of(drafter);
    }

    void rewrite(UUID readsInstrument, DimensionContent rewritten, String drafter) {
        requireDraft();
        instrumentId = readsInstrument;
        content = rewritten;
        drafters =
                Stream.concat(drafters.stream(), Stream.of(drafter)).distinct().toList();
    }

    void publish(String publisher, LocalDate on) {
        requireDraft();
        FourEyes.require(publisher, drafters);
        status = Status.PUBLISHED;
        publishedBy = publisher;
        publishedOn = on;
    }

    void retire(LocalDate on) {
        requirePublished();
        status = Status.RETIRED;
        retiredOn = on;
    }

    void requirePublished() {
        if (status != Status.PUBLISHED) {
            throw DIMENSION_SET_NOT_PUBLISHED.refused();
        }
    }

    private void requireDraft() {
        if (status != Status.DRAFT) {
            throw DIMENSION_SET_PUBLISHED.refused();
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

    int number() {
        return number;
    }

    Status status() {
        return status;
    }

    UUID instrumentId() {
        return instrumentId;
    }

    DimensionContent content() {
        return content;
    }

    List<String> drafters() {
        return drafters;
    }

    @Nullable
    String publishedBy() {
        return publishedBy;
    }

    @Nullable
    LocalDate publishedOn() {
        return publishedOn;
    }

    @Nullable
    LocalDate retiredOn() {
        return retiredOn;
    }
}
