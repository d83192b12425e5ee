package id.berdikari.beneficiary.nomination;

import static id.berdikari.beneficiary.nomination.NominationProblem.ALREADY_DECIDED;
import static id.berdikari.beneficiary.nomination.NominationProblem.ALREADY_PRE_SURVEYED;
import static id.berdikari.beneficiary.nomination.NominationProblem.ALREADY_SURVEYED;
import static id.berdikari.beneficiary.nomination.NominationProblem.CASE_ERASED;
import static id.berdikari.beneficiary.nomination.NominationProblem.DECISION_PENDING;
import static id.berdikari.beneficiary.nomination.NominationProblem.NIK_OF_ANOTHER_PERSON;
import static id.berdikari.beneficiary.nomination.NominationProblem.NOT_IDENTIFIED;
import static id.berdikari.beneficiary.nomination.NominationProblem.NOT_PRE_SURVEYED_YET;
import static id.berdikari.beneficiary.nomination.NominationProblem.NOT_SURVEYED_YET;
import static id.berdikari.beneficiary.nomination.NominationProblem.NO_DECISION_PENDING;

import id.berdikari.beneficiary.beneficiary.Approval;
import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.registry.PersonRegister.KnownPerson;
import id.berdikari.event.BeneficiaryEvent;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryNominated;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryPreSurveyed;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryRejected;
import id.berdikari.event.BeneficiaryEvent.BeneficiarySurveyed;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryWaitlisted;
import id.berdikari.event.BeneficiaryEvent.RejectionStage;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A case. Each step is possible in certain states only, which the step's own guard lists. */
@Entity
class Nomination {

    /** What a confirmed decision leads to. */
    sealed interface Ruling {
        record Enrolled(Approval approval) implements Ruling {}

        record Told(BeneficiaryEvent event) implements Ruling {}
    }

    private static final String CANDIDATE = "candidate";
    private static final String NOMINATOR = "nominator";
    private static final int DISTRICT_LENGTH = "33.02.27".length();

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private NominationStatus status;

    @Enumerated(EnumType.STRING)
    private Source source;

    private @Nullable String organisation;
    private @Nullable String nominatedBy;
    private LocalDate nominatedOn;
    private Instant recordedAt;
    private String areaCode;
    private @Nullable LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private @Nullable Sex sex;

    private byte @Nullable [] candidate;
    private @Nullable String nikIndex;
    private byte @Nullable [] nominator;
    private @Nullable String livelihood;
    private @Nullable String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable PreSurvey preSurvey;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Survey survey;

