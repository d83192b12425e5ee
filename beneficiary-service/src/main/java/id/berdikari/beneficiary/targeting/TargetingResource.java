package id.berdikari.beneficiary.targeting;

import id.berdikari.beneficiary.measure.Figure;
import id.berdikari.beneficiary.measure.GivenNumber;
import id.berdikari.beneficiary.measure.Limits;
import id.berdikari.beneficiary.measure.Units;
import id.berdikari.beneficiary.targeting.TargetingSimulation.Candidate;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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

@Path("/api/v1/targeting/simulations")
@Tag(name = "targeting")
@Authenticated
@RunOnVirtualThread
class TargetingResource {

    static final String REQUEST = """
            {"line": 20, "units": [
              {"id": "1", "value": 6, "selected": false, "group": "hills"},
              {"id": "2", "value": 8, "selected": true, "group": "hills"},
              {"id": "3", "value": 11, "selected": true, "group": "coast"},
              {"id": "4", "value": 15, "selected": false, "group": "coast"},
              {"id": "5", "value": 21, "selected": false, "group": "coast"}]}""";

    static final String ANSWER = """
            {"exclusionError": {"exact": "1/2", "decimal": "0.5"},
             "inclusionError": {"exact": "0", "decimal": "0"},
             "coverage": {"exact": "2/5", "decimal": "0.4"},
             "eligibleCoverage": {"exact": "1/2", "decimal": "0.5"},
             "groups": [
               {"group": "hills",
                "exclusionError": {"exact": "1/2", "decimal": "0.5"},
                "inclusionError": {"exact": "0", "decimal": "0"},
                "coverage": {"exact": "1/2", "decimal": "0.5"},
                "eligibleCoverage": {"exact": "1/2", "decimal": "0.5"}},
               {"group": "coast",
                "exclusionError": {"exact": "1/2", "decimal": "0.5"},
                "inclusionError": {"exact": "0", "decimal": "0"},
                "coverage": {"exact": "1/3", "decimal": "0.333333333333333333"},
                "eligibleCoverage": {"exact": "1/2", "decimal": "0.5"}}]}""";

    @Schema(name = "TargetingUnit")
    record UnitRequest(
            @Size(min = 1, max = Limits.LABEL)
            @Schema(nullable = true, examples = "1", description = "Tells units apart; no personal data")
            @Nullable
            String id,

            @NotNull @Schema(description = "What it has, in the unit of the line; not negative")
            GivenNumber value,

            @NotNull @Schema(examples = "true") Boolean selected,

            @Size(max = Limits.LABEL) @Schema(nullable = true, examples = "hills") @Nullable
            String group) {
        Candidate candidate(String pointer) {
            return new Candidate(value.value(pointer + "/value"), selected, group);
        }
    }

    @Schema(name = "TargetingSimulationRequest")
    record SimulationRequest(
            @NotNull @Schema(description = "Eligible is who has less; above zero")
            GivenNumber line,

            @NotEmpty @Size(max = Limits.UNITS) List<@NotNull @Valid UnitRequest> units) {
        TargetingSimulation simulation() {
            Units.requireDistinct("/units", "/id", units, UnitRequest::id);
            Units.requireGroups("/units", units, UnitRequest::group);
            var candidates = new ArrayList<Candidate>();
            for (var i = 0; i < units.size(); i++) {
                candidates.add(units.get(i).candidate("/units/" + i));
            }
            return TargetingSimulation.of(line.line("/line"), candidates);
        }
    }

    @Schema(name = "TargetingErrorsOfGroup")
    record GroupView(
            @Schema(nullable = true, examples = "hills", description = "Null for the units that name none") @Nullable
            String group,

            @Schema(nullable = true) @Nullable Figure exclusionError,
            @Schema(nullable = true) @Nullable Figure inclusionError,
            @Schema(nullable = true) @Nullable Figure coverage,
            @Schema(nullable = true) @Nullable Figure eligibleCoverage) {
        static GroupView of(@Nullable String group, TargetingErrors errors) {
            return new GroupView(
                    group,
                    Figure.ofDefined(errors.exclusionError()),
                    Figure.ofDefined(errors.inclusionError()),
                    Figure.ofDefined(errors.coverage()),
                    Figure.ofDefined(errors.eligibleCoverage()));
        }
    }

    @Schema(name = "TargetingErrors")
    record SimulationView(
            @Schema(nullable = true, description = "Of the eligible, the share not selected; null without eligible")
            @Nullable
            Figure exclusionError,

            @Schema(nullable = true, description = "Of the selected, the share not eligible; null without selected")
            @Nullable
            Figure inclusionError,

            @Schema(nullable = true, description = "Of the population, the share selected") @Nullable
            Figure coverage,

            @Schema(nullable = true, description = "Of the eligible, the share selected; null without eligible")
            @Nullable
            Figure eligibleCoverage,

            @Schema(description = "In the order in which they are first named; empty where no unit names a group")
            List<GroupView> groups) {
        static SimulationView of(TargetingSimulation simulation) {
            var all = GroupView.of(null, simulation.all());
            return new SimulationView(
                    all.exclusionError(),
                    all.inclusionError(),
                    all.coverage(),
                    all.eligibleCoverage(),
                    simulation.groups().entrySet().stream()
                            .map(each -> GroupView.of(each.getKey().orElse(null), each.getValue()))
                            .toList());
        }
    }

    @POST
    @Operation(
            operationId = "simulateTargeting",
            summary = "Errors of a choice of people",
            description = "Whom a choice misses (exclusion) and whom it reaches by mistake (inclusion), held against a"
                    + " line: eligible is who has less than the line. Nothing is stored. At most " + Limits.UNITS
                    + " units in " + Limits.GROUPS + " groups.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SimulationRequest.class),
                            examples = @ExampleObject(name = "five people", value = REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "The shares; those of nobody are null",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SimulationView.class),
                            examples = @ExampleObject(name = "five people", value = ANSWER)))
    public SimulationView simulate(@Valid @NotNull SimulationRequest request) {
        return SimulationView.of(request.simulation());
    }
}
