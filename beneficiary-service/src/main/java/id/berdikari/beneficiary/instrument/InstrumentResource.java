package id.berdikari.beneficiary.instrument;

import id.berdikari.beneficiary.wording.Wording;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/survey-instruments")
@Tag(name = "survey-instruments")
@RunOnVirtualThread
class InstrumentResource {

    private static final String CODE = "^[a-z][a-z0-9-]{1,63}$";

    record DraftInstrumentRequest(
            @NotNull @Pattern(regexp = CODE) @Schema(examples = "rumah-tangga-5x2")
            String code,

            @NotNull @Valid Definition definition) {}

    record RewriteInstrumentRequest(@NotNull @Valid Definition definition) {}

    @Schema(name = "SurveyInstrument")
    record InstrumentView(
            @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e")
            UUID id,

            @Schema(examples = "rumah-tangga-5x2") String code,
            @Schema(examples = "1") int number,
            @Schema(examples = "PUBLISHED") Instrument.Status status,

            @Schema(examples = "[\"verifier-1\"]", description = "Who wrote it; none of them publishes it")
            List<String> drafters,

            @Schema(examples = "decider-1", nullable = true) @Nullable
            String publishedBy,

            @Schema(examples = "2026-01-02", nullable = true) @Nullable
            LocalDate publishedOn,

            @Schema(examples = "2026-12-31", nullable = true) @Nullable
            LocalDate retiredOn,

            Definition definition) {
        static InstrumentView of(Instrument instrument) {
            return new InstrumentView(
                    instrument.id(),
                    instrument.code(),
                    instrument.number(),
                    instrument.status(),
                    instrument.drafters(),
                    instrument.publishedBy(),
                    instrument.publishedOn(),
                    instrument.retiredOn(),
                    instrument.definition());
        }
    }

    @Schema(name = "SurveyInstrumentSummary")
    record InstrumentSummaryView(
            @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e")
            UUID id,

            @Schema(examples = "rumah-tangga-5x2") String code,
            @Schema(examples = "1") int number,
            @Schema(examples = "PUBLISHED") Instrument.Status status,
            Wording title) {
        static InstrumentSummaryView of(Instrument instrument) {
            return new InstrumentSummaryView(
                    instrument.id(),
                    instrument.code(),
                    instrument.number(),
                    instrument.status(),
                    instrument.definition().title());
        }
    }

    private final InstrumentDesk desk;
    private final Instruments instruments;
    private final Cursors cursors;

    InstrumentResource(InstrumentDesk desk, Instruments instruments, Cursors cursors) {
        this.desk = desk;
        this.instruments = instruments;
        this.cursors = cursors;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "draftInstrument",
            summary = "Draft a questionnaire",
            description = "Its conditions are compiled and type-checked; the first slip is named with line and column.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; the header Location says where",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InstrumentView.class)))
    public RestResponse<InstrumentView> draft(@Valid @NotNull DraftInstrumentRequest request) {
        return created(desk.draft(request.code(), request.definition()));
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.MONITOR, Roles.AUDITOR})
    @Operation(operationId = "listInstruments", summary = "Questionnaires with all their versions, newest first")
    public Page<InstrumentSummaryView> list(
            @Parameter(description = "All versions of one", example = "rumah-tangga-5x2")
                    @QueryParam("code")
                    @Nullable
                    @Pattern(regexp = CODE)
                    String code,
            @QueryParam("status") Instrument.@Nullable Status status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "survey-instruments", code, status);
        return keyset.page(instruments.list(code, status, keyset), Instrument::id, InstrumentSummaryView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.MONITOR, Roles.AUDITOR})
    @Operation(operationId = "getInstrument", summary = "One version of a questionnaire")
    public RestResponse<InstrumentView> view(UUID id) {
        return answer(instruments.get(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "rewriteInstrument",
            summary = "Rewrite a draft",
            description = "A published version does not change any more; draft the next one.")
    public RestResponse<InstrumentView> rewrite(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RewriteInstrumentRequest request) {
        return answer(desk.rewrite(id, ifMatch, request.definition()));
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed(Roles.DECIDER)
    @Operation(
            operationId = "publishInstrument",
            summary = "Publish a draft",
            description = "By somebody who did not write it. From now on it can be used and does not change.")
    public RestResponse<InstrumentView> publish(UUID id) {
        return answer(desk.publish(id));
    }

    @POST
    @Path("/{id}/retirement")
    @RolesAllowed(Roles.DECIDER)
    @Operation(
            operationId = "retireInstrument",
            summary = "Retire a version",
            description = "Surveys made up to today may still come in.")
    public RestResponse<InstrumentView> retire(UUID id) {
        return answer(desk.retire(id));
    }

    @POST
    @Path("/{id}/versions")
    @ResponseStatus(201)
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "draftNextInstrument",
            summary = "Draft the next version",
            description = "As a copy of this one. An instrument has one draft at most.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; the header Location says where",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InstrumentView.class)))
    public RestResponse<InstrumentView> draftNext(UUID id) {
        return created(desk.draftNext(id));
    }

    private static RestResponse<InstrumentView> created(Instrument instrument) {
        return RestResponse.ResponseBuilder.<InstrumentView>created(
                        URI.create("/api/v1/survey-instruments/" + instrument.id()))
                .entity(InstrumentView.of(instrument))
                .build();
    }

    private static RestResponse<InstrumentView> answer(Instrument instrument) {
        return Versions.tagged(InstrumentView.of(instrument), instrument.version());
    }
}
