package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Dwelling;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What stood in a household's record before it was revised; never changed, erased with the household. */
@Entity
class HouseholdRevision implements HouseholdState {

    @Id
    private UUID id;

    private UUID householdId;
    private LocalDate since;
    private String recordedBy;
    private Instant recordedAt;
    private String areaCode;
    private byte[] dwelling;

    @JdbcTypeCode(SqlTypes.JSON)
    private HouseholdFacts facts;

    HouseholdRevision() {}

    HouseholdRevision(Household household, byte[] dwelling) {
        this.id = Identifiers.next();
        this.householdId = household.id();
        this.since = household.since();
        this.recordedBy = household.recording().by();
        this.recordedAt = household.recording().at();
        this.areaCode = household.areaCode();
        this.dwelling = dwelling.clone();
        this.facts = household.facts();
    }

    @Override
    public LocalDate since() {
        return since;
    }

    @Override
    public Recording recording() {
        return new Recording(recordedBy, recordedAt);
    }

    @Override
    public String areaCode() {
        return areaCode;
    }

    @Override
    public HouseholdFacts facts() {
        return facts;
    }

    @Override
    public Dwelling dwelling(IdentityVault vault) {
        return vault.openDwelling(Household.DWELLING, householdId, dwelling);
    }
}
