package id.berdikari.fundraising.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a campaign needs no permit (UU 9/1961; PP 29/1980, articles 21 to 23), and what proves it. */
@Embeddable
record Exemption(
        @NotNull @Enumerated(EnumType.STRING) @Column(name = "exemption_kind") @Schema(examples = "LIMITED_CIRCLE")
        Kind kind,

        @NotBlank
        @Size(max = 1000)
        @Column(name = "exemption_evidence")
        @Schema(examples = "Collection among the members of RW 03, minutes of 2 January 2026")
        String evidence) {

    @Schema(name = "ExemptionKind")
    enum Kind {
        RELIGIOUS,
        CUSTOMARY,
        LIMITED_CIRCLE,
        EMERGENCY
    }
}
