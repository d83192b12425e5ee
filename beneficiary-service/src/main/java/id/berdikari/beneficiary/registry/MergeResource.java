package id.berdikari.beneficiary.registry;

import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/households/{id}/merge")
@Tag(name = "households")
@RunOnVirtualThread
class MergeResource {

    record MergeRequest(
            @NotNull
            @Schema(examples = "0198c6c4-19fa-7b0c-8d1e-2f3a4b5c6d7e", description = "The household that is no more")
            UUID householdId,

            @NotNull @Schema(examples = "2026-03-01") LocalDate on,

            @NotNull
            @Size(max = 100)
            @Schema(description = "Every member of the household that is no more, related to the head of this one")
            List<@NotNull @Valid RelatedMember> members) {}

    private final Composition composition;
    private final HouseholdViews views;

    MergeResource(Composition composition, HouseholdViews views) {
        this.composition = composition;
        this.views = views;
    }

    @POST
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "mergeHousehold",
            summary = "Record that another household lives with this one",
            description = "All its members join this household from a day on; the other keeps its history and takes no"
                    + " further change.")
    public RestResponse<HouseholdView> merge(UUID id, @Valid @NotNull MergeRequest request) {
        var arriving = RelatedMember.byPerson(request.members());
        var household = composition.merge(id, request.householdId(), request.on(), arriving);
        return Versions.tagged(views.of(household), household.version());
    }
}
