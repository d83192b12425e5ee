package id.berdikari.beneficiary.measurement;

import id.berdikari.kit.money.Money;
import id.berdikari.kit.money.PositiveMoney;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
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

@Path("/api/v1/poverty-lines")
@Tag(name = "poverty")
@RunOnVirtualThread
class PovertyLineResource {

    record PovertyLineRequest(
            @Size(max = 5)
            @Schema(
                    nullable = true,
                    examples = "33.02",
                    description = "A province or regency; missing for the whole country")
            @Nullable
            String areaCode,

            @Schema(nullable = true, examples = "URBAN", description = "Missing for town and country together")
            @Nullable
            Settlement settlement,

            @NotNull @Schema(examples = "2025-09-01") LocalDate validFrom,

            @NotNull @PositiveMoney @Schema(description = "Per head and month; who has less is poor")
            Money amount,

            @NotBlank @Size(max = 300) @Schema(examples = "BPS, kemiskinan September 2025")
            String source,

            @Schema(
                    nullable = true,
                    examples = "0198c6c4-6e4f-7051-8b62-7c8d9e0f1021",
                    description = "The line of the same area, settlement and day that this one corrects")
            @Nullable
            UUID supersedes) {
        PovertyLine.Scope scope() {
            return new PovertyLine.Scope(areaCode, settlement, validFrom);
        }
    }

    @Schema(name = "PovertyLine")
    record PovertyLineView(
            @Schema(examples = "0198c6c4-6e4f-7051-8b62-7c8d9e0f1021")
            UUID id,

            @Schema(nullable = true, examples = "33.02", description = "Null for the whole country") @Nullable
            String areaCode,

            @Schema(nullable = true, examples = "URBAN", description = "Null for town and country together") @Nullable
            Settlement settlement,

            @Schema(examples = "2025-09-01") LocalDate validFrom,
            @Schema(description = "Per head and month") Money amount,

            @Schema(examples = "BPS, kemiskinan September 2025")
            String source,

            @Schema(examples = "admin-1") String recordedBy,

            @Schema(examples = "2026-01-05T03:12:45.123456Z")
            Instant recordedAt,

            @Schema(
                    nullable = true,
                    examples = "0198c6c4-5d3e-7f40-8a51-6b7c8d9e0f10",
                    description = "What it corrects")
            @Nullable
            UUID supersedes,

            @Schema(nullable = true, examples = "2026-01-06T03:12:45.123456Z") @Nullable
            Instant supersededAt) {
        static PovertyLineView of(PovertyLine line) {
            return new PovertyLineView(
                    line.id(),
                    line.areaCode(),
                    line.settlement(),
                    line.validFrom(),
                    new Money(line.amount()),
                    line.source(),
                    line.recordedBy(),
                    line.recordedAt(),
                    line.supersedes(),
                    line.supersededAt());
        }
    }

    private final PovertyLineDesk desk;
    private final PovertyLines lines;
    private final Cursors cursors;

    PovertyLineResource(PovertyLineDesk desk, PovertyLines lines, Cursors cursors) {
        this.desk = desk;
        this.lines = lines;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({
        Roles.SURVEYOR,
        Roles.VERIFIER,
        Roles.DECIDER,
        Roles.FUNDRAISER,
        Roles.TREASURER,
        Roles.PROGRAM_OFFICER,
        Roles.FACILITATOR,
        Roles.MONITOR,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "listPovertyLines",
            summary = "Poverty lines, newest entry first",
            description = "All of them, also superseded ones; with asOf only those that are valid on that day.")
    public Page<PovertyLineView> list(
            @Parameter(description = "Lines of this area and of all that contains it", example = "33.02.27.1001")
                    @QueryParam("areaCode")
                    @Nullable
                    @Pattern(regexp = "^[0-9]{2}([.][0-9]{2}([.][0-9]{2}([.][0-9]{4})?)?)?$")
                    String areaCode,
            @Parameter(description = "Of each area and settlement the line of this day", example = "2025-10-01")
                    @QueryParam("asOf")
                    @Nullable
                    LocalDate asOf,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "poverty-lines", areaCode, asOf);
        return keyset.page(lines.list(areaCode, asOf, keyset), PovertyLine::id, PovertyLineView::of);
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "addPovertyLine",
            summary = "Add a poverty line, or correct one",
            description = "What is measured from now on uses it; start measuring anew for what was measured before.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PovertyLineView.class)))
    public RestResponse<PovertyLineView> add(@Valid @NotNull PovertyLineRequest request) {
        var line = desk.add(request.scope(), request.amount(), request.source().strip(), request.supersedes());
        return RestResponse.status(RestResponse.Status.CREATED, PovertyLineView.of(line));
    }
}
