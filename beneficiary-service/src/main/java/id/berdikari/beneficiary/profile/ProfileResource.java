package id.berdikari.beneficiary.profile;

import id.berdikari.area.Level;
import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/poverty/profiles")
@Tag(name = "poverty")
@RolesAllowed({Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR, Roles.MONITOR, Roles.PROGRAM_OFFICER})
@RunOnVirtualThread
class ProfileResource {

    /** A province has some thousand villages. */
    private static final int LEVELS_BELOW = 2;

    private final Gazetteer gazetteer;
    private final Profiling profiling;
    private final ProfileViews views;
    private final Caller caller;

    ProfileResource(Gazetteer gazetteer, Profiling profiling, ProfileViews views, Caller caller) {
        this.gazetteer = gazetteer;
        this.profiling = profiling;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "profileArea",
            summary = "Who the poor of an area are, how poor, and why",
            description =
                    "Of the households in the register that live there, and their living members. Figures of fewer"
                            + " than 5 households or people are hidden, and so are others by which these could be found; hidden"
                            + " figures are null.")
    public ProfileView profile(
            @Parameter(
                            description = "A province, regency, district or village in the caller's areas",
                            example = "11.72")
                    @QueryParam("areaCode")
                    @NotNull
                    @Pattern(regexp = "^[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?$")
                    String areaCode,
            @Parameter(description = "Who counts as poor") @QueryParam("poor") @DefaultValue("DECILE") PoorBy poor,
            @Parameter(description = "Into what parts the level is broken down; places at most two levels below")
                    @QueryParam("by")
                    @Nullable
                    Topic by,
            @Parameter(
                            description =
                                    "The code of the set of dimensions; missing for the one that most were measured by",
                            example = "rumah-tangga-5x2")
                    @QueryParam("dimensionSet")
                    @Nullable
                    @Size(max = 64)
                    String dimensionSet,
            @Parameter(
                            description =
                                    "Surveys of this calendar year count, of each household the last; missing for the"
                                            + " last year in which somebody was measured",
                            example = "2026")
                    @QueryParam("year")
                    @Nullable
                    @Min(2000)
                    @Max(2100)
                    Integer year) {
        var path = gazetteer.path("areaCode", areaCode);
        caller.reach(areaCode);
        requirePartsOf(path.getLast().level(), by);
        return views.of(path, profiling.profile(areaCode, poor, by, dimensionSet, year));
    }

    private static void requirePartsOf(Level area, @Nullable Topic by) {
        var part = by == null ? null : by.level();
        if (part == null) {
            return;
        }
        var below = Arrays.stream(Level.values())
                .dropWhile(level -> level != area)
                .skip(1)
                .limit(LEVELS_BELOW);
        if (below.noneMatch(part::equals)) {
            throw FieldProblem.at("by", "part-level-unfit", LEVELS_BELOW);
        }
    }
}
