package id.berdikari.beneficiary.profile;

import id.berdikari.area.Level;
import id.berdikari.beneficiary.measure.Figure;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AreaProfile")
record ProfileView(
        AreaView area,

        @Schema(examples = "2026-11-22", description = "The day as which ages and the register count")
        LocalDate asOf,

        @Schema(description = "Who counts as poor in this answer")
        PoorView poor,

        @Schema(
                examples = "false",
                description = "Fewer than 5 households or people are registered here, so nothing is shown of them")
        boolean hidden,

        CoverageView coverage,
        LevelView level,
        CausesView causes,

        @Schema(description = "Who the poor are, beside who lives here")
        List<TopicView> characteristics,

        @Schema(nullable = true, description = "Null unless by says what the parts are") @Nullable
        PartsView parts) {

    @Schema(name = "ProfileArea")
    record AreaView(
            @Schema(examples = "11.72") String code,
            @Schema(examples = "Kota Sabang") String name,
            @Schema(examples = "REGENCY") Level level,

            @Schema(
                    examples = "[\"Aceh\"]",
                    description = "The names of the areas that contain it, from the province down")
            List<String> within) {}

    @Schema(name = "ProfilePoor")
    record PoorView(
            @Schema(examples = "DECILE") PoorBy by,

            @Schema(examples = "In households of DTSEN decile 1 to 4")
            String meaning) {}

    @Schema(name = "ProfileCoverage", description = "What is known of how many, by the register now")
    record CoverageView(
            @Schema(nullable = true, examples = "4120") @Nullable
            Integer households,

            @Schema(nullable = true, examples = "15230", description = "Living members of these households") @Nullable
            Integer persons,

            @Schema(nullable = true, examples = "3980") @Nullable
            Integer householdsWithDecile,

            @Schema(nullable = true, examples = "2025-12-31") @Nullable
            LocalDate newestDecileDate,

            @Schema(
                    nullable = true,
                    examples = "12034",
                    description = "Whose answers to the Washington Group Short Set are known")
            @Nullable
            Integer personsAskedAboutDisability) {}

    @Schema(name = "ProfileLevel", description = "How many are poor, of those of whom it is known")
    record LevelView(
            @Schema(nullable = true, examples = "3980") @Nullable
            Integer households,

            @Schema(nullable = true, examples = "14800") @Nullable
            Integer persons,

            @Schema(nullable = true, examples = "1592") @Nullable
            Integer poorHouseholds,

            @Schema(nullable = true, examples = "6512") @Nullable
            Integer poorPersons,

            @Schema(nullable = true) @Nullable Figure shareOfHouseholds,
            @Schema(nullable = true) @Nullable Figure shareOfPersons,
            @Schema(examples = "NOTHING") Hiding hidden,
            List<DecileView> deciles) {}

    @Schema(name = "ProfileDecile")
    record DecileView(
            @Schema(examples = "1", description = "1 is the poorest")
            int decile,

            @Schema(examples = "false") boolean hidden,

            @Schema(nullable = true, examples = "212") @Nullable
            Integer households,

            @Schema(nullable = true, examples = "930") @Nullable
            Integer persons) {}

    @Schema(name = "ProfileCauses", description = "Among the households of which at least one cause is written down")
    record CausesView(
            @Schema(nullable = true, examples = "1740") @Nullable
            Integer households,

            @Schema(nullable = true, examples = "1402") @Nullable
            Integer poorHouseholds,

            @Schema(examples = "NOTHING") Hiding hidden,

            @Schema(description = "The most frequent first. A household may name several, so they do not add up")
            List<CauseView> causes) {}

    @Schema(name = "ProfileCause")
    record CauseView(
            @Schema(examples = "NO_CAPITAL") String code,
            @Schema(examples = "No capital") String title,
            @Schema(examples = "NOTHING") Hiding hidden,

            @Schema(nullable = true, examples = "870") @Nullable
            Integer households,

            @Schema(nullable = true, examples = "790") @Nullable
            Integer poorHouseholds,

            @Schema(nullable = true, description = "Of all households of which a cause is known") @Nullable
            Figure shareOfHouseholds,

            @Schema(nullable = true, description = "Of the poor ones among them") @Nullable
            Figure shareOfPoorHouseholds) {}

    @Schema(name = "ProfileCharacteristic")
    record TopicView(
            @Schema(examples = "EDUCATION") Topic topic,

            @Schema(examples = "Highest school that the head finished")
            String title,

            @Schema(examples = "HOUSEHOLD", description = "What the figures count")
            Topic.Of unit,

            List<GroupView> groups) {}

    @Schema(name = "ProfileGroup")
    record GroupView(
            @Schema(examples = "PRIMARY_UNFINISHED") String code,
            @Schema(examples = "Primary school unfinished") String title,
            @Schema(examples = "NOTHING") Hiding hidden,

            @Schema(nullable = true, examples = "640", description = "How many of this kind there are, poor or not")
            @Nullable
            Integer everybody,

            @Schema(nullable = true, examples = "480") @Nullable
            Integer poor,

            @Schema(nullable = true, description = "Of all, the share of this kind") @Nullable
            Figure shareOfEverybody,

            @Schema(nullable = true, description = "Of the poor, the share of this kind") @Nullable
            Figure shareOfPoor,

            @Schema(
                    nullable = true,
                    description = "shareOfPoor divided by shareOfEverybody: above 1 for kinds that are poor more often")
            @Nullable
            Figure timesMoreFrequent) {}

    @Schema(name = "ProfileParts")
    record PartsView(
            @Schema(examples = "VILLAGE") Topic by,
            @Schema(examples = "Desa or kelurahan") String title,

            @Schema(description = "Places and livelihoods: the poorest first; others in their own order")
            List<PartView> parts) {}

    @Schema(name = "ProfilePart")
    record PartView(
            @Schema(examples = "11.72.01.2001") String code,
            @Schema(examples = "Iboih") String title,
            @Schema(examples = "NOTHING") Hiding hidden,

            @Schema(
                    nullable = true,
                    examples = "142",
                    description = "Null also where a household can belong to several parts")
            @Nullable
            Integer households,

            @Schema(nullable = true, examples = "530") @Nullable
            Integer persons,

            @Schema(nullable = true, examples = "64") @Nullable
            Integer poorHouseholds,

            @Schema(nullable = true, examples = "260") @Nullable
            Integer poorPersons,

            @Schema(nullable = true, description = "Of the people of this part, the share of the poor") @Nullable
            Figure poorShare,

            @Schema(nullable = true, description = "Of all the poor, the share that belongs to this part") @Nullable
            Figure shareOfPoor) {}
}