    // Not joined: to lock a joined row Hibernate asks twice, and mixes up the answers of concurrent requests.
    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 200)
    @JoinColumn(name = "nomination_id", nullable = false)
    @OrderBy("id")
    private List<Decision> decisions = new ArrayList<>();

    private @Nullable UUID evidenceId;
    private @Nullable UUID beneficiaryId;
    private @Nullable UUID personId;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate erasedOn;

    Nomination() {}

    Nomination(
            Origin origin,
            Candidate candidate,
            String livelihood,
            String reason,
            Identity nominator,
            IdentityVault vault) {
        this.id = Identifiers.next();
        this.status = NominationStatus.NOMINATED;
        this.source = origin.source();
        this.organisation = origin.organisation();
        this.nominatedBy = origin.nominatedBy();
        this.nominatedOn = origin.nominatedOn();
        this.recordedAt = origin.recordedAt();
        this.areaCode = candidate.areaCode();
        this.livelihood = livelihood;
        this.reason = reason;
        this.nominator = vault.seal(NOMINATOR, id, nominator);
        keep(candidate, vault);
    }

    /** Where, when and by whom a nomination came in; by nobody known if without a token. */
    record Origin(
            Source source,
            @Nullable String organisation,
            @Nullable String nominatedBy,
            LocalDate nominatedOn,
            Instant recordedAt) {}

    BeneficiaryNominated nominated() {
        return new BeneficiaryNominated(id, districtCode(), nominatedOn);
    }

    /** Corrects what was known of the person; while a decision is pending, its texts were checked against what it saw. */
    void correct(Candidate corrected, IdentityVault vault) {
        switch (status) {
            case NOMINATED, PRE_SURVEYED, SURVEYED, WAITLISTED -> keep(corrected, vault);
            case DECISION_PROPOSED -> throw DECISION_PENDING.refused();
            case APPROVED, REJECTED -> throw ALREADY_DECIDED.refused();
        }
    }

    BeneficiaryEvent preSurvey(PreSurvey check) {
        if (status != NominationStatus.NOMINATED) {
            throw ALREADY_PRE_SURVEYED.refused();
        }
        check.check();
        preSurvey = check;
        if (check.outcome() == PreSurvey.Outcome.PROCEED) {
            status = NominationStatus.PRE_SURVEYED;
            return new BeneficiaryPreSurveyed(id, check.checkedOn());
        }
        close(NominationStatus.REJECTED, check.checkedOn());
        return new BeneficiaryRejected(id, RejectionStage.PRE_SURVEY, check.checkedOn());
    }

    /** Refuses a survey that comes too early or too late; first, so that the state is told before the body's slips. */
    void requireSurveyDue() {
        switch (status) {
            case NOMINATED -> throw NOT_PRE_SURVEYED_YET.refused();
            case PRE_SURVEYED -> {}
            case SURVEYED, DECISION_PROPOSED, WAITLISTED -> throw ALREADY_SURVEYED.refused();
            case APPROVED, REJECTED -> throw ALREADY_DECIDED.refused();
        }
    }

    BeneficiarySurveyed survey(Survey visit, @Nullable UUID evidence) {
        requireSurveyDue();
        visit.check();
        survey = visit;
        evidenceId = evidence;
        status = NominationStatus.SURVEYED;
        return new BeneficiarySurveyed(id, visit.visitedOn());
    }

    void requireDecisionDue() {
        switch (status) {
            case NOMINATED, PRE_SURVEYED -> throw NOT_SURVEYED_YET.refused();
            case SURVEYED, WAITLISTED -> {}
            case DECISION_PROPOSED -> throw DECISION_PENDING.refused();
            case APPROVED, REJECTED -> throw ALREADY_DECIDED.refused();
        }
    }

    void propose(Proposal proposal, String proposer, Instant at) {
        requireDecisionDue();
        proposal.check(proposer, earlierHands(), surveyed());
        decisions.add(new Decision(proposal, proposer, at));
        status = NominationStatus.DECISION_PROPOSED;
    }

    Ruling confirm(String confirmer, Instant at, LocalDate today) {
        var decision = pendingDecision();
        decision.confirm(confirmer, at);
        var heldOn = decision.proposal().heldOn();
        return switch (decision.proposal().outcome()) {
            case APPROVE -> {
                close(NominationStatus.APPROVED, today);
                yield new Ruling.Enrolled(approval(decision.proposal()));
            }
            case WAITLIST -> {
                status = NominationStatus.WAITLISTED;
                yield new Ruling.Told(new BeneficiaryWaitlisted(id, heldOn));
            }
            case REJECT -> {
                close(NominationStatus.REJECTED, today);
                yield new Ruling.Told(new BeneficiaryRejected(id, RejectionStage.DECISION, heldOn));
            }
        };
    }

    void becameBeneficiary(UUID beneficiary) {
        beneficiaryId = beneficiary;
    }

    /** Says who in the register the case is about. */
    void identify(KnownPerson person) {
        requireNotErased();
        if (nikIndex != null && person.nikIndex() != null && !nikIndex.equals(person.nikIndex())) {
            throw NIK_OF_ANOTHER_PERSON.refused();
        }
        personId = person.id();
    }

    /** Says that nobody in the register is known to be whom the case is about. */
    void unidentify() {
        if (personId == null) {
            throw NOT_IDENTIFIED.refused();
        }
        personId = null;
    }

    void requireNotErased() {
        if (erasedOn != null) {
            throw CASE_ERASED.refused();
        }
    }

    /** Takes back a decision that nobody confirmed; the case stands as before it. */
    void withdrawDecision(String who) {
        pendingDecision().withdraw(who);
        status = confirmed().isEmpty() ? NominationStatus.SURVEYED : NominationStatus.WAITLISTED;
    }

    /** Forgets who it was about and all free text; that there was a case, where and how it ended stays. */
    void erasePersonalData(LocalDate date) {
        areaCode = districtCode();
        birthDate = null;
        sex = null;
        candidate = null;
        nikIndex = null;
        personId = null;
        nominator = null;
        livelihood = null;
        reason = null;
        preSurvey = preSurvey == null ? null : preSurvey.withoutText();
        survey = null;
        decisions.forEach(Decision::eraseText);
        erasedOn = date;
    }

    /** The date before which the next meeting on this case cannot have been held. */
    LocalDate lastStepOn() {
        return confirmed().isEmpty()
                ? surveyed().visitedOn()
                : confirmed().getLast().proposal().heldOn();
    }

    @Nullable
    Candidate candidate(IdentityVault vault) {
        return candidate == null || birthDate == null || sex == null
                ? null
                : new Candidate(vault.open(CANDIDATE, id, candidate), birthDate, sex, areaCode);
    }

    @Nullable
    Identity nominator(IdentityVault vault) {
        return nominator == null ? null : vault.open(NOMINATOR, id, nominator);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    NominationStatus status() {
        return status;
    }

    Source source() {
        return source;
    }

    @Nullable
    String organisation() {
        return organisation;
    }

    LocalDate nominatedOn() {
        return nominatedOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String areaCode() {
        return areaCode;
    }

    @Nullable
    String nikIndex() {
        return nikIndex;
    }

    @Nullable
    String livelihood() {
        return livelihood;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    PreSurvey preSurvey() {
        return preSurvey;
    }

    @Nullable
    Survey survey() {
        return survey;
    }

    @Nullable
    UUID evidenceId() {
        return evidenceId;
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    @Nullable
    UUID beneficiaryId() {
        return beneficiaryId;
    }

    @Nullable
    UUID personId() {
        return personId;
    }

    @Nullable
    LocalDate erasedOn() {
        return erasedOn;
    }

    private void keep(Candidate known, IdentityVault vault) {
        areaCode = known.areaCode();
        birthDate = known.birthDate();
        sex = known.sex();
        candidate = vault.seal(CANDIDATE, id, known.identity());
        nikIndex = known.identity().nik() == null
                ? null
                : vault.index(known.identity().nik());
    }

    private void close(NominationStatus last, LocalDate date) {
        status = last;
        closedOn = date;
    }

    private Approval approval(Proposal proposal) {
        var visit = surveyed();
        var consents = visit.consents().stream()
                .map(answer -> new Approval.SurveyedConsent(
                        answer.purpose(), answer.given(), answer.witness(), visit.recordedBy(), visit.recordedAt()))
                .toList();
        return new Approval(
                id,
                areaCode,
                Period.between(Objects.requireNonNull(birthDate), proposal.heldOn())
                        .getYears(),
                proposal.alias(),
                proposal.publicStory(),
                proposal.needs(),
                consents,
                visit.surveyors(),
                proposal.deciders(),
                proposal.heldOn());
    }

    /** Whoever nominated, checked or surveyed the case: none of them decides it. */
    private Collection<String> earlierHands() {
        var hands = new HashSet<>(surveyed().surveyors());
        if (nominatedBy != null) {
            hands.add(nominatedBy);
        }
        if (preSurvey != null) {
            hands.add(preSurvey.checkedBy());
        }
        return hands;
    }

    private Survey surveyed() {
        return Objects.requireNonNull(survey);
    }

    private Decision pendingDecision() {
        if (status != NominationStatus.DECISION_PROPOSED) {
            throw NO_DECISION_PENDING.refused();
        }
        return decisions.getLast();
    }

    private List<Decision> confirmed() {
        return decisions.stream()
                .filter(decision -> decision.state() == Decision.State.CONFIRMED)
                .toList();
    }

    private String districtCode() {
        return areaCode.substring(0, DISTRICT_LENGTH);
    }
}
