package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody of whom we know, alive or dead; carries what stands now, its revisions what stood before. */
@Entity
class Person implements PersonState {

    @Schema(name = "PersonStatus")
    enum Status {
        ALIVE,
        DECEASED
    }

    static final String IDENTITY = "person";
    private static final int DISTRICT_LENGTH = "33.02.27".length();

    @Id
    private UUID id;

    @Version
    private long version;

    private String areaCode;
    private byte @Nullable [] identity;
    private @Nullable String nikIndex;

    @Embedded
    private PersonFacts facts;

    private @Nullable Boolean disabled;
    private @Nullable LocalDate diedOn;
    private @Nullable UUID caseId;
    private @Nullable UUID mergedInto;
    private LocalDate since;
    private String recordedBy;
    private Instant recordedAt;
    private Instant updatedAt;
    private @Nullable LocalDate erasedOn;

    Person() {}

    Person(
            PersonRecord known,
            String areaCode,
            LocalDate since,
            @Nullable UUID caseId,
            Recording recording,
            IdentityVault vault) {
        this.id = Identifiers.next();
        this.areaCode = areaCode;
        this.since = since;
        this.caseId = caseId;
        this.recordedBy = recording.by();
        this.recordedAt = recording.at();
        this.updatedAt = recording.at();
        keep(known, vault);
    }

    /** Writes down what holds from a day on or, without a day, what should hold since the last one; answers what stood before. */
    PersonRevision revise(PersonRecord known, @Nullable LocalDate from, Recording recording, IdentityVault vault) {
        requireCurrent();
        var before = new PersonRevision(this, Objects.requireNonNull(identity));
        if (from != null) {
            since = from;
        }
        recordedBy = recording.by();
        recordedAt = recording.at();
        updatedAt = recording.at();
        keep(known, vault);
        return before;
    }

    /** Lives in another place now, or in another household. */
    void settle(String area, Recording recording) {
        areaCode = area;
        updatedAt = recording.at();
    }

    void requireAlive() {
        requireCurrent();
        if (diedOn != null) {
            throw RegistryProblem.PERSON_DECEASED.refused();
        }
    }

    void die(LocalDate day, Recording recording) {
        requireAlive();
        diedOn = day;
        updatedAt = recording.at();
    }

    /** Takes back a death that was recorded by mistake. */
    void revive(Recording recording) {
        requireCurrent();
        if (diedOn == null) {
            throw RegistryProblem.PERSON_ALIVE.refused();
        }
        diedOn = null;
        updatedAt = recording.at();
    }

    /** Turns out to be the same person as another record, which counts from now on; may leave its NIK to that. */
    void mergeInto(UUID survivor, boolean leavesNationalId, Recording recording) {
        requireCurrent();
        mergedInto = survivor;
        updatedAt = recording.at();
        if (leavesNationalId) {
            nikIndex = null;
        }
    }

    /** Is a person of their own after all. */
    void separate(Recording recording, IdentityVault vault) {
        if (erasedOn != null) {
            throw RegistryProblem.PERSON_ERASED.refused();
        }
        var nik = known(vault).identity().nik();
        mergedInto = null;
        nikIndex = nik == null ? null : vault.index(nik);
        updatedAt = recording.at();
    }

    boolean isCurrent() {
        return erasedOn == null && mergedInto == null;
    }

    void requireCurrent() {
        if (erasedOn != null) {
            throw RegistryProblem.PERSON_ERASED.refused();
        }
        if (mergedInto != null) {
            throw RegistryProblem.PERSON_MERGED.refused();
        }
    }

    /** Forgets who it was; that somebody of this sex and decade of birth was there stays. */
    void erase(LocalDate day, Instant at) {
        areaCode = areaCode.substring(0, DISTRICT_LENGTH);
        identity = null;
        nikIndex = null;
        facts = facts.anonymous();
        disabled = null;
        caseId = null;
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
    public UUID personId() {
        return id;
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
    public PersonFacts facts() {
        return facts;
    }

    @Override
    public @Nullable Identity identity(IdentityVault vault) {
        return identity == null ? null : vault.open(IDENTITY, id, identity);
    }

    PersonRecord known(IdentityVault vault) {
        return new PersonRecord(vault.open(IDENTITY, id, Objects.requireNonNull(identity)), facts);
    }

    @Nullable
    UUID mergedInto() {
        return mergedInto;
    }

    String areaCode() {
        return areaCode;
    }

    @Nullable
    String nikIndex() {
        return nikIndex;
    }

    Status statusOn(LocalDate day) {
        return diedOn == null || diedOn.isAfter(day) ? Status.ALIVE : Status.DECEASED;
    }

    @Nullable
    LocalDate diedOn() {
        return diedOn;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    @Nullable
    LocalDate erasedOn() {
        return erasedOn;
    }

    private void keep(PersonRecord known, IdentityVault vault) {
        var nik = known.identity().nik();
        identity = vault.seal(IDENTITY, id, known.identity());
        nikIndex = nik == null ? null : vault.index(nik);
        facts = known.facts();
        disabled = facts.disabled();
    }
}
