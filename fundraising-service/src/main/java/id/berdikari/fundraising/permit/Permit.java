package id.berdikari.fundraising.permit;

import id.berdikari.kit.problem.FieldProblem;
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

/** Valid for at most three months, and one more by extension (Kemensos, izin PUB). */
@Entity
class Permit {

    private static final int MAX_MONTHS = 3;
    private static final int MAX_EXTENSION_MONTHS = 1;

    @Schema(name = "PermitKind")
    enum Kind {
        GENERAL,
        DISASTER
    }

    @Schema(name = "PermitStatus")
    enum Status {
        UPCOMING,
        VALID,
        EXPIRED
    }

    @Id
    private UUID id;

    private String number;
    private String authority;
    private List<String> scopeAreaCodes;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private LocalDate validFrom;
    private LocalDate validTo;

    /** Where the validity ended before any extension. */
    private LocalDate grantedTo;

    private Instant recordedAt;

    @Version
    private long version;

    protected Permit() {}

    Permit(
            UUID id,
            String number,
            String authority,
            List<String> scopeAreaCodes,
            Kind kind,
            LocalDate validFrom,
            LocalDate validTo,
            Instant recordedAt) {
        if (validTo.isBefore(validFrom)) {
            throw FieldProblem.at("/validTo", "ends-before-it-begins");
        }
        if (validTo.isAfter(validFrom.plusMonths(MAX_MONTHS))) {
            throw FieldProblem.at("/validTo", "permit-too-long", MAX_MONTHS);
        }
        this.id = id;
        this.number = number;
        this.authority = authority;
        this.scopeAreaCodes = List.copyOf(scopeAreaCodes);
        this.kind = kind;
        this.validFrom = validFrom;
        this.validTo = validTo;
        this.grantedTo = validTo;
        this.recordedAt = recordedAt;
    }

    void extendTo(LocalDate until) {
        if (!until.isAfter(validTo)) {
            throw FieldProblem.at("/validTo", "extension-ends-earlier");
        }
        if (until.isAfter(grantedTo.plusMonths(MAX_EXTENSION_MONTHS))) {
            throw FieldProblem.at("/validTo", "extension-too-long", MAX_EXTENSION_MONTHS);
        }
        validTo = until;
    }

    PermitTerms terms() {
        return new PermitTerms(id, validFrom, validTo, scopeAreaCodes);
    }

    Status status(LocalDate today) {
        if (today.isBefore(validFrom)) {
            return Status.UPCOMING;
        }
        return today.isAfter(validTo) ? Status.EXPIRED : Status.VALID;
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    String authority() {
        return authority;
    }

    List<String> scopeAreaCodes() {
        return List.copyOf(scopeAreaCodes);
    }

    Kind kind() {
        return kind;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    LocalDate validTo() {
        return validTo;
    }

    long version() {
        return version;
    }
}
