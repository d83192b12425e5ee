package id.berdikari.monitoring.program;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A programme, with the date of its first hand-over as far as one is known. */
public record KnownProgram(
        UUID id, UUID beneficiaryId, @Nullable LocalDate deliveredOn) {}
