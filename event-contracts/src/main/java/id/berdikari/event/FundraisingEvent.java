package id.berdikari.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts about money, told by the fundraising service on {@code fundraising-events}. Campaign facts are keyed by campaign,
 * donation facts by donation, mobilisation facts by programme.
 */
public sealed interface FundraisingEvent extends Event {

    /**
     * A campaign was published by a second fundraiser.
     *
     * @param campaignId the campaign
     * @param beneficiaryId the person it is for; null for a general campaign
     * @param programType what its money is restricted to; null where it is not restricted to a kind of help
     * @param districtCode the kecamatan of the person; null for a general campaign
     * @param target what it hopes to raise; no ceiling
     * @param publishedOn the local date of publication
     * @param endsOn the last local date on which it accepts donations
     */
    record CampaignPublished(
            UUID campaignId,
            @Nullable UUID beneficiaryId,
            @Nullable ProgramType programType,
            @Nullable String districtCode,
            EventMoney target,
            LocalDate publishedOn,
            LocalDate endsOn)
            implements FundraisingEvent {
        @Override
        public String subject() {
            return campaignId.toString();
        }
    }

    /**
     * A campaign accepts no more donations.
     *
     * @param campaignId the campaign
     * @param beneficiaryId the person it was for; null for a general campaign
     * @param cause why it closed
     * @param closedOn the local date of closing
     */
    record CampaignClosed(UUID campaignId, @Nullable UUID beneficiaryId, ClosingCause cause, LocalDate closedOn)
            implements FundraisingEvent {
        @Override
        public String subject() {
            return campaignId.toString();
        }
    }

    /** Why a campaign closed. */
    enum ClosingCause {
        /** Its last day passed. */
        ENDED,
        /** The person withdrew consent to publication, or left. */
        WITHDRAWN,
        /** A fundraiser closed it. */
        CLOSED
    }

    /**
     * A donation's money arrived and stands in the ledger.
     *
     * @param donationId the donation
     * @param campaignId the campaign it was given to
     * @param beneficiaryId the person the campaign is for; null for a general campaign
     * @param amount the money
     * @param receivedOn the local date of payment
     */
    record DonationReceived(
            UUID donationId, UUID campaignId, @Nullable UUID beneficiaryId, EventMoney amount, LocalDate receivedOn)
            implements FundraisingEvent {
        @Override
        public String subject() {
            return donationId.toString();
        }
    }

    /**
     * Money of a donation went back to its donor.
     *
     * @param donationId the donation
     * @param campaignId the campaign it was given to
     * @param beneficiaryId the person the campaign is for; null for a general campaign
     * @param amount the money that went back
     * @param refundedOn the local date of the refund
     */
    record DonationRefunded(
            UUID donationId, UUID campaignId, @Nullable UUID beneficiaryId, EventMoney amount, LocalDate refundedOn)
            implements FundraisingEvent {
        @Override
        public String subject() {
            return donationId.toString();
        }
    }

    /**
     * Money was reserved for a programme, in full.
     *
     * @param programId the programme that asked
     * @param beneficiaryId the person it helps
     * @param amount the sum of the lots
     * @param lots the donations it came from, first in first out
     * @param mobilisedOn the local date of the reservation
     */
    record FundsMobilised(UUID programId, UUID beneficiaryId, EventMoney amount, List<Lot> lots, LocalDate mobilisedOn)
            implements FundraisingEvent {
        @Override
        public String subject() {
            return programId.toString();
        }
    }

    /**
     * A part of one donation.
     *
     * @param donationId the donation
     * @param campaignId the campaign it was given to
     * @param amount the part
     */
    record Lot(UUID donationId, UUID campaignId, EventMoney amount) {}

    /**
     * No money can be given: the person left or withdrew consent to be helped.
     *
     * @param programId the programme that asked
     * @param beneficiaryId the person it was for
     * @param declinedOn the local date
     */
    record FundingDeclined(UUID programId, UUID beneficiaryId, LocalDate declinedOn) implements FundraisingEvent {
        @Override
        public String subject() {
            return programId.toString();
        }
    }

    /**
     * Money that a programme did not spend is free for others again.
     *
     * @param programId the programme
     * @param beneficiaryId the person it helped
     * @param amount the released money
     * @param returnedOn the local date
     */
    record FundsReturned(UUID programId, UUID beneficiaryId, EventMoney amount, LocalDate returnedOn)
            implements FundraisingEvent {
        @Override
        public String subject() {
            return programId.toString();
        }
    }
}
