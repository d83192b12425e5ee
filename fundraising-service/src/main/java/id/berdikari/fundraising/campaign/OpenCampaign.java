package id.berdikari.fundraising.campaign;

import id.berdikari.event.ProgramType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A campaign that accepts donations today, and what they are restricted to. */
public record OpenCampaign(
        UUID id,
        @Nullable UUID beneficiaryId,
        @Nullable ProgramType programType,
        @Nullable String districtCode) {}
