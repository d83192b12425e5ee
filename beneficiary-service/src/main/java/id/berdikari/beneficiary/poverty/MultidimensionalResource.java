package id.berdikari.beneficiary.poverty;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.berdikari.beneficiary.measure.Figure;
import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.measure.GivenNumber;
import id.berdikari.beneficiary.measure.Limits;
import id.berdikari.beneficiary.measure.Range;
import id.berdikari.beneficiary.measure.Units;
import id.berdikari.beneficiary.poverty.AlkireFoster.OfDimension;
import id.berdikari.beneficiary.poverty.AlkireFoster.OfGroup;
import id.berdikari.beneficiary.poverty.AlkireFoster.OfIndicator;
import id.berdikari.beneficiary.poverty.Unit.Deprivations;
import id.berdikari.beneficiary.poverty.Unit.Observed;
import id.berdikari.beneficiary.poverty.Unit.Values;
import id.berdikari.kit.problem.FieldProblem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/poverty/multidimensional")
@Tag(name = "poverty")
@Authenticated
@RunOnVirtualThread
class MultidimensionalResource {

    static final String REQUEST = """
            {"cutoff": "1/3",
             "indicators": [
               {"code": "NUTRITION", "dimension": "HEALTH", "weight": "1/3"},
               {"code": "SCHOOLING", "dimension": "EDUCATION", "weight": "1/3"},
               {"code": "WATER", "dimension": "LIVING", "weight": "1/6"},
               {"code": "HOUSING", "dimension": "LIVING", "weight": "1/6"}],
             "units": [
               {"id": "a", "size": 4, "group": "hills", "deprived": [true, false, true, false]},
               {"id": "b", "size": 3, "group": "hills", "deprived": [false, false, true, true]},
               {"id": "c", "size": 5, "group": "coast", "deprived": [false, false, true, false]}]}""";

    static final String ANSWER = """
            {"H": {"exact": "7/12", "decimal": "0.583333333333333333"},
             "A": {"exact": "3/7", "decimal": "0.428571428571428571"},
             "M0": {"exact": "1/4", "decimal": "0.25"},
             "M1": null,
             "M2": null,
             "indicators": [
               {"code": "NUTRITION",
                "uncensoredHeadcount": {"exact": "1/3", "decimal": "0.333333333333333333"},
                "censoredHeadcount": {"exact": "1/3", "decimal": "0.333333333333333333"},
                "contribution": {"exact": "4/9", "decimal": "0.444444444444444444"}},
               {"code": "SCHOOLING",
                "uncensoredHeadcount": {"exact": "0", "decimal": "0"},
                "censoredHeadcount": {"exact": "0", "decimal": "0"},
                "contribution": {"exact": "0", "decimal": "0"}},
               {"code": "WATER",
                "uncensoredHeadcount": {"exact": "1", "decimal": "1"},
                "censoredHeadcount": {"exact": "7/12", "decimal": "0.583333333333333333"},
                "contribution": {"exact": "7/18", "decimal": "0.388888888888888889"}},
               {"code": "HOUSING",
                "uncensoredHeadcount": {"exact": "1/4", "decimal": "0.25"},
                "censoredHeadcount": {"exact": "1/4", "decimal": "0.25"},
                "contribution": {"exact": "1/6", "decimal": "0.166666666666666667"}}],
             "dimensions": [
               {"dimension": "HEALTH", "contribution": {"exact": "4/9", "decimal": "0.444444444444444444"}},
               {"dimension": "EDUCATION", "contribution": {"exact": "0", "decimal": "0"}},
               {"dimension": "LIVING", "contribution": {"exact": "5/9", "decimal": "0.555555555555555556"}}],
             "groups": [
               {"group": "hills",
                "populationShare": {"exact": "7/12", "decimal": "0.583333333333333333"},
                "H": {"exact": "1", "decimal": "1"},
                "A": {"exact": "3/7", "decimal": "0.428571428571428571"},
                "M0": {"exact": "3/7", "decimal": "0.428571428571428571"}},
               {"group": "coast",
                "populationShare": {"exact": "5/12", "decimal": "0.416666666666666667"},
                "H": {"exact": "0", "decimal": "0"},
                "A": null,
                "M0": {"exact": "0", "decimal": "0"}}]}""";

