package id.berdikari.beneficiary.registry;

import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/households/{id}/members")
@Tag(name = "households")
@RunOnVirtualThread
class MemberResource {

    record AddMemberRequest(
            @NotNull @Valid NewMemberRequest member,

            @Schema(
                    examples = "2026-01-05",
                    nullable = true,
                    description = "From which day on they live there; today where it is missing")
            @Nullable
            LocalDate since) {}

    record DepartureRequest(
            @NotNull @Schema(examples = "2026-03-01") LocalDate on) {}

    record RelationsRequest(
            @NotEmpty @Size(max = 100) @Schema(description = "Every member once, exactly one of them the head")
            List<@NotNull @Valid RelatedMember> members,

            @Schema(
                    examples = "2026-03-01",
                    nullable = true,
                    description =
                            "From which day on this holds; missing to correct what stands there since the last change")
            @Nullable
            LocalDate since) {}

    private final Composition composition;
    private final HouseholdViews views;

    MemberResource(Composition composition, HouseholdViews views) {
        this.composition = composition;
        this.views = views;
    }

    @POST
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER})
    @Operation(
            operationId = "addMember",
            summary = "Record that somebody lives in the household",
            description =
                    "Born, moved in, married in or forgotten before: somebody new, or in the register and living in no"
                            + " household.")
    public RestResponse<HouseholdView> add(UUID id, @Valid @NotNull AddMemberRequest request) {
        return answer(composition.add(id, request.member().newcomer("/member"), request.since()));
    }

    @PUT
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "relateMembers",
            summary = "Name the head, and how all members are related to it",
            description = "For a change of head with its day, or to correct what was wrong.")
    public RestResponse<HouseholdView> relate(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull RelationsRequest request) {
        var relations = RelatedMember.byPerson(request.members());
        return answer(composition.relate(id, ifMatch, relations, request.since()));
    }

    @POST
    @Path("/{personId}/departure")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "recordDeparture",
            summary = "Record that somebody lives there no longer",
            description =
                    "Where they live then is not known, until they join another household. Deaths are recorded at the"
                            + " person.")
    public RestResponse<HouseholdView> depart(UUID id, UUID personId, @Valid @NotNull DepartureRequest request) {
        return answer(composition.depart(id, personId, request.on()));
    }

    @DELETE
    @Path("/{personId}")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "strikeMember",
            summary = "Correct that somebody was recorded as a member who never was",
            description = "The history keeps that it was once written down, and who struck it out.")
    public RestResponse<HouseholdView> strike(
            UUID id, UUID personId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(composition.strike(id, personId, ifMatch));
    }

    private RestResponse<HouseholdView> answer(Household household) {
        return Versions.tagged(views.of(household), household.version());
    }
}
