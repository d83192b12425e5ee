package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.identity.DisclosureReason;
import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.Phone;
import id.berdikari.kit.limit.RateLimited;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/nominations")
@Tag(name = "nominations")
@RunOnVirtualThread
class NominationResource {

    record NominatorRequest(
            @NotBlank @Size(max = 200) @Schema(examples = "Bambang")
            String fullName,

            @NotBlank @Size(max = 30) @Schema(examples = "0812-9876-5432")
            String phone) {
        Identity identity() {
            return new Identity(fullName.strip(), null, Phone.parse("/nominator/phone", phone), null);
        }
    }

    record NominateRequest(
            @Schema(examples = "2026-01-05", nullable = true, description = "Today where it is missing") @Nullable
            LocalDate nominatedOn,

            @NotNull @Valid CandidateRequest candidate,

            @Schema(
                    examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90",
                    nullable = true,
                    description = "The candidate in the register, where they are known there; from staff only")
            @Nullable
            UUID personId,

            @NotBlank @Size(max = 500) @Schema(examples = "Berjualan sapu lidi keliling")
            String livelihood,

            @NotBlank @Size(max = 2000) @Schema(examples = "Sulit berjalan sejak jatuh, belum pernah dibantu")
            String reason,

            @NotNull @Valid NominatorRequest nominator) {
        Nominating.Notice notice() {
            return new Nominating.Notice(
                    nominatedOn, candidate.candidate("/candidate"), personId, livelihood, reason, nominator.identity());
        }
    }

    record NominatedView(
            @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e")
            UUID id,

            @Schema(examples = "NOMINATED") NominationStatus status) {
        static NominatedView of(Nomination nomination) {
            return new NominatedView(nomination.id(), nomination.status());
        }
    }

    @Schema(name = "NominationSummary")
    record SummaryView(
            @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e")
            UUID id,

            @Schema(examples = "NOMINATED") NominationStatus status,
            @Schema(examples = "PUBLIC") Source source,

            @Schema(examples = "lks-harapan", nullable = true) @Nullable
            String organisation,

            @Schema(examples = "33.02.27.1001") String areaCode,
            @Schema(examples = "2026-01-05") LocalDate nominatedOn,

            @Schema(examples = "2026-01-05T03:12:45.123456Z")
            Instant recordedAt) {
        static SummaryView of(Nomination nomination) {
            return new SummaryView(
                    nomination.id(),
                    nomination.status(),
                    nomination.source(),
                    nomination.organisation(),
                    nomination.areaCode(),
                    nomination.nominatedOn(),
                    nomination.recordedAt());
        }
    }

    record NationalIdView(
            @Schema(examples = "3302275403580001") String nik) {}

    private final Nominating nominating;
    private final Nominations nominations;
    private final NominationViews views;
    private final Cursors cursors;
    private final Caller caller;

    NominationResource(
            Nominating nominating, Nominations nominations, NominationViews views, Cursors cursors, Caller caller) {
        this.nominating = nominating;
        this.nominations = nominations;
        this.views = views;
        this.cursors = cursors;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @PermitAll
    @RateLimited
    @Operation(
            operationId = "nominate",
            summary = "Nominate somebody who may need help",
            description =
                    "Open to everybody without a token (then no NIK is taken, calls are limited, and personal data are"
                            + " erased 90 days after a rejection), and to the roles surveyor, verifier, decider and partner.")
    @APIResponse(
            responseCode = "201",
            description = "Nominated; the header Location says where",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NominatedView.class)))
    public RestResponse<NominatedView> nominate(@Valid @NotNull NominateRequest request) {
        if (caller.isAnonymous()) {
            if (request.candidate().nik() != null) {
                throw FieldProblem.at("/candidate/nik", "nik-not-without-token");
            }
        } else if (Stream.of(Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.PARTNER)
                .noneMatch(caller::hasRole)) {
            throw KitProblem.FORBIDDEN.refused();
        }
        if (request.personId() != null && !Nominations.isStaff(caller)) {
            throw FieldProblem.at("/personId", "person-by-staff-only");
        }
        var nomination = nominating.nominate(request.notice());
        return RestResponse.ResponseBuilder.<NominatedView>created(URI.create("/api/v1/nominations/" + nomination.id()))
                .entity(NominatedView.of(nomination))
                .build();
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR, Roles.PARTNER})
    @Operation(
            operationId = "listNominations",
            summary = "Nominations, newest first",
            description =
                    "Those in the caller's areas; for partners, those of their organisation. Without personal data."
                            + " The triage queue of public nominations is source=PUBLIC&status=NOMINATED.")
    public Page<SummaryView> list(
            @QueryParam("status") @Nullable NominationStatus status,
            @Parameter(description = "Only in this area", example = "33.02")
                    @QueryParam("areaCode")
                    @Nullable
                    @Pattern(regexp = "^[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?$")
                    String areaCode,
            @QueryParam("source") @Nullable Source source,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "nominations", status, areaCode, source);
        return keyset.page(nominations.list(status, areaCode, source, keyset), Nomination::id, SummaryView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR, Roles.PARTNER})
    @Operation(
            operationId = "getNomination",
            summary = "One case with all its steps",
            description =
                    "The NIK is masked. Auditors see the steps but not who it is about; partners see who, not the steps.")
    public RestResponse<NominationView> view(UUID id) {
        var nomination = nominations.get(id);
        return Versions.tagged(views.of(nomination), nomination.version());
    }

    @PUT
    @Path("/{id}/candidate")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "correctCandidate",
            summary = "Correct who was nominated",
            description = "Until the case is decided; not while a decision waits for its confirmation.")
    public RestResponse<NominationView> correct(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull CandidateRequest request) {
        var nomination = nominating.correct(id, ifMatch, request.candidate(""));
        return Versions.tagged(views.of(nomination), nomination.version());
    }

    @GET
    @Path("/{id}/national-id")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "readNationalId",
            summary = "Read the whole NIK",
            description = "Every reading is recorded with its reason.")
    public RestResponse<NationalIdView> nationalId(UUID id, @QueryParam("reason") @NotNull DisclosureReason reason) {
        return RestResponse.ResponseBuilder.ok(new NationalIdView(nominating.nationalId(id, reason)))
                .header("Cache-Control", "no-store")
                .build();
    }
}
