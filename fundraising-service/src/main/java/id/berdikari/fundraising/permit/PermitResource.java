package id.berdikari.fundraising.permit;

import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import id.berdikari.kit.time.LocalDates;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/permits")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "permits")
class PermitResource {

    record PermitRequest(
            @NotBlank @Size(max = 100) @Schema(examples = "510/112/2026")
            String number,

            @NotBlank @Size(max = 200) @Schema(examples = "Bupati Banyumas")
            String authority,

            @NotEmpty
            @Size(max = 100)
            @Schema(
                    description = "Codes of provinces, regencies or districts; * for the whole country",
                    examples = "[\"33.02\"]")
            List<@NotNull @Pattern(regexp = "\\*|[0-9]{2}(\\.[0-9]{2}){0,2}") String> scopeAreaCodes,

            @NotNull @Schema(examples = "2026-01-01") LocalDate validFrom,

            @NotNull @Schema(description = "Last day, at most three months after the first", examples = "2026-03-31")
            LocalDate validTo,

            @NotNull @Schema(examples = "GENERAL") Permit.Kind kind) {}

    record ExtensionRequest(
            @NotNull
            @Schema(description = "New last day, at most one month after the granted one", examples = "2026-04-30")
            LocalDate validTo) {}

    record PermitView(
            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e0f")
            UUID id,

            @Schema(examples = "VALID") Permit.Status status,
            @Schema(examples = "510/112/2026") String number,
            @Schema(examples = "Bupati Banyumas") String authority,
            @Schema(examples = "[\"33.02\"]") List<String> scopeAreaCodes,
            @Schema(examples = "2026-01-01") LocalDate validFrom,
            @Schema(examples = "2026-03-31") LocalDate validTo,
            @Schema(examples = "GENERAL") Permit.Kind kind) {
        static PermitView of(Permit permit, LocalDate today) {
            return new PermitView(
                    permit.id(),
                    permit.status(today),
                    permit.number(),
                    permit.authority(),
                    permit.scopeAreaCodes(),
                    permit.validFrom(),
                    permit.validTo(),
                    permit.kind());
        }
    }

    private final PermitBook book;
    private final Permits permits;
    private final Cursors cursors;
    private final LocalDates dates;

    PermitResource(PermitBook book, Permits permits, Cursors cursors, LocalDates dates) {
        this.book = book;
        this.permits = permits;
        this.cursors = cursors;
        this.dates = dates;
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = PermitView.class, responseCode = "201", responseDescription = "Recorded")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "registerPermit",
            summary = "Record a fundraising permit",
            description = "A permit (izin PUB) is valid for at most three months. Its number is recorded once.")
    public PermitView register(@NotNull @Valid PermitRequest request) {
        return PermitView.of(book.register(request), dates.today());
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "extendPermit",
            summary = "Record the extension of a permit",
            description = "The last day moves by at most one month in all.")
    public RestResponse<PermitView> extend(
            UUID id,
            @HeaderParam("If-Match") @Parameter(description = "The ETag as it was read", required = true) @Nullable
                    String ifMatch,
            @NotNull @Valid ExtensionRequest request) {
        var permit = book.extend(id, ifMatch, request.validTo());
        return Versions.tagged(PermitView.of(permit, dates.today()), permit.version());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.FUNDRAISER, Roles.TREASURER, Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "getPermit", summary = "One permit", description = "What it allows, where and until when.")
    public RestResponse<PermitView> view(UUID id) {
        var permit = permits.get(id);
        return Versions.tagged(PermitView.of(permit, dates.today()), permit.version());
    }

    @GET
    @RolesAllowed({Roles.FUNDRAISER, Roles.TREASURER, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listPermits",
            summary = "Permits, latest first",
            description = "Filters: kind, and a day on which they are valid.")
    public Page<PermitView> list(
            @QueryParam("kind") Permit.@Nullable Kind kind,
            @QueryParam("validOn") @Nullable LocalDate validOn,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "permits", kind, validOn);
        var today = dates.today();
        return keyset.page(
                permits.list(kind, validOn, keyset.before(), keyset.fetch()),
                Permit::id,
                permit -> PermitView.of(permit, today));
    }
}
