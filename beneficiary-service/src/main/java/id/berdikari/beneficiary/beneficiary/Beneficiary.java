package id.berdikari.beneficiary.beneficiary;

import id.berdikari.event.BeneficiaryEvent;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryApproved;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryExited;
import id.berdikari.event.BeneficiaryEvent.ConsentGranted;
import id.berdikari.event.BeneficiaryEvent.ConsentWithdrawn;
import id.berdikari.event.ConsentPurpose;
import id.berdikari.event.EventMoney;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

@Entity
class Beneficiary {

    @Schema(name = "BeneficiaryStatus")
    enum Status {
        ACTIVE,
        EXITED
    }

    private static final int DISTRICT_LENGTH = "33.02.27".length();
    private static final int BAND = 10;

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID caseId;
    private String areaCode;
    private String ageBand;
    private @Nullable String alias;
    private @Nullable String publicStory;
    private boolean assistanceConsent;
    private boolean publicationConsent;
    private LocalDate approvedOn;
    private @Nullable LocalDate exitedOn;
    private @Nullable String exitReason;

    // Not joined: to lock a joined row Hibernate asks twice, and mixes up the answers of concurrent requests.
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 200)
    @CollectionTable(name = "approved_need", joinColumns = @JoinColumn(name = "beneficiary_id"))
    @OrderColumn(name = "position")
    private List<ApprovedNeed> needs = new ArrayList<>();

    Beneficiary() {}

    Beneficiary(Approval approval) {
        id = Identifiers.next();
        caseId = approval.caseId();
        areaCode = approval.areaCode();
        var decade = approval.age() / BAND * BAND;
        ageBand = decade + "-" + (decade + BAND - 1);
        alias = approval.alias();
        publicStory = approval.publicStory();
        assistanceConsent = approval.consents(ConsentPurpose.ASSISTANCE);
        publicationConsent = approval.consents(ConsentPurpose.PUBLICATION);
        approvedOn = approval.decidedOn();
        needs.addAll(approval.needs());
    }

    BeneficiaryApproved approved(List<String> surveyors, List<String> deciders) {
        var approvedNeeds = needs.stream()
                .map(need -> new BeneficiaryEvent.ApprovedNeed(
                        need.programType(), EventMoney.rupiah(need.amount().amount())))
                .toList();
        return new BeneficiaryApproved(
                caseId,
                id,
                districtCode(),
                ageBand,
                alias,
                publicStory,
                approvedNeeds,
                assistanceConsent,
                publicationConsent,
                surveyors,
                deciders,
                approvedOn);
    }

    /** Tells of a change only: a consent that is repeated is evidence, not news. */
    Optional<BeneficiaryEvent> consent(ConsentPurpose purpose, boolean given) {
        if (consents(purpose) == given) {
            return Optional.empty();
        }
        switch (purpose) {
            case ASSISTANCE -> assistanceConsent = given;
            case PUBLICATION -> publicationConsent = given;
        }
        return Optional.of(given ? new ConsentGranted(caseId, id, purpose) : new ConsentWithdrawn(caseId, id, purpose));
    }

    BeneficiaryExited exit(LocalDate date, String reason) {
        if (exitedOn != null) {
            throw BeneficiaryProblem.ALREADY_EXITED.refused();
        }
        exitedOn = date;
        exitReason = reason;
        return new BeneficiaryExited(caseId, id, date);
    }

    boolean consents(ConsentPurpose purpose) {
        return switch (purpose) {
            case ASSISTANCE -> assistanceConsent;
            case PUBLICATION -> publicationConsent;
        };
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Status status() {
        return exitedOn == null ? Status.ACTIVE : Status.EXITED;
    }

    UUID caseId() {
        return caseId;
    }

    String areaCode() {
        return areaCode;
    }

    String districtCode() {
        return areaCode.substring(0, DISTRICT_LENGTH);
    }

    String ageBand() {
        return ageBand;
    }

    @Nullable
    String alias() {
        return alias;
    }

    @Nullable
    String publicStory() {
        return publicStory;
    }

    List<ApprovedNeed> needs() {
        return List.copyOf(needs);
    }

    LocalDate approvedOn() {
        return approvedOn;
    }

    @Nullable
    LocalDate exitedOn() {
        return exitedOn;
    }

    @Nullable
    String exitReason() {
        return exitReason;
    }
}
