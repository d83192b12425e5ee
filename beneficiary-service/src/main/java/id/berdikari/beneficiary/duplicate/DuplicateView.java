package id.berdikari.beneficiary.duplicate;

import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.registry.PersonProfile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Duplicate", description = "The question whether two records are of one person")
record DuplicateView(
        @Schema(examples = "0198c6c4-77aa-7d2e-9f30-4a5b6c7d8e90")
        UUID id,

        @Schema(examples = "OPEN") SuspectedDuplicate.Status status,

        @Schema(examples = "LIKELY", description = "LIKELY from a score of 17.0, POSSIBLE from 11.0")
        Band band,

        @Schema(
                examples = "22.2",
                description = "The sum of the weights when it was last computed, in bits: one more doubles the odds")
        BigDecimal score,

        @Schema(description = "The two records; newer ones last")
        List<RecordView> records,

        @Schema(description = "How they agree now; empty where one of them was merged or erased")
        List<AgreementView> agreements,

        @Schema(examples = "REGISTRATION") SuspectedDuplicate.Origin origin,
        @Schema(examples = "2026-01-05T03:12:45.123456Z") Instant foundAt,

        @Schema(examples = "verifier-1", nullable = true) @Nullable
        String resolvedBy,

        @Schema(examples = "2026-01-06T03:12:45.123456Z", nullable = true) @Nullable
        Instant resolvedAt,

        @Schema(
                examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90",
                nullable = true,
                description = "The record that counts after a merge")
        @Nullable
        UUID survivorId) {

    @Schema(name = "DuplicateRecord")
    record RecordView(
            @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90")
            UUID personId,

            @Schema(
                    nullable = true,
                    description = "Null for auditors, and where this record was merged into another or erased")
            @Nullable
            WhoView who) {}

    @Schema(name = "DuplicatePerson")
    record WhoView(
            @Schema(examples = "Soetinah") String fullName,

            @Schema(examples = "1958-03-14", nullable = true) @Nullable
            LocalDate birthDate,

            @Schema(examples = "1958") int birthYear,
            @Schema(examples = "FEMALE") Sex sex,

            @Schema(examples = "3302••••••••0001", nullable = true, description = "Masked") @Nullable
            String nik,

            @Schema(examples = "33.02.27.1001") String areaCode,

            @Schema(examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f", nullable = true) @Nullable
            UUID householdId) {
        static WhoView of(PersonProfile person) {
            var nik = person.identity().nik();
            return new WhoView(
                    person.identity().fullName(),
                    person.birthDate(),
                    person.birthYear(),
                    person.sex(),
                    nik == null ? null : nik.masked(),
                    person.areaCode(),
                    person.householdId());
        }
    }

    @Schema(name = "DuplicateAgreementWeight")
    record AgreementView(
            @Schema(examples = "NAME") Trait trait,
            @Schema(examples = "NAME_CLOSE") Agreement agreement,

            @Schema(examples = "6.2", description = "In bits; negative where it speaks against one person")
            BigDecimal weight) {
        static List<AgreementView> of(Likeness likeness) {
            return likeness.agreements().stream()
                    .map(agreement ->
                            new AgreementView(agreement.trait(), agreement, Likeness.bits(agreement.weight())))
                    .toList();
        }
    }
}
