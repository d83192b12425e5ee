package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.measure.Figure;
import id.berdikari.kit.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One measurement as it is answered. */
@Schema(name = "PovertyMeasurement")
record MeasurementView(
        @Schema(examples = "0198c6c4-8061-7273-8d84-9e0f10213243")
        UUID id,

        @Schema(examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f")
        UUID householdId,

        @Schema(examples = "0198c6c4-4c2d-7e3f-8041-5b6c7d8e9fa0")
        UUID surveyId,

        DimensionSetResource.InstrumentNameView instrument,
        SetView dimensionSet,
        @Schema(examples = "33.02.27.1001") String areaCode,

        @Schema(examples = "2026-01-12", description = "The day of the survey")
        LocalDate measuredOn,

        @Schema(
                examples = "2026-01-12",
                description =
                        "The day whose members count: that of the survey, or the first of which the register knows"
                                + " members")
        LocalDate membersOn,

        @Schema(examples = "4", description = "Living members on that day")
        int size,

        @Schema(
                nullable = true,
                description = "Sum of the weights of its deprivations; null where something is unknown")
        @Nullable
        Figure score,

        @Schema(
                nullable = true,
                examples = "true",
                description = "Whether the score reaches the cutoff; null where something is unknown")
        @Nullable
        Boolean poor,

        @Schema(description = "In what it is deprived") List<IndicatorFoundView> deprivations,

        @Schema(description = "What nobody can tell from the answers")
        List<IndicatorFoundView> unknown,

        @Schema(nullable = true, description = "Rupiah a month") @Nullable
        Figure expenditurePerHead,

        @Schema(nullable = true, description = "The poverty line, per head and month") @Nullable
        Money line,

        @Schema(nullable = true, examples = "0198c6c4-6e4f-7051-8b62-7c8d9e0f1021") @Nullable
        UUID lineId,

        @Schema(nullable = true, examples = "true", description = "Whether expenditure per head is less than the line")
        @Nullable
        Boolean poorByLine,

        @Schema(nullable = true, description = "How much of the line is missing, from 0 to 1") @Nullable
        Figure gap,

        @Schema(examples = "2026-01-12T03:12:45.123456Z") Instant recordedAt,

        @Schema(
                nullable = true,
                examples = "2026-01-13T03:12:45.123456Z",
                description = "When it was measured anew because something was corrected; null for what stands")
        @Nullable
        Instant supersededAt) {

    @Schema(name = "MeasuredBy")
    record SetView(
            @Schema(examples = "0198c6c4-7f50-7162-8c73-8d9e0f102132")
            UUID id,

            @Schema(examples = "global-mpi") String code,
            @Schema(examples = "1") int number,
            @Schema(examples = "Global MPI") String title,
            @Schema(examples = "1/3") String cutoff) {}

    @Schema(name = "IndicatorFound")
    record IndicatorFoundView(
            @Schema(examples = "FLOOR") String code,
            @Schema(examples = "LIVING_STANDARDS") String dimension,
            @Schema(examples = "A floor of earth") String title,
            @Schema(examples = "1/18") String weight) {}

    @Schema(name = "PovertyMeasurementOfPerson")
    record OfPersonView(
            @Schema(examples = "FEMALE") Sex sex,

            @Schema(examples = "67", description = "On the day whose members count")
            int age,

            @Schema(nullable = true, examples = "true", description = "Null where nobody had asked") @Nullable
            Boolean disabled,

            @Schema(description = "Of the household in which they lived")
            MeasurementView household) {}
}
