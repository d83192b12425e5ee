package id.berdikari.beneficiary.registry;

import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/households/{id}/split")
@Tag(name = "households")
@RunOnVirtualThread
class SplitResource {

    record SplitRequest(
            @NotNull @Schema(examples = "2026-03-01") LocalDate on,
            @NotNull @Valid HouseholdRequest household,

            @NotEmpty @Size(max = 40) @Schema(description = "Who leaves, one of them the head of the new household")
            List<@NotNull @Valid RelatedMember> members) {}

    private final Composition composition;
    private final HouseholdViews views;

    SplitResource(Composition composition, HouseholdViews views) {
        this.composition = composition;
        this.views = views;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "splitHousehold",
            summary = "Record that some members found a household of their own",
            description = "At least one member stays. Answers the new household; the old one keeps its card.")
    @APIResponse(
            responseCode = "201",
            description = "The new household; the header Location says where",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HouseholdView.class)))
    public RestResponse<HouseholdView> split(UUID id, @Valid @NotNull SplitRequest request) {
        var leaving = RelatedMember.byPerson(request.members());
        var founded = composition.split(id, request.on(), request.household().household("/household"), leaving);
        return RestResponse.ResponseBuilder.<HouseholdView>created(URI.create("/api/v1/households/" + founded.id()))
                .entity(views.of(founded))
                .build();
    }
}
