package id.berdikari.beneficiary.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.berdikari.area.Level;
import id.berdikari.beneficiary.measure.Figure;
import id.berdikari.kit.money.Money;
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

        @Schema(nullable = true, description = "Null where nobody was measured in that year") @Nullable
        MeasuredView measured,

        CoverageView coverage,
        LevelView level,
        DeprivationsView dimensions,
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
            Integer personsAskedAboutDisability,

            @Schema(nullable = true, examples = "3105", description = "By these measurements") @Nullable
            Integer householdsMeasured) {}

    @Schema(
            name = "ProfileMeasured",
            description =
                    "Which measurements count: by one version of a set of dimensions, of each household the last one"
                            + " of one calendar year")
    record MeasuredView(
            @Schema(examples = "rumah-tangga-5x2") String dimensionSet,
            @Schema(examples = "1") int version,

            @Schema(examples = "Five dimensions of two indicators")
            String title,

            @Schema(examples = "1/3", description = "Poor is whose deprivations weigh as much or more")
            String cutoff,

            @Schema(examples = "2026") int year,

            @Schema(description = "Per head and month: those that households were held against")
            List<Money> lines) {}

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
            List<DecileView> deciles,
            LineView line,
            ScoreView dimensions) {}

    @Schema(
            name = "ProfileLine",
            description =
                    "Foster, Greer and Thorbecke over the people of measured households, each against its own line")
    record LineView(
            @Schema(examples = "NOTHING") Hiding hidden,

            @Schema(
                    nullable = true,
                    examples = "3080",
                    description = "Null also where a household can belong to several parts")
            @Nullable
            Integer households,

            @Schema(nullable = true, examples = "11650") @Nullable
            Integer persons,

            @JsonProperty("P0") @Schema(nullable = true, description = "The share of the poor") @Nullable
            Figure p0,

            @JsonProperty("P1") @Schema(nullable = true, description = "The average gap to the line") @Nullable
            Figure p1,

            @JsonProperty("P2") @Schema(nullable = true, description = "The average squared gap") @Nullable
            Figure p2) {}

    @Schema(
            name = "ProfileScore",
            description = "Alkire and Foster over the people of the households of which every indicator is known")
    record ScoreView(
            @Schema(examples = "NOTHING") Hiding hidden,

            @Schema(
                    nullable = true,
                    examples = "2990",
                    description = "Null also where a household can belong to several parts")
            @Nullable
            Integer households,

            @Schema(nullable = true, examples = "11290") @Nullable
            Integer persons,

            @JsonProperty("H") @Schema(nullable = true, description = "The share of the poor") @Nullable
            Figure h,

            @JsonProperty("A")
            @Schema(
                    nullable = true,
                    description = "How deprived the poor are on average; null also where nobody is poor")
            @Nullable
            Figure a,

            @JsonProperty("M0") @Schema(nullable = true, description = "H times A") @Nullable
            Figure m0) {}

    @Schema(name = "ProfileDeprivations", description = "In what people are deprived; empty where nobody was measured")
    record DeprivationsView(List<IndicatorView> indicators, List<DimensionView> dimensions) {}

    @Schema(name = "ProfileIndicator")
    record IndicatorView(
            @Schema(examples = "FLOOR") String code,
            @Schema(examples = "A floor of earth") String title,
            @Schema(examples = "LIVING_STANDARDS") String dimension,
            @Schema(examples = "1/18") String weight,
            @Schema(examples = "NOTHING") Hiding hidden,

            @Schema(nullable = true, description = "The share of the people that is deprived in it") @Nullable
            Figure uncensoredHeadcount,

            @Schema(nullable = true, description = "The share that is poor and deprived in it") @Nullable
            Figure censoredHeadcount,

            @Schema(nullable = true, description = "Its share of M0; null also where M0 is 0") @Nullable
            Figure contribution) {}

    @Schema(name = "ProfileDimension")
    record DimensionView(
            @Schema(examples = "LIVING_STANDARDS") String dimension,

            @Schema(examples = "false", description = "Hidden, since an indicator of it is")
            boolean hidden,

            @Schema(nullable = true, description = "Its share of M0; null also where M0 is 0") @Nullable
            Figure contribution) {}

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
            Figure shareOfPoor,

            LineView line,
            ScoreView dimensions) {}
}
