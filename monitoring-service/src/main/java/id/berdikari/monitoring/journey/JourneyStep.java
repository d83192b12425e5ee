package id.berdikari.monitoring.journey;

import java.util.Locale;

/** What can happen on a person's way, and which service tells it. */
public enum JourneyStep {
    NOMINATED(Teller.BENEFICIARY),
    PRE_SURVEYED(Teller.BENEFICIARY),
    SURVEYED(Teller.BENEFICIARY),
    APPROVED(Teller.BENEFICIARY),
    WAITLISTED(Teller.BENEFICIARY),
    REJECTED(Teller.BENEFICIARY),
    EXITED(Teller.BENEFICIARY),
    CONSENT_GRANTED(Teller.BENEFICIARY),
    CONSENT_WITHDRAWN(Teller.BENEFICIARY),
    PUBLISHED(Teller.FUNDRAISING),
    WITHDRAWN(Teller.FUNDRAISING),
    CLOSED(Teller.FUNDRAISING),
    DONATED(Teller.FUNDRAISING),
    REFUNDED(Teller.FUNDRAISING),
    MOBILISED(Teller.FUNDRAISING),
    DECLINED(Teller.FUNDRAISING),
    RETURNED(Teller.FUNDRAISING),
    REQUESTED(Teller.PROGRAM),
    CANCELLED(Teller.PROGRAM),
    DELIVERED(Teller.PROGRAM),
    ACKNOWLEDGED(Teller.PROGRAM),
    COMPLETED(Teller.PROGRAM),
    VISITED(Teller.MONITORING),
    FINDING_RAISED(Teller.MONITORING),
    FINDING_RESOLVED(Teller.MONITORING);

    /** The four services. */
    enum Teller {
        BENEFICIARY,
        FUNDRAISING,
        PROGRAM,
        MONITORING
    }

    private final Teller teller;

    JourneyStep(Teller teller) {
        this.teller = teller;
    }

    /** The step as the API says it, such as {@code pre-surveyed}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String service() {
        return teller.name().toLowerCase(Locale.ROOT);
    }
}
