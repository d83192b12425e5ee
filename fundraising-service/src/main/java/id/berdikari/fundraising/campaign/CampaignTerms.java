package id.berdikari.fundraising.campaign;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a campaign is for and under which conditions; all that an edit of the draft can change. */
@Embeddable
record CampaignTerms(
        String title,
        @Nullable UUID beneficiaryId,
        @Nullable @Enumerated(EnumType.STRING) ProgramType programType,
        @Nullable String districtCode,
        @Nullable String story,
        Money target,
        @Nullable UUID permitId,
        @Nullable @Embedded Exemption exemption,
        LocalDate endsOn) {}
