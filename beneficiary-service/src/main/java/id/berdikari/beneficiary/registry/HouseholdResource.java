package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.DisclosureReason;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/households")
@Tag(name = "households")
@RunOnVirtualThread
class HouseholdResource {

    record RegisterHouseholdRequest(
            @NotNull @Valid HouseholdRequest household,

            @Schema(
                    examples = "2026-01-05",
                    nullable = true,
                    description = "From which day on this is known to hold; today where it is missing")
            @Nullable
            LocalDate since,

            @NotNull @Size(max = 40) @Schema(description = "All, some or none yet; at most one head")
            List<@NotNull @Valid NewMemberRequest> members) {}

    record CorrectHouseholdRequest(
            @NotNull @Valid HouseholdRequest household,

            @Schema(
                    examples = "2026-03-01",
                    nullable = true,
                    description =
                            "From which day on this holds; missing to correct what stands there since the last change")
            @Nullable
            LocalDate since) {}

    record MoveRequest(
            @NotNull @Schema(examples = "2026-03-01") LocalDate on,

            @NotBlank @Size(max = 13) @Schema(examples = "33.02.27.1002", description = "Desa or kelurahan")
            String areaCode,

            @NotBlank @Size(max = 500) @Schema(examples = "Jalan Melati 12 RT 01/RW 05")
            String address) {}

    @Schema(name = "HouseholdSummary")
    record HouseholdSummaryView(
            @Schema(examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f")
            UUID id,

            @Schema(examples = "ACTIVE") Household.Status status,
            @Schema(examples = "33.02.27.1001") String areaCode,

            @Schema(examples = "2", nullable = true) @Nullable
            Integer decile,

            @Schema(examples = "4") int memberCount,

            @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90", nullable = true) @Nullable
            UUID headId,

            @Schema(examples = "2026-01-05T03:12:45.123456Z")
            Instant updatedAt) {}

    @Schema(name = "HouseholdFamilyCard")
    record FamilyCardView(
            @Schema(examples = "3302271503120004") String familyCard) {}

    private final HouseholdRegister register;
    private final Households households;
    private final Memberships memberships;
    private final HouseholdViews views;
    private final Registrar registrar;
    private final Cursors cursors;

    HouseholdResource(
            HouseholdRegister register,
            Households households,
            Memberships memberships,
            HouseholdViews views,
            Registrar registrar,
            Cursors cursors) {
        this.register = register;
        this.households = households;
        this.memberships = memberships;
        this.views = views;
        this.registrar = registrar;
        this.cursors = cursors;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER})
    @Operation(
            operationId = "registerHousehold",
            summary = "Register a household with its members",
            description = "Members may be new, or in the register and living in no household. Warnings tell what looks"
                    + " wrong; they refuse nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Registered; the header Location says where",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HouseholdView.class)))
    public RestResponse<HouseholdView> register(@Valid @NotNull RegisterHouseholdRequest request) {
        var members = new ArrayList<Newcomer>();
        for (var i = 0; i < request.members().size(); i++) {
            members.add(request.members().get(i).newcomer("/members/" + i));
        }
        var household = register.register(request.household().household("/household"), request.since(), members);
        return RestResponse.ResponseBuilder.<HouseholdView>created(URI.create("/api/v1/households/" + household.id()))
                .entity(views.of(household))
                .build();
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "listHouseholds",
            summary = "Households, newest first",
            description = "Those in the caller's areas. Without personal data.")
    public Page<HouseholdSummaryView> list(
            @Parameter(description = "Only in this area", example = "33.02")
                    @QueryParam("areaCode")
                    @Nullable
                    @Pattern(regexp = "^[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?$")
                    String areaCode,
            @QueryParam("status") Household.@Nullable Status status,
            @Parameter(description = "Whose head is of this sex") @QueryParam("headSex") @Nullable Sex headSex,
            @Parameter(description = "Of this DTSEN decile or a poorer one", example = "2")
                    @QueryParam("maxDecile")
                    @Nullable
                    @Min(1)
                    @Max(10)
                    Integer maxDecile,
            @Parameter(
                            description =
                                    "Where a member is disabled by the Washington Group's rule, or none is known to be")
                    @QueryParam("hasDisabledMember")
                    @Nullable
                    Boolean hasDisabledMember,
            @Parameter(description = "Changed at this time or later", example = "2026-01-05T00:00:00Z")
                    @QueryParam("updatedSince")
                    @Nullable
                    Instant updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(
                cursor, limit, "households", areaCode, status, headSex, maxDecile, hasDisabledMember, updatedSince);
        var filter = new Households.Filter(areaCode, status, headSex, maxDecile, hasDisabledMember, updatedSince);
        var found = households.list(filter, keyset);
        var members = memberships.ofAll(found.stream().map(Household::id).toList()).stream()
                .collect(Collectors.groupingBy(Membership::householdId));
        return keyset.page(
                found, Household::id, household -> summary(household, members.getOrDefault(household.id(), List.of())));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "getHousehold",
            summary = "One household with its members, now or as of a day",
            description = "NIK and KK are masked. Auditors see the facts but neither names, numbers nor the address.")
    public RestResponse<HouseholdView> view(
            UUID id,
            @Parameter(
                            description =
                                    "As it stood on this day, by what is known now; who left on it is not there any more",
                            example = "2026-02-01")
                    @QueryParam("asOf")
                    @Nullable
                    LocalDate asOf) {
        var household = households.get(id);
        return Versions.tagged(views.asOf(household, asOf), household.version());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "correctHousehold",
            summary = "Write down what changed, or correct what was wrong",
            description =
                    "What stood there before is kept, with who wrote it and when. Its members are changed elsewhere.")
    public RestResponse<HouseholdView> correct(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull CorrectHouseholdRequest request) {
        var household = register.correct(id, ifMatch, request.household().household("/household"), request.since());
        return Versions.tagged(views.of(household), household.version());
    }

    @POST
    @Path("/{id}/move")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "moveHousehold",
            summary = "Record that the whole household moved",
            description =
                    "To another address from a day on, with all its members. Its card stays until a new one is known.")
    public RestResponse<HouseholdView> move(UUID id, @Valid @NotNull MoveRequest request) {
        var household = register.move(
                id, request.on(), request.areaCode(), request.address().strip());
        return Versions.tagged(views.of(household), household.version());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "readHouseholdHistory",
            summary = "All that ever stood in the record of a household",
            description =
                    "Who wrote it down, when, from which day on it held, which fields it changed; and who lived there.")
    public RestResponse<HouseholdView.HistoryView> history(UUID id) {
        var household = households.get(id);
        return Versions.tagged(views.history(household), household.version());
    }

    @GET
    @Path("/{id}/family-card")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "readFamilyCard",
            summary = "Read the whole KK number",
            description = "Every reading is recorded with its reason.")
    public RestResponse<FamilyCardView> familyCard(UUID id, @QueryParam("reason") @NotNull DisclosureReason reason) {
        return RestResponse.ResponseBuilder.ok(new FamilyCardView(register.familyCard(id, reason)))
                .header("Cache-Control", "no-store")
                .build();
    }

    private HouseholdSummaryView summary(Household household, List<Membership> members) {
        return new HouseholdSummaryView(
                household.id(),
                household.statusOn(registrar.today()),
                household.areaCode(),
                household.decile(),
                members.size(),
                members.stream()
                        .filter(member -> member.relation() == Relation.HEAD)
                        .map(Membership::personId)
                        .findFirst()
                        .orElse(null),
                household.updatedAt());
    }
}
