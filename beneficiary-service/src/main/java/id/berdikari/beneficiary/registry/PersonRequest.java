package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.Phone;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.kit.problem.FieldProblem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PersonRecordRequest")
record PersonRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Sutinah")
        String fullName,

        @Schema(examples = "1958-03-14", nullable = true, description = "Either this or birthYear") @Nullable
        LocalDate birthDate,

        @Min(1880)
        @Max(2100)
        @Schema(examples = "1958", nullable = true, description = "Where only the year is known, or an estimate of it")
        @Nullable
        Integer birthYear,

        @NotNull @Schema(examples = "FEMALE") Sex sex,

        @Size(max = 30) @Schema(examples = "3302275403580001", nullable = true) @Nullable
        String nik,

        @Size(max = 30) @Schema(examples = "0812-3456-7890", nullable = true) @Nullable
        String phone,

        @Schema(examples = "PRIMARY_UNFINISHED", nullable = true) @Nullable
        Education education,

        @Schema(examples = "WIDOWED", nullable = true) @Nullable
        MaritalStatus maritalStatus,

        @Schema(examples = "SMALL_TRADE", nullable = true) @Nullable
        Livelihood livelihood,

        @Schema(
                examples = "{\"SEE\":1,\"HEAR\":1,\"WALK\":3,\"REM\":1,\"CARE\":2,\"COMM\":1}",
                nullable = true,
                description =
                        "Washington Group Short Set, all six domains: 1 no difficulty, 2 some, 3 a lot, 4 cannot; missing"
                                + " where nobody asked")
        @Nullable
        Map<FunctioningDomain, @NotNull @Min(1) @Max(4) Integer> functioning) {

    /** Reads the record; {@code at} is the JSON Pointer of this object. */
    PersonRecord person(String at) {
        if ((birthDate == null) == (birthYear == null)) {
            throw FieldProblem.at(at + "/birthDate", "birth-date-or-year");
        }
        var identity = new Identity(
                fullName.strip(),
                nik == null || nik.isBlank() ? null : NationalId.parse(at + "/nik", nik),
                phone == null || phone.isBlank() ? null : Phone.parse(at + "/phone", phone),
                null);
        var facts = new PersonFacts(
                birthDate,
                birthDate == null ? Objects.requireNonNull(birthYear) : birthDate.getYear(),
                sex,
                education,
                maritalStatus,
                livelihood,
                functioning == null ? null : WashingtonGroup.of(at + "/functioning", functioning));
        return new PersonRecord(identity, facts);
    }

    /** What it would take to register the same again. */
    static PersonRequest of(Person known, IdentityVault vault) {
        var identity = Objects.requireNonNull(known.identity(vault));
        var nik = identity.nik();
        var phone = identity.phone();
        var facts = known.facts();
        var functioning = facts.functioning();
        return new PersonRequest(
                identity.fullName(),
                facts.birthDate(),
                facts.birthDate() == null ? facts.birthYear() : null,
                facts.sex(),
                nik == null ? null : nik.digits(),
                phone == null ? null : phone.e164(),
                facts.education(),
                facts.maritalStatus(),
                facts.livelihood(),
                functioning == null ? null : functioning.answers());
    }
}
