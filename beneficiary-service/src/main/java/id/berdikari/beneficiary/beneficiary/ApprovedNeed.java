package id.berdikari.beneficiary.beneficiary;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Embeddable
public record ApprovedNeed(
        @Schema(examples = "MOBILITY_AID") @Enumerated(EnumType.STRING)
        ProgramType programType,

        @Schema(examples = "Kruk sepasang, ukuran M") String description,
        Money amount) {}
