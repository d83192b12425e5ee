package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Dwelling;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** People who live and cook together; carries what stands now, its revisions what stood before, memberships who lives there. */
@Entity
class Household implements HouseholdState {

    @Schema(name = "HouseholdStatus")
    enum Status {
        ACTIVE,
        MERGED
    }

    static final String DWELLING = "household";
    private static final int DISTRICT_LENGTH = "33.02.27".length();

    @Id
    private UUID id;

    @Version
    private long version;

    private String areaCode;
    private byte @Nullable [] dwelling;
    private @Nullable String kkIndex;

    @JdbcTypeCode(SqlTypes.JSON)
    private HouseholdFacts facts;

    private @Nullable Integer decile;
    private @Nullable UUID splitFrom;
    private @Nullable UUID mergedInto;
    private @Nullable LocalDate mergedOn;
    private LocalDate since;
    private String recordedBy;
    private Instant recordedAt;
    private Instant updatedAt;
    private @Nullable LocalDate erasedOn;

    Household() {}

    Household(
            HouseholdRecord known,
            LocalDate since,
            @Nullable UUID splitFrom,
            Recording recording,
            IdentityVault vault) {
        this.id = Identifiers.next();
        this.since = since;
        this.splitFrom = splitFrom;
        this.recordedBy = recording.by();
        this.recordedAt = recording.at();
        this.updatedAt = recording.at();
        keep(known, vault);
    }

    /** Writes down what holds from a day on or, without a day, what should hold since the last one; answers what stood before. */
    HouseholdRevision revise(
            HouseholdRecord known, @Nullable LocalDate from, Recording recording, IdentityVault vault) {
        requireActive();
        var before = new HouseholdRevision(this, Objects.requireNonNull(dwelling));
        if (from != null) {
            since = from;
        }
        recordedBy = recording.by();
        recordedAt = recording.at();
        updatedAt = recording.at();
        keep(known, vault);
        return before;
    }

    /** Its members changed: a new version, so that nobody changes what they have not seen. */
    void touch(Recording recording) {
        requireActive();
        updatedAt = recording.at();
    }

    void mergeInto(UUID survivor, LocalDate day, Recording recording) {
        requireActive();
        mergedInto = survivor;
        mergedOn = day;
        updatedAt = recording.at();
    }

    void requireActive() {
        if (mergedInto != null || erasedOn != null) {
            throw RegistryProblem.HOUSEHOLD_MERGED.refused();
        }
    }

    /** Forgets which household it was; where in the district it stood, and on what it lived, stays. */
    void erase(LocalDate day, Instant at) {
        areaCode = areaCode.substring(0, DISTRICT_LENGTH);
        dwelling = null;
        kkIndex = null;
        erasedOn = day;
        updatedAt = at;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
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
    public @Nullable Dwelling dwelling(IdentityVault vault) {
        return dwelling == null ? null : vault.openDwelling(DWELLING, id, dwelling);
    }

    Status statusOn(LocalDate day) {
        return mergedOn == null || mergedOn.isAfter(day) ? Status.ACTIVE : Status.MERGED;
    }

    @Nullable
    Integer decile() {
        return decile;
    }

    @Nullable
    UUID splitFrom() {
        return splitFrom;
    }

    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    @Nullable
    LocalDate mergedOn() {
        return mergedOn;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    LocalDate erasedOn() {
        return erasedOn;
    }

    private void keep(HouseholdRecord known, IdentityVault vault) {
        var card = known.dwelling().familyCard();
        areaCode = known.areaCode();
        dwelling = vault.seal(DWELLING, id, known.dwelling());
        kkIndex = card == null ? null : vault.index(card);
        facts = known.facts();
        decile = facts.decile();
    }
}
