package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.registry.PersonRegister;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.precondition.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says who in the register a case is about: somebody known, or entered from what was said of the candidate. */
@ApplicationScoped
class Identifying {

    private final Nominations nominations;
    private final PersonRegister people;
    private final IdentityVault vault;
    private final AuditLog audit;

    Identifying(Nominations nominations, PersonRegister people, IdentityVault vault, AuditLog audit) {
        this.nominations = nominations;
        this.people = people;
        this.vault = vault;
        this.audit = audit;
    }

    @Transactional
    Nomination register(UUID id) {
        var nomination = nominations.lock(id);
        nomination.requireNotErased();
        if (nomination.personId() != null) {
            throw NominationProblem.ALREADY_IDENTIFIED.refused();
        }
        var candidate = Objects.requireNonNull(nomination.candidate(vault));
        var person = people.enterCandidate(
                id,
                candidate.identity(),
                candidate.birthDate(),
                candidate.sex(),
                candidate.areaCode(),
                nomination.nominatedOn());
        nomination.identify(people.require("", person));
        audit.record("register-candidate", "nomination", id, null);
        nominations.flush();
        return nomination;
    }

    @Transactional
    Nomination link(UUID id, @Nullable String ifMatch, UUID personId) {
        var nomination = nominations.lock(id);
        Versions.require(ifMatch, nomination.version());
        nomination.identify(people.require("/personId", personId));
        audit.record("link-person", "nomination", id, null);
        nominations.flush();
        return nomination;
    }

    @Transactional
    Nomination unlink(UUID id, @Nullable String ifMatch) {
        var nomination = nominations.lock(id);
        Versions.require(ifMatch, nomination.version());
        nomination.unidentify();
        audit.record("unlink-person", "nomination", id, null);
        nominations.flush();
        return nomination;
    }
}