    @Schema(name = "PovertyIndicator")
    record IndicatorRequest(
            @NotBlank @Size(max = Limits.LABEL) @Schema(examples = "NUTRITION")
            String code,

            @Size(max = Limits.LABEL) @Schema(nullable = true, examples = "HEALTH") @Nullable
            String dimension,

            @NotNull
            @Schema(description = "Not negative; may be a fraction; the weights of a set must add up to exactly 1")
            GivenNumber weight,

            @Schema(
                    nullable = true,
                    description =
                            "Deprived is who has less; above zero; may be a fraction; needed where units give values")
            @Nullable
            GivenNumber cutoff) {
        Indicator indicator(String pointer) {
            if (dimension != null && dimension.isBlank()) {
                throw FieldProblem.at(pointer + "/dimension", "not-blank");
            }
            return new Indicator(
                    code,
                    dimension,
                    weight.fraction(pointer + "/weight", Range.NOT_NEGATIVE),
                    cutoff == null ? null : cutoff.fraction(pointer + "/cutoff", Range.POSITIVE));
        }
    }

    @Schema(name = "PovertyUnit", description = "A person or household, either with values or with judgements")
    record UnitRequest(
            @Size(min = 1, max = Limits.LABEL)
            @Schema(nullable = true, examples = "a", description = "Tells units apart; no personal data")
            @Nullable
            String id,

            @Schema(
                    nullable = true,
                    description = "For how many people it stands, household size times survey weight; not negative;"
                            + " 1 where it is missing; may be a fraction")
            @Nullable
            GivenNumber size,

            @Size(max = Limits.LABEL) @Schema(nullable = true, examples = "hills") @Nullable
            String group,

            @Schema(nullable = true, description = "What it has, one for each indicator, in their order; not negative")
            @Nullable
            List<@NotNull GivenNumber> values,

            @Schema(
                    nullable = true,
                    examples = "[true,false,true,false]",
                    description = "Whether it is deprived, one for each indicator, in their order")
            @Nullable
            List<@NotNull Boolean> deprived) {
        Unit unit(String pointer, int indicators) {
            return new Unit(
                    size == null ? Fraction.ONE : size.fraction(pointer + "/size", Range.NOT_NEGATIVE),
                    group,
                    observed(pointer, indicators));
        }

        private Observed observed(String pointer, int indicators) {
            if (values != null && deprived == null) {
                requireLength(pointer + "/values", values, indicators);
                var all = new ArrayList<BigDecimal>();
                for (var j = 0; j < values.size(); j++) {
                    all.add(values.get(j).value(pointer + "/values/" + j));
                }
                return new Values(all);
            }
            if (deprived != null && values == null) {
                requireLength(pointer + "/deprived", deprived, indicators);
                return new Deprivations(deprived);
            }
            throw FieldProblem.at(pointer, "values-or-deprived");
        }

        private static void requireLength(String pointer, List<?> entries, int indicators) {
            if (entries.size() != indicators) {
                throw FieldProblem.at(pointer, "one-for-each-indicator", indicators);
            }
        }
    }

    @Schema(name = "MultidimensionalRequest")
    record MultidimensionalRequest(
            @NotEmpty @Size(max = Limits.INDICATORS) List<@NotNull @Valid IndicatorRequest> indicators,

            @NotNull
            @Schema(
                    description =
                            "Poor is whose deprivations weigh this much or more; above 0, up to 1; may be a fraction")
            GivenNumber cutoff,

            @NotEmpty @Size(max = Limits.UNITS) List<@NotNull @Valid UnitRequest> units) {
        AlkireFoster measures() {
            Units.requireDistinct("/indicators", "/code", indicators, IndicatorRequest::code);
            Units.requireDistinct("/units", "/id", units, UnitRequest::id);
            Units.requireGroups("/units", units, UnitRequest::group);
            var set = new ArrayList<Indicator>();
            for (var j = 0; j < indicators.size(); j++) {
                set.add(indicators.get(j).indicator("/indicators/" + j));
            }
            var population = new ArrayList<Unit>();
            for (var i = 0; i < units.size(); i++) {
                population.add(units.get(i).unit("/units/" + i, set.size()));
            }
            return AlkireFoster.of(set, cutoff.fraction("/cutoff", Range.ABOVE_ZERO_UP_TO_ONE), population);
        }
    }

