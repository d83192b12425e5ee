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

@Path("/api/v1/persons/{id}/poverty-measurements")
@Tag(name = "poverty")
@RunOnVirtualThread
class PersonMeasurementResource {

    private final MeasurementViews views;
    private final Cursors cursors;

    PersonMeasurementResource(MeasurementViews views, Cursors cursors) {
        this.views = views;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "listMeasurementsOfPerson",
            summary = "How poor the households were found in which somebody lived, newest first",
            description =
                    "With their sex, age and disability as of then; also what was found of records merged into this"
                            + " one.")
    public Page<MeasurementView.OfPersonView> list(
            UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        return views.ofPerson(id, cursors.open(cursor, limit, "person-measurements", id));
    }
}
