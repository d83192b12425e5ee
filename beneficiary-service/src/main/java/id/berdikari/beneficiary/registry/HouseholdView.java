package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Dwelling;
import id.berdikari.beneficiary.identity.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A household as one caller may see it. */
@Schema(
        name = "Household",
        description =
                "Address, card and names are shown only to those who work with the household; nobody after erasure")
record HouseholdView(
        @Schema(examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f")
        UUID id,

        @Schema(examples = "ACTIVE") Household.Status status,
        @Schema(examples = "33.02.27.1001") String areaCode,
        @Schema(nullable = true) @Nullable DwellingView dwelling,

        @Schema(examples = "SMALL_TRADE", nullable = true) @Nullable
        Livelihood livelihood,

        @Schema(examples = "[\"BICYCLE\",\"TELEPHONE\"]") List<Asset> assets,
        @Schema(examples = "[\"OLD_AGE\",\"NO_CAPITAL\"]") List<PovertyCause> causes,
        @Schema(nullable = true) HouseholdFacts.@Nullable Dtsen dtsen,
        List<MemberView> members,

        @Schema(examples = "[\"NO_HEAD\"]", description = "What looks wrong and may yet be right")
        Set<HouseholdWarning> warnings,

        @Schema(examples = "2026-01-05", description = "From which day on this holds; members have days of their own")
        LocalDate since,

        @Schema(examples = "surveyor-1") String recordedBy,
        @Schema(examples = "2026-01-05T03:12:45.123456Z") Instant recordedAt,
        @Schema(examples = "2026-01-05T03:12:45.123456Z") Instant updatedAt,

        @Schema(nullable = true, examples = "0198c6c4-19fa-7b0c-8d1e-2f3a4b5c6d7e") @Nullable
        UUID splitFrom,

        @Schema(nullable = true, examples = "0198c6c4-19fa-7b0c-8d1e-2f3a4b5c6d7e") @Nullable
        UUID mergedInto,

        @Schema(nullable = true, examples = "2036-05-01", description = "When the personal data were erased") @Nullable
        LocalDate erasedOn) {

    @Schema(name = "Dwelling")
    record DwellingView(
            @Schema(examples = "Jalan Kenanga 5 RT 02/RW 03")
            String address,

            @Schema(examples = "3302••••••••0004", nullable = true, description = "Masked") @Nullable
            String familyCard) {
        static DwellingView of(Dwelling dwelling) {
            return new DwellingView(
                    dwelling.address(),
                    dwelling.familyCard() == null ? null : dwelling.familyCard().masked());
        }
    }

    @Schema(name = "HouseholdMember")
    record MemberView(
            @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90")
            UUID personId,

            @Schema(examples = "HEAD") Relation relation,
            @Schema(examples = "2026-01-05") LocalDate since,
            PersonView.@Nullable IdentityView identity,
            @Schema(examples = "1958") int birthYear,
            @Schema(examples = "FEMALE") Sex sex,

            @Schema(examples = "true", nullable = true) @Nullable
            Boolean disabled,

            @Schema(examples = "[\"NIK_BIRTH_DATE_DIFFERS\"]")
            Set<PersonWarning> warnings) {}

    /** What stood in a record, and in which fields it differs from what stood there before. */
    @Schema(name = "HouseholdVersion")
    record VersionView(
            @Schema(examples = "2026-01-05", description = "From which day on it held")
            LocalDate since,

            @Schema(examples = "surveyor-1") String recordedBy,

            @Schema(examples = "2026-01-05T03:12:45.123456Z")
            Instant recordedAt,

            @Schema(examples = "[\"address\",\"dtsen\"]", description = "Empty in the first one")
            List<String> changed,

            @Schema(examples = "33.02.27.1001") String areaCode,
            @Schema(nullable = true) @Nullable DwellingView dwelling,

            @Schema(examples = "SMALL_TRADE", nullable = true) @Nullable
            Livelihood livelihood,

            @Schema(examples = "[\"BICYCLE\",\"TELEPHONE\"]")
            List<Asset> assets,

            @Schema(examples = "[\"OLD_AGE\",\"NO_CAPITAL\"]")
            List<PovertyCause> causes,

            @Schema(nullable = true) HouseholdFacts.@Nullable Dtsen dtsen) {}

    @Schema(name = "HouseholdHistory")
    record HistoryView(
            @Schema(description = "Newest first") List<VersionView> versions,

            @Schema(description = "Who lived there, newest first; also what was struck out")
            List<MembershipView> memberships) {}
}
