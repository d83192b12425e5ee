package id.berdikari.beneficiary.measurement;

import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.money.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody in an area must at least be able to spend in a month; who has less is poor. Never changed, only superseded. */
@Entity
class PovertyLine {

    /**
     * For whom and from when on a line holds.
     *
     * @param areaCode a province or regency; null for the whole country
     * @param settlement null for town and country together
     */
    record Scope(@Nullable String areaCode, @Nullable Settlement settlement, LocalDate validFrom) {}

    @Id
    private UUID id;

    private @Nullable String areaCode;

    @Enumerated(EnumType.STRING)
    private @Nullable Settlement settlement;

    private LocalDate validFrom;
    private BigDecimal amount;
    private String source;
    private String recordedBy;
    private Instant recordedAt;
    private @Nullable UUID supersedes;
    private @Nullable Instant supersededAt;

    PovertyLine() {}

    PovertyLine(Scope scope, Money amount, String source, @Nullable UUID supersedes, String recordedBy, Instant at) {
        this.id = Identifiers.next();
        this.areaCode = scope.areaCode();
        this.settlement = scope.settlement();
        this.validFrom = scope.validFrom();
        this.amount = amount.amount();
        this.source = source;
        this.supersedes = supersedes;
        this.recordedBy = recordedBy;
        this.recordedAt = at;
    }

    void supersede(Instant at) {
        if (supersededAt != null) {
            throw MeasurementProblem.POVERTY_LINE_SUPERSEDED.refused();
        }
        supersededAt = at;
    }

    boolean isFor(Scope scope) {
        return Objects.equals(areaCode, scope.areaCode())
                && settlement == scope.settlement()
                && validFrom.equals(scope.validFrom());
    }

    UUID id() {
        return id;
    }

    @Nullable
    String areaCode() {
        return areaCode;
    }

    @Nullable
    Settlement settlement() {
        return settlement;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    BigDecimal amount() {
        return amount;
    }

    String source() {
        return source;
    }

    @Nullable
    UUID supersedes() {
        return supersedes;
    }

    @Nullable
    Instant supersededAt() {
        return supersededAt;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
