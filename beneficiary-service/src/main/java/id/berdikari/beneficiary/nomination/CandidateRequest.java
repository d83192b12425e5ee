package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.Phone;
import id.berdikari.beneficiary.identity.Sex;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record CandidateRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Sutinah")
        String fullName,

        @NotNull @Schema(examples = "1958-03-14") LocalDate birthDate,

        @NotNull @Schema(examples = "FEMALE") Sex sex,

        @Size(max = 30)
        @Schema(
                examples = "3302275403580001",
                nullable = true,
                description = "National identity number; never without a token")
        @Nullable
        String nik,

        @Size(max = 30) @Schema(examples = "0812-3456-7890", nullable = true) @Nullable
        String phone,

        @NotBlank @Size(max = 13) @Schema(examples = "33.02.27.1001", description = "Kecamatan, desa or kelurahan")
        String areaCode,

        @NotBlank @Size(max = 500) @Schema(examples = "Jalan Kenanga 5 RT 02/RW 03")
        String address) {

    /** Reads the identity; {@code at} is the JSON Pointer of this object. */
    Candidate candidate(String at) {
        var identity = new Identity(
                fullName.strip(),
                nik == null || nik.isBlank() ? null : NationalId.parse(at + "/nik", nik),
                phone == null || phone.isBlank() ? null : Phone.parse(at + "/phone", phone),
                address.strip());
        return new Candidate(identity, birthDate, sex, areaCode);
    }
}
