package id.berdikari.beneficiary.nomination;

import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/nominations/{id}/person")
@Tag(name = "nominations")
@RunOnVirtualThread
@RolesAllowed(Roles.VERIFIER)
class IdentificationResource {

    record LinkPersonRequest(
            @NotNull @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90")
            UUID personId) {}

    private final Identifying identifying;
    private final NominationViews views;

    IdentificationResource(Identifying identifying, NominationViews views) {
        this.identifying = identifying;
        this.views = views;
    }

    @POST
    @Operation(
            operationId = "registerCandidate",
            summary = "Enter the candidate into the register",
            description =
                    "With name, NIK, birth date, sex and area as the case has them, and link the case to that person.")
    public RestResponse<NominationView> register(UUID id) {
        return answer(identifying.register(id));
    }

    @PUT
    @Operation(
            operationId = "linkPerson",
            summary = "Link the case to somebody in the register",
            description = "Replaces an earlier link. Refused where candidate and person have different NIKs.")
    public RestResponse<NominationView> link(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull LinkPersonRequest request) {
        return answer(identifying.link(id, ifMatch, request.personId()));
    }

    @DELETE
    @Operation(
            operationId = "unlinkPerson",
            summary = "Correct that the case is about somebody else",
            description = "The person stays in the register.")
    public RestResponse<NominationView> unlink(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(identifying.unlink(id, ifMatch));
    }

    private RestResponse<NominationView> answer(Nomination nomination) {
        return Versions.tagged(views.of(nomination), nomination.version());
    }
}
