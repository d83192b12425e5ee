package id.berdikari.beneficiary.poverty;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.berdikari.beneficiary.measure.Figure;
import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.measure.GivenNumber;
import id.berdikari.beneficiary.measure.Limits;
import id.berdikari.beneficiary.measure.Range;
import id.berdikari.beneficiary.poverty.FosterGreerThorbecke.Observation;
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

@Path("/api/v1/poverty/fgt")
@Tag(name = "poverty")
@Authenticated
@RunOnVirtualThread
class FgtResource {

    static final String REQUEST = """
            {"line": 125, "observations": [{"value": 100}, {"value": 110}, {"value": 150}, {"value": 160}]}""";

    static final String ANSWER = """
            {"P0": {"exact": "1/2", "decimal": "0.5"},
             "P1": {"exact": "2/25", "decimal": "0.08"},
             "P2": {"exact": "17/1250", "decimal": "0.0136"}}""";

    @Schema(name = "PovertyObservation")
    record ObservationRequest(
            @NotNull @Schema(description = "What it has, in the unit of the line; not negative")
            GivenNumber value,

            @Schema(
                    nullable = true,
                    description = "For how many it stands; not negative; 1 where it is missing; may be a fraction")
            @Nullable
            GivenNumber weight) {
        Observation observation(String pointer) {
            return new Observation(
                    value.value(pointer + "/value"),
                    weight == null ? Fraction.ONE : weight.fraction(pointer + "/weight", Range.NOT_NEGATIVE));
        }
    }

    @Schema(name = "FgtRequest")
    record FgtRequest(
            @NotNull @Schema(description = "The poverty line; above zero")
            GivenNumber line,

            @NotEmpty @Size(max = Limits.UNITS) List<@NotNull @Valid ObservationRequest> observations) {
        FosterGreerThorbecke measures() {
            var all = new ArrayList<Observation>();
            for (var i = 0; i < observations.size(); i++) {
                all.add(observations.get(i).observation("/observations/" + i));
            }
            return FosterGreerThorbecke.of(line.line("/line"), all);
        }
    }

    @Schema(name = "FgtMeasures")
    record FgtView(
            @JsonProperty("P0") @Schema(description = "The share of the poor")
            Figure p0,

            @JsonProperty("P1") @Schema(description = "The poverty gap, as a share of the line")
            Figure p1,

            @JsonProperty("P2") @Schema(description = "The squared poverty gap: severity")
            Figure p2) {
        static FgtView of(FosterGreerThorbecke measures) {
            return new FgtView(Figure.of(measures.p0()), Figure.of(measures.p1()), Figure.of(measures.p2()));
        }
    }

    @POST
    @Operation(
            operationId = "measureFgt",
            summary = "Foster-Greer-Thorbecke: how many are poor, and how poor",
            description = "P0, P1 and P2 of the observations given, held against one line: poor is who has less than"
                    + " the line. Nothing is stored. At most " + Limits.UNITS + " observations.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FgtRequest.class),
                            examples = @ExampleObject(name = "Haughton and Khandker", value = REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "The three measures, each from 0 to 1",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FgtView.class),
                            examples = @ExampleObject(name = "Haughton and Khandker", value = ANSWER)))
    public FgtView measure(@Valid @NotNull FgtRequest request) {
        return FgtView.of(request.measures());
    }
}
