package id.berdikari.event;

import java.time.LocalDate;
import java.util.UUID;

/** Facts about help, told by the program service on {@code program-events}. Key and subject is the programme. */
public sealed interface ProgramEvent extends Event {

    /**
     * The programme.
     *
     * @return its id
     */
    UUID programId();

    @Override
    default String subject() {
        return programId().toString();
    }

    /**
     * A programme was planned for a beneficiary.
     *
     * @param programId the programme
     * @param beneficiaryId the person it helps
     * @param programType the kind of help
     * @param districtCode the person's kecamatan
     * @param budget the planned cost
     * @param proposedOn the local date
     */
    record ProgramProposed(
            UUID programId,
            UUID beneficiaryId,
            ProgramType programType,
            String districtCode,
            EventMoney budget,
            LocalDate proposedOn)
            implements ProgramEvent {}

    /**
     * A programme asks for its money.
     *
     * @param programId the programme, which is also the request's identity
     * @param beneficiaryId the person it helps
     * @param programType the kind of help
     * @param amount the money asked for, in full or not at all
     * @param requestedOn the local date
     */
    record FundingRequested(
            UUID programId, UUID beneficiaryId, ProgramType programType, EventMoney amount, LocalDate requestedOn)
            implements ProgramEvent {}

    /**
     * A programme was cancelled: reserved money is free again, money still asked for is no longer wanted.
     *
     * @param programId the programme
     * @param beneficiaryId the person it was for
     * @param cancelledOn the local date
     */
    record FundingCancelled(UUID programId, UUID beneficiaryId, LocalDate cancelledOn) implements ProgramEvent {}

    /**
     * Help was handed over and paid.
     *
     * @param programId the programme
     * @param deliveryId the delivery
     * @param beneficiaryId the person helped
     * @param actualCost what it cost by its receipts
     * @param deliveredOn the local date of the hand-over
     */
    record DeliveryCompleted(
            UUID programId, UUID deliveryId, UUID beneficiaryId, EventMoney actualCost, LocalDate deliveredOn)
            implements ProgramEvent {}

    /**
     * The person confirmed to a witness that the help arrived.
     *
     * @param programId the programme
     * @param deliveryId the delivery
     * @param beneficiaryId the person helped
     * @param acknowledgedOn the local date
     */
    record DeliveryAcknowledged(UUID programId, UUID deliveryId, UUID beneficiaryId, LocalDate acknowledgedOn)
            implements ProgramEvent {}

    /**
     * A programme ended with all its deliveries acknowledged; money that it did not spend is free again.
     *
     * @param programId the programme
     * @param beneficiaryId the person helped
     * @param programType the kind of help
     * @param spent the sum of its deliveries' costs
     * @param completedOn the local date
     */
    record ProgramCompleted(
            UUID programId, UUID beneficiaryId, ProgramType programType, EventMoney spent, LocalDate completedOn)
            implements ProgramEvent {}
}
