package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person as one caller may see them. */
@Schema(
        name = "Person",
        description = "Who it is is shown only to those who work with the person; nobody after erasure")
record PersonView(
        @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90")
        UUID id,

        @Schema(examples = "ALIVE") Person.Status status,

        @Schema(examples = "33.02.27.1001", description = "Where they live now, whatever day is asked for")
        String areaCode,

        @Schema(examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f", nullable = true) @Nullable
        UUID householdId,

        @Schema(examples = "HEAD", nullable = true) @Nullable
        Relation relation,

        @Schema(nullable = true) @Nullable IdentityView identity,
        @Schema(examples = "1958") int birthYear,
        @Schema(examples = "FEMALE") Sex sex,

        @Schema(examples = "PRIMARY_UNFINISHED", nullable = true) @Nullable
        Education education,

        @Schema(examples = "WIDOWED", nullable = true) @Nullable
        MaritalStatus maritalStatus,

        @Schema(examples = "SMALL_TRADE", nullable = true) @Nullable
        Livelihood livelihood,

        @Schema(
                examples = "{\"SEE\":1,\"HEAR\":1,\"WALK\":3,\"REM\":1,\"CARE\":2,\"COMM\":1}",
                nullable = true,
                description = "Washington Group Short Set")
        @Nullable
        Map<FunctioningDomain, Integer> functioning,

        @Schema(
                examples = "true",
                nullable = true,
                description = "At least one domain answered 3 or 4; null where nobody asked")
        @Nullable
        Boolean disabled,

        @Schema(examples = "2026-02-01", nullable = true) @Nullable
        LocalDate diedOn,

        @Schema(examples = "[\"NIK_BIRTH_DATE_DIFFERS\"]", description = "What looks wrong and may yet be right")
        Set<PersonWarning> warnings,

        @Schema(
                examples = "[\"0198c6c4-77aa-7d2e-9f30-4a5b6c7d8e90\"]",
                description = "The open questions whether this person is registered twice, most likely first")
        List<UUID> possibleDuplicates,

        @Schema(
                examples = "0198c6c4-5d3e-7f40-8b52-6c7d8e9fa0b1",
                nullable = true,
                description = "The record of the same person that counts, after a merge")
        @Nullable
        UUID mergedInto,

        @Schema(examples = "2026-01-05", description = "From which day on this holds")
        LocalDate since,

        @Schema(examples = "surveyor-1") String recordedBy,
        @Schema(examples = "2026-01-05T03:12:45.123456Z") Instant recordedAt,
        @Schema(examples = "2026-01-05T03:12:45.123456Z") Instant updatedAt,

        @Schema(nullable = true, examples = "2036-05-01", description = "When the personal data were erased") @Nullable
        LocalDate erasedOn) {

    @Schema(name = "PersonIdentity")
    record IdentityView(
            @Schema(examples = "Sutinah") String fullName,

            @Schema(examples = "1958-03-14", nullable = true) @Nullable
            LocalDate birthDate,

            @Schema(examples = "3302••••••••0001", nullable = true, description = "Masked") @Nullable
            String nik,

            @Schema(examples = "+6281234567890", nullable = true) @Nullable
            String phone) {
        static IdentityView of(Identity identity, PersonFacts facts) {
            return new IdentityView(
                    identity.fullName(),
                    facts.birthDate(),
                    identity.nik() == null ? null : identity.nik().masked(),
                    identity.phone() == null ? null : identity.phone().e164());
        }
    }

    /** What stood in a record, and in which fields it differs from what stood there before. */
    @Schema(name = "PersonVersion")
    record VersionView(
            @Schema(examples = "2026-01-05", description = "From which day on it held")
            LocalDate since,

            @Schema(examples = "surveyor-1") String recordedBy,

            @Schema(examples = "2026-01-05T03:12:45.123456Z")
            Instant recordedAt,

            @Schema(examples = "[\"fullName\",\"education\"]", description = "Empty in the first one")
            List<String> changed,

            @Schema(nullable = true) @Nullable IdentityView identity,
            @Schema(examples = "1958") int birthYear,
            @Schema(examples = "FEMALE") Sex sex,

            @Schema(examples = "PRIMARY_UNFINISHED", nullable = true) @Nullable
            Education education,

            @Schema(examples = "WIDOWED", nullable = true) @Nullable
            MaritalStatus maritalStatus,

            @Schema(examples = "SMALL_TRADE", nullable = true) @Nullable
            Livelihood livelihood,

            @Schema(examples = "{\"SEE\":1,\"HEAR\":1,\"WALK\":3,\"REM\":1,\"CARE\":2,\"COMM\":1}", nullable = true)
            @Nullable
            Map<FunctioningDomain, Integer> functioning) {}

    @Schema(name = "PersonHistory")
    record HistoryView(
            @Schema(description = "Newest first") List<VersionView> versions,

            @Schema(description = "The households they lived in, newest first; also what was struck out")
            List<MembershipView> memberships) {}
}
