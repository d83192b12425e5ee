package id.berdikari.beneficiary.instrument;

import static id.berdikari.beneficiary.instrument.InstrumentProblem.INSTRUMENT_NOT_PUBLISHED;
import static id.berdikari.beneficiary.instrument.InstrumentProblem.INSTRUMENT_PUBLISHED;

import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.security.FourEyes;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a questionnaire. Once published it never changes, so that answers keep their meaning. */
@Entity
@Table(name = "survey_instrument")
class Instrument {

    @Schema(name = "InstrumentStatus")
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

    @JdbcTypeCode(SqlTypes.JSON)
    private Definition definition;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> drafters;

    private @Nullable String publishedBy;
    private @Nullable LocalDate publishedOn;
    private @Nullable LocalDate retiredOn;

    Instrument() {}

    Instrument(String code, int number, Definition definition, String drafter) {
        this.id = Identifiers.next();
        this.code = code;
        this.number = number;
        this.status = Status.DRAFT;
        this.definition = definition;
        this.drafters = List.of(drafter);
    }

    void rewrite(Definition rewritten, String drafter) {
        if (status != Status.DRAFT) {
            throw INSTRUMENT_PUBLISHED.refused();
        }
        definition = rewritten;
        var everybody = new TreeSet<>(drafters);
        everybody.add(drafter);
        drafters = List.copyOf(everybody);
    }

    void publish(String publisher, LocalDate on) {
        if (status != Status.DRAFT) {
            throw INSTRUMENT_PUBLISHED.refused();
        }
        FourEyes.require(publisher, drafters);
        status = Status.PUBLISHED;
        publishedBy = publisher;
        publishedOn = on;
    }

    void retire(LocalDate on) {
        if (status != Status.PUBLISHED) {
            throw INSTRUMENT_NOT_PUBLISHED.refused();
        }
        status = Status.RETIRED;
        retiredOn = on;
    }

    /** Whether somebody may have been asked with it on a day; surveys come late from where there is no network. */
    boolean isUsableOn(LocalDate day) {
        return switch (status) {
            case DRAFT -> false;
            case PUBLISHED -> true;
            case RETIRED -> retiredOn != null && !day.isAfter(retiredOn);
        };
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

    Definition definition() {
        return definition;
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
