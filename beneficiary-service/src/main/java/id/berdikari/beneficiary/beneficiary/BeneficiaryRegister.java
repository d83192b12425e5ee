package id.berdikari.beneficiary.beneficiary;

import id.berdikari.beneficiary.beneficiary.Approval.SurveyedConsent;
import id.berdikari.event.ConsentPurpose;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

@ApplicationScoped
public class BeneficiaryRegister {

    private final Beneficiaries beneficiaries;
    private final Consents consents;
    private final Outbox outbox;
    private final AuditLog audit;
    private final LocalDates dates;
    private final Clock clock;
    private final Caller caller;

    BeneficiaryRegister(
            Beneficiaries beneficiaries,
            Consents consents,
            Outbox outbox,
            AuditLog audit,
            LocalDates dates,
            Clock clock,
            Caller caller) {
        this.beneficiaries = beneficiaries;
        this.consents = consents;
        this.outbox = outbox;
        this.audit = audit;
        this.dates = dates;
        this.clock = clock;
        this.caller = caller;
    }

    /** Enters somebody whose approval was confirmed, in the transaction of the confirmation. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID enrol(Approval approval) {
        var beneficiary = new Beneficiary(approval);
        beneficiaries.persist(beneficiary);
        approval.consents().forEach(answer -> consents.persist(new Consent(beneficiary.id(), answer)));
        outbox.append(beneficiary.approved(approval.surveyors(), approval.deciders()));
        audit.record("enrol-beneficiary", "beneficiary", beneficiary.id(), null);
        return beneficiary.id();
    }

    @Transactional
    Consent consent(UUID id, ConsentPurpose purpose, boolean given, String witness) {
        var beneficiary = beneficiaries.lock(id);
        var consent = new Consent(
                id,
                new SurveyedConsent(
                        purpose,
                        given,
                        witness,
                        caller.subject(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        consents.persist(consent);
        beneficiary.consent(purpose, given).ifPresent(outbox::append);
        audit.record(given ? "record-consent" : "record-withdrawal", "beneficiary", id, purpose.name());
        return consent;
    }

    @Transactional
    Beneficiary exit(UUID id, LocalDate exitedOn, String reason) {
        var beneficiary = beneficiaries.lock(id);
        outbox.append(beneficiary.exit(dates.past("/exitedOn", exitedOn, beneficiary.approvedOn()), reason));
        audit.record("exit-beneficiary", "beneficiary", id, null);
        beneficiaries.flush();
        return beneficiary;
    }
}
