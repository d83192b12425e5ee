package id.berdikari.beneficiary.profile;

import id.berdikari.area.Level;
import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import id.berdikari.kit.time.LocalDates;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
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
    private final AreaTallies tallies;
    private final ProfileViews views;
    private final LocalDates dates;
    private final Caller caller;

    ProfileResource(Gazetteer gazetteer, AreaTallies tallies, ProfileViews views, LocalDates dates, Caller caller) {
        this.gazetteer = gazetteer;
        this.tallies = tallies;
        this.views = views;
        this.dates = dates;
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
                    Topic by) {
        var path = gazetteer.path("areaCode", areaCode);
        caller.reach(areaCode);
        requirePartsOf(path.getLast().level(), by);
        var topics = new ArrayList<>(Topic.CHARACTERISTICS);
        if (by != null && by.level() != null) {
            topics.add(by);
        }
        var scope = new AreaTallies.Scope(areaCode, dates.today(), poor);
        return views.of(
                path,
                scope,
                AreaProfile.of(tallies.coverage(scope), tallies.tallies(scope, topics), tallies.causes(scope), by));
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
