package id.berdikari.beneficiary.area;

import id.berdikari.area.Level;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/areas")
@Tag(name = "areas")
@RunOnVirtualThread
@PermitAll
class AreaResource {

    @Schema(name = "Area")
    record AreaView(
            @Schema(examples = "33.02.27") String code,
            @Schema(examples = "Purwokerto Utara") String name,
            @Schema(examples = "DISTRICT") Level level,

            @Schema(examples = "33.02", nullable = true) @Nullable
            String parentCode) {
        static AreaView of(Area area) {
            return new AreaView(area.code(), area.name(), area.level(), area.parentCode());
        }
    }

    @Schema(name = "AreaWithPath")
    record AreaWithPathView(
            @Schema(examples = "33.02.27") String code,
            @Schema(examples = "Purwokerto Utara") String name,
            @Schema(examples = "DISTRICT") Level level,

            @Schema(examples = "33.02", nullable = true) @Nullable
            String parentCode,

            @Schema(nullable = true, description = "Since when the area no longer exists; null for a current one")
            @Nullable
            LocalDate validTo,

            @Schema(description = "The areas that contain it, from the province down")
            List<AreaView> path) {
        static AreaWithPathView of(Area area, List<Area> path) {
            return new AreaWithPathView(
                    area.code(),
                    area.name(),
                    area.level(),
                    area.parentCode(),
                    area.validTo(),
                    path.stream()
                            .filter(each -> !each.code().equals(area.code()))
                            .map(AreaView::of)
                            .toList());
        }
    }

    private final Areas areas;
    private final Cursors cursors;

    AreaResource(Areas areas, Cursors cursors) {
        this.areas = areas;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listAreas",
            summary = "Find provinces, regencies, districts and villages",
            description = "Current areas in the order of their Kemendagri codes. All filters given must hold.")
    public Page<AreaView> list(
            @Parameter(description = "Only direct children of this area", example = "33.02")
                    @QueryParam("parent")
                    @Nullable
                    @Size(max = 13)
                    String parent,
            @Parameter(description = "Only names that contain this text", example = "purwokerto")
                    @QueryParam("query")
                    @Nullable
                    @Size(max = 100)
                    String query,
            @QueryParam("level") @Nullable Level level,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "areas", parent, query, level);
        return keyset.page(areas.list(parent, query, level, keyset.after(), keyset.fetch()), Area::code, AreaView::of);
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "getArea",
            summary = "One area with the path of its parents",
            description = "Also answers for an area that no longer exists, because old addresses keep referring to it.")
    public AreaWithPathView view(String code) {
        return AreaWithPathView.of(areas.get(code), areas.path(code));
    }
}
