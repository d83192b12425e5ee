package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.registry.Residents;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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

    private final Measurements measurements;
    private final MeasurementViews views;
    private final Residents residents;
    private final Cursors cursors;

    HouseholdMeasurementResource(
            Measurements measurements, MeasurementViews views, Residents residents, Cursors cursors) {
        this.measurements = measurements;
        this.views = views;
        this.residents = residents;
        this.cursors = cursors;
    }

    @GET
    @Transactional
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "listMeasurementsOfHousehold",
            summary = "How poor a household was found, newest first",
            description = "One for each survey and set of dimensions; superseded ones say so.")
    public Page<MeasurementView> list(
            UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        residents.requireHousehold(id);
        var keyset = cursors.open(cursor, limit, "household-measurements", id);
        return keyset.page(measurements.ofHousehold(id, keyset), Measurement::id, views::of);
    }
}
