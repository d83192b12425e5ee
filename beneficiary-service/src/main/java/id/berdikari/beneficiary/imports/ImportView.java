package id.berdikari.beneficiary.imports;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Import")
record ImportView(
        @Schema(examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f")
        UUID id,

        @Schema(examples = "CHECKED") RegisterImport.Status status,
        @Schema(examples = "CSV") RegisterImport.Format format,
        @Schema(examples = "DTSEN-2026") String source,

        @Schema(examples = "20480", description = "Of the file, in bytes")
        long size,

        @Schema(examples = "20480", nullable = true, description = "Bytes of it that have come; not in lists") @Nullable
        Long received,

        @Schema(examples = "61", description = "The last line that was taken or checked; 1 is the headings")
        long line,

        @Schema(description = "Of the last check or run") Households households,

        @Schema(examples = "1", description = "Reasons why lines were refused")
        long findings,

        @Schema(nullable = true) @Nullable Failure failure,
        @Schema(examples = "verifier-1") String createdBy,
        @Schema(examples = "2026-01-05T03:12:45.123456Z") Instant createdAt,

        @Schema(examples = "2026-01-05T03:13:45.123456Z", nullable = true) @Nullable
        Instant finishedAt) {

    @Schema(name = "ImportedHouseholds", description = "In a check: what a run would do")
    record Households(
            @Schema(examples = "12") long registered,
            @Schema(examples = "1") long corrected,
            @Schema(examples = "6") long unchanged,
            @Schema(examples = "1") long refused) {}

    @Schema(name = "ImportFailure", description = "Why the file could not be read on; what came before it was taken")
    record Failure(
            @Schema(examples = "heading-missing") String rule,
            @Schema(examples = "1") long line) {}

    static ImportView of(RegisterImport found, @Nullable Long received) {
        var failure = found.failure();
        var line = found.failureLine();
        return new ImportView(
                found.id(),
                found.status(),
                found.format(),
                found.source(),
                found.size(),
                received,
                found.rowsDone(),
                new Households(found.registered(), found.corrected(), found.unchanged(), found.refused()),
                found.findings(),
                failure == null || line == null ? null : new Failure(failure, line),
                found.createdBy(),
                found.createdAt(),
                found.finishedAt());
    }
}
