package id.berdikari.beneficiary.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Membership",
        description = "Who lived in a household from when until when, who wrote it down and took it back")
record MembershipView(
        @Schema(examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f")
        UUID householdId,

        @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90")
        UUID personId,

        @Schema(examples = "CHILD") Relation relation,
        @Schema(examples = "2026-01-05") LocalDate since,
        @Schema(examples = "surveyor-1") String recordedBy,
        @Schema(examples = "2026-01-05T03:12:45.123456Z") Instant recordedAt,

        @Schema(examples = "2026-03-01", nullable = true) @Nullable
        LocalDate until,

        @Schema(examples = "SPLIT", nullable = true) Membership.@Nullable Ending ending,

        @Schema(examples = "verifier-1", nullable = true) @Nullable
        String endedBy,

        @Schema(examples = "2026-03-02T03:12:45.123456Z", nullable = true) @Nullable
        Instant endedAt,

        @Schema(examples = "verifier-1", nullable = true, description = "Who found that it never was so") @Nullable
        String struckBy,

        @Schema(examples = "2026-03-02T03:12:45.123456Z", nullable = true) @Nullable
        Instant struckAt) {
    static MembershipView of(Membership membership) {
        return new MembershipView(
                membership.householdId(),
                membership.personId(),
                membership.relation(),
                membership.since(),
                membership.recording().by(),
                membership.recording().at(),
                membership.until(),
                membership.ending(),
                membership.endedBy(),
                membership.endedAt(),
                membership.struckBy(),
                membership.struckAt());
    }
}