    @Schema(name = "PovertyByIndicator")
    record IndicatorView(
            @Schema(examples = "NUTRITION") String code,

            @Schema(description = "The share of the population that is deprived in it")
            Figure uncensoredHeadcount,

            @Schema(description = "The share of the population that is poor and deprived in it")
            Figure censoredHeadcount,

            @Schema(nullable = true, description = "Its share of M0; null where M0 is 0") @Nullable
            Figure contribution) {
        static IndicatorView of(OfIndicator indicator) {
            return new IndicatorView(
                    indicator.code(),
                    Figure.of(indicator.uncensoredHeadcount()),
                    Figure.of(indicator.censoredHeadcount()),
                    Figure.ofDefined(indicator.contribution()));
        }
    }

    @Schema(name = "PovertyByDimension")
    record DimensionView(
            @Schema(nullable = true, examples = "HEALTH", description = "Null for the indicators that name none")
            @Nullable
            String dimension,

            @Schema(nullable = true, description = "Its share of M0; null where M0 is 0") @Nullable
            Figure contribution) {
        static DimensionView of(OfDimension dimension) {
            return new DimensionView(dimension.dimension(), Figure.ofDefined(dimension.contribution()));
        }
    }

    @Schema(name = "PovertyByGroup")
    record GroupView(
            @Schema(nullable = true, examples = "hills", description = "Null for the units that name none") @Nullable
            String group,

            Figure populationShare,
            @JsonProperty("H") Figure h,

            @JsonProperty("A") @Schema(nullable = true, description = "Null where nobody in it is poor") @Nullable
            Figure a,

            @JsonProperty("M0") Figure m0) {
        static GroupView of(OfGroup group) {
            return new GroupView(
                    group.group(),
                    Figure.of(group.populationShare()),
                    Figure.of(group.h()),
                    Figure.ofDefined(group.a()),
                    Figure.of(group.m0()));
        }
    }

    @Schema(name = "MultidimensionalMeasures")
    record MultidimensionalView(
            @JsonProperty("H") @Schema(description = "The share of the poor")
            Figure h,

            @JsonProperty("A")
            @Schema(nullable = true, description = "How deprived the poor are on average; null where nobody is poor")
            @Nullable
            Figure a,

            @JsonProperty("M0") @Schema(description = "H times A")
            Figure m0,

            @JsonProperty("M1")
            @Schema(
                    nullable = true,
                    description = "Counts how far the poor fall short; null unless every unit gives values")
            @Nullable
            Figure m1,

            @JsonProperty("M2")
            @Schema(
                    nullable = true,
                    description = "The same with squared gaps: severity; null unless every unit gives values")
            @Nullable
            Figure m2,

            List<IndicatorView> indicators,

            @Schema(description = "In the order in which they are first named; empty where no indicator names one")
            List<DimensionView> dimensions,

            @Schema(description = "In the order in which they are first named; empty where no unit names one")
            List<GroupView> groups) {
        static MultidimensionalView of(AlkireFoster measures) {
            return new MultidimensionalView(
                    Figure.of(measures.h()),
                    Figure.ofDefined(measures.a()),
                    Figure.of(measures.m0()),
                    Figure.ofDefined(measures.m1()),
                    Figure.ofDefined(measures.m2()),
                    measures.indicators().stream().map(IndicatorView::of).toList(),
                    measures.dimensions().stream().map(DimensionView::of).toList(),
                    measures.groups().stream().map(GroupView::of).toList());
        }
    }

    @POST
    @Operation(
            operationId = "measureMultidimensional",
            summary = "Alkire-Foster: who is deprived of several things at once",
            description = "H, A, M0, M1 and M2 with headcounts and contributions of indicators, dimensions and groups."
                    + " A unit is deprived in an indicator if it has less than the cutoff, and poor if its deprivations"
                    + " weigh the poverty cutoff or more. Nothing is stored. At most " + Limits.INDICATORS
                    + " indicators, " + Limits.UNITS + " units and " + Limits.GROUPS + " groups.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MultidimensionalRequest.class),
                            examples = @ExampleObject(name = "three households", value = REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "The measures, each from 0 to 1; null where they are not defined",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MultidimensionalView.class),
                            examples = @ExampleObject(name = "three households", value = ANSWER)))
    public MultidimensionalView measure(@Valid @NotNull MultidimensionalRequest request) {
        return MultidimensionalView.of(request.measures());
    }
}
