package id.berdikari.beneficiary.measurement;

import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/households/{id}/poverty-measurements")
@Tag(name = "poverty")
@RunOnVirtualThread
class HouseholdMeasurementResource {

    private final MeasurementViews views;
    private final Cursors cursors;

    HouseholdMeasurementResource(MeasurementViews views, Cursors cursors) {
        this.views = views;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "listMeasurementsOfHousehold",
            summary = "How poor a household was found, newest first",
            description = "One for each survey and set of dimensions; superseded ones say so.")
    public Page<MeasurementView> list(
            UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        return views.ofHousehold(id, cursors.open(cursor, limit, "household-measurements", id));
    }
}
