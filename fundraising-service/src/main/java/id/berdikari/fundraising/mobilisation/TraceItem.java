package id.berdikari.fundraising.mobilisation;

import id.berdikari.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a part of a donation is. */
public record TraceItem(
        @Schema(examples = "SPENT") State state,
        Money amount,

        @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e12")
        UUID campaignId,

        @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e13", nullable = true) @Nullable
        UUID programId,

        @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e14", nullable = true) @Nullable
        UUID deliveryId,

        @Schema(description = "The day on which the help was handed over", examples = "2026-02-20", nullable = true)
        @Nullable
        LocalDate handedOverOn) {

    /** What became of the money. */
    @Schema(name = "TraceState")
    public enum State {
        /** Waits for a programme. */
        HELD,
        /** Set aside for a programme. */
        RESERVED,
        /** Paid for a delivery. */
        SPENT,
        /** Refunded to the donor. */
        RETURNED,
        /** Paid for collecting, within the legal cap. */
        COST
    }
}
