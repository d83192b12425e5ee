package id.berdikari.beneficiary.registry;

import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/persons/{id}/death")
@Tag(name = "persons")
@RunOnVirtualThread
class DeathResource {

    record DeathRequest(
            @NotNull @Schema(examples = "2026-02-01") LocalDate diedOn) {}

    private final Composition composition;
    private final PersonViews views;

    DeathResource(Composition composition, PersonViews views) {
        this.composition = composition;
        this.views = views;
    }

    @POST
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "recordDeath",
            summary = "Record that somebody died",
            description = "They leave their household on that day; a household without a head says so in its warnings.")
    public RestResponse<PersonView> die(UUID id, @Valid @NotNull DeathRequest request) {
        var person = composition.die(id, request.diedOn());
        return Versions.tagged(views.of(person), person.version());
    }

    @DELETE
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "revokeDeath",
            summary = "Take back a death that was recorded by mistake",
            description = "They may join their household again from that day on.")
    public RestResponse<PersonView> revive(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var person = composition.revive(id, ifMatch);
        return Versions.tagged(views.of(person), person.version());
    }
}
