package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What stood in a person's record before it was revised; never changed, erased with the person. */
@Entity
class PersonRevision implements PersonState {

    @Id
    private UUID id;

    private UUID personId;
    private LocalDate since;
    private String recordedBy;
    private Instant recordedAt;
    private byte[] identity;

    @JdbcTypeCode(SqlTypes.JSON)
    private PersonFacts facts;

    PersonRevision() {}

    PersonRevision(Person person, byte[] identity) {
        this.id = Identifiers.next();
        this.personId = person.id();
        this.since = person.since();
        this.recordedBy = person.recording().by();
        this.recordedAt = person.recording().at();
        this.identity = identity.clone();
        this.facts = person.facts();
    }

    UUID id() {
        return id;
    }

    @Override
    public UUID personId() {
        return personId;
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
    public Identity identity(IdentityVault vault) {
        return vault.open(Person.IDENTITY, personId, identity);
    }
}
