package id.berdikari.fundraising.donation;

import id.berdikari.fundraising.campaign.CampaignDesk;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.secret.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Giving {

    private static final String NAME = "donor-name";
    private static final String EMAIL = "donor-email";

    private final Donations donations;
    private final CampaignDesk campaigns;
    private final FieldCipher cipher;
    private final AuditLog audit;
    private final Clock clock;
    private final Money minimum;

    Giving(
            Donations donations,
            CampaignDesk campaigns,
            FieldCipher cipher,
            AuditLog audit,
            Clock clock,
            DonationSettings settings) {
        this.donations = donations;
        this.campaigns = campaigns;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
        this.minimum = Money.rupiah(settings.minimum());
    }

    @Transactional
    Donation give(UUID campaignId, GivingResource.DonationRequest request) {
        var campaign = campaigns.accepting(campaignId);
        if (minimum.isMoreThan(request.amount())) {
            throw FieldProblem.at(
                    "/amount", "amount-below-minimum", minimum.amount().toPlainString());
        }
        var id = Identifiers.next();
        var donor = request.donor();
        var donation = new Donation(
                id,
                campaign,
                request.amount(),
                request.method(),
                donor.anonymous(),
                sealed(NAME, id, donor.name()),
                sealed(EMAIL, id, donor.email()),
                clock.instant());
        donations.persistAndFlush(donation);
        audit.record("promise-donation", "donation", id, null);
        return donation;
    }

    /** The donor's name and mail, for a treasurer; the read is recorded. */
    @Transactional
    DonationResource.Donor donor(Donation donation) {
        audit.record("read-donor", "donation", donation.id(), null);
        return new DonationResource.Donor(
                opened(NAME, donation.id(), donation.donorName()),
                opened(EMAIL, donation.id(), donation.donorEmail()),
                donation.isAnonymous());
    }

    private byte @Nullable [] sealed(String field, UUID id, @Nullable String value) {
        return value == null ? null : cipher.encrypt(field, id, value);
    }

    private @Nullable String opened(String field, UUID id, byte @Nullable [] value) {
        return value == null ? null : cipher.decrypt(field, id, value);
    }
}
