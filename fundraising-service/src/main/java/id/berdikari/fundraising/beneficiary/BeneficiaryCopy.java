package id.berdikari.fundraising.beneficiary;

import id.berdikari.event.BeneficiaryEvent.BeneficiaryApproved;
import id.berdikari.event.ConsentPurpose;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Our own copy of the facts about beneficiaries. */
@ApplicationScoped
public class BeneficiaryCopy {

    private final KnownBeneficiaries known;
    private final List<BeneficiaryFollower> followers;

    BeneficiaryCopy(KnownBeneficiaries known, @All List<BeneficiaryFollower> followers) {
        this.known = known;
        this.followers = followers;
    }

    public Optional<BeneficiaryFacts> find(UUID beneficiaryId) {
        return known.findByIdOptional(beneficiaryId).map(KnownBeneficiary::facts);
    }

    public Map<UUID, BeneficiaryFacts> find(Collection<UUID> beneficiaryIds) {
        return known.listByIds(beneficiaryIds).stream()
                .map(KnownBeneficiary::facts)
                .collect(Collectors.toMap(BeneficiaryFacts::beneficiaryId, facts -> facts));
    }

    /** The facts, which cannot change until the caller's transaction ends: what depends on a consent commits before its withdrawal or sees it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<BeneficiaryFacts> hold(UUID beneficiaryId) {
        return known.findByIdOptional(beneficiaryId, LockModeType.PESSIMISTIC_READ)
                .map(KnownBeneficiary::facts);
    }

    @Transactional
    void approved(BeneficiaryApproved fact, long sequence) {
        change(fact.beneficiaryId(), fact.caseId(), beneficiary -> beneficiary.approved(fact, sequence));
    }

    @Transactional
    void consented(UUID beneficiaryId, UUID caseId, ConsentPurpose purpose, boolean given, long sequence) {
        change(beneficiaryId, caseId, beneficiary -> beneficiary.consented(purpose, given, sequence));
    }

    @Transactional
    void exited(UUID beneficiaryId, UUID caseId) {
        change(beneficiaryId, caseId, KnownBeneficiary::exited);
    }

    private void change(UUID beneficiaryId, UUID caseId, Consumer<KnownBeneficiary> change) {
        var beneficiary = known.findOrMake(beneficiaryId, caseId);
        change.accept(beneficiary);
        // Whoever holds the row has committed after this, so the followers see all that rests on the old facts.
        known.flush();
        followers.forEach(follower -> follower.follow(beneficiary.facts()));
    }
}
