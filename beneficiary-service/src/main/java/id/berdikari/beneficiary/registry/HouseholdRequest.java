package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Dwelling;
import id.berdikari.beneficiary.identity.FamilyCard;
import id.berdikari.beneficiary.identity.IdentityVault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "HouseholdRecordRequest")
record HouseholdRequest(
        @NotBlank @Size(max = 13) @Schema(examples = "33.02.27.1001", description = "Desa or kelurahan")
        String areaCode,

        @NotBlank @Size(max = 500) @Schema(examples = "Jalan Kenanga 5 RT 02/RW 03")
        String address,

        @Size(max = 30)
        @Schema(examples = "3302271503120004", nullable = true, description = "The number of the household card (KK)")
        @Nullable
        String familyCard,

        @Schema(examples = "SMALL_TRADE", nullable = true, description = "What it lives on for the most part") @Nullable
        Livelihood livelihood,

        @Size(max = 50) @Schema(examples = "[\"BICYCLE\",\"TELEPHONE\"]", nullable = true) @Nullable
        List<@NotNull Asset> assets,

        @Size(max = 50) @Schema(examples = "[\"OLD_AGE\",\"NO_CAPITAL\"]", nullable = true) @Nullable
        List<@NotNull PovertyCause> causes,

        @Valid @Schema(nullable = true) HouseholdFacts.@Nullable Dtsen dtsen) {

    /** Reads the record; {@code at} is the JSON Pointer of this object. */
    HouseholdRecord household(String at) {
        var card = familyCard == null || familyCard.isBlank() ? null : FamilyCard.parse(at + "/familyCard", familyCard);
        var facts = new HouseholdFacts(
                livelihood,
                Objects.requireNonNullElse(assets, List.of()),
                Objects.requireNonNullElse(causes, List.of()),
                dtsen);
        return new HouseholdRecord(areaCode, new Dwelling(card, address.strip()), facts);
    }

    /** What it would take to register the same again. */
    static HouseholdRequest of(Household known, IdentityVault vault) {
        var dwelling = Objects.requireNonNull(known.dwelling(vault));
        var card = dwelling.familyCard();
        var facts = known.facts();
        return new HouseholdRequest(
                known.areaCode(),
                dwelling.address(),
                card == null ? null : card.digits(),
                facts.livelihood(),
                facts.assets(),
                facts.causes(),
                facts.dtsen());
    }
}
