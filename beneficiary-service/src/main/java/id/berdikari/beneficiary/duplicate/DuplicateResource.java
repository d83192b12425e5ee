package id.berdikari.beneficiary.duplicate;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.Phone;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.registry.PersonMerging;
import id.berdikari.beneficiary.registry.PersonProfile;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/duplicates")
@Tag(name = "duplicates")
@RunOnVirtualThread
class DuplicateResource {

    record ReportDuplicateRequest(
            @NotNull @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90")
            UUID personId,

            @NotNull @Schema(examples = "0198c6c4-5d3e-7f40-8b52-6c7d8e9fa0b1")
            UUID otherPersonId) {}

    record MergePersonsRequest(
            @NotNull
            @Schema(
                    examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90",
                    description = "The record that counts from now on")
            UUID survivorId,

            @NotNull
            @Schema(
                    examples = "[\"NIK\",\"HOME\"]",
                    description =
                            "What is taken from the other record; HOME is the household with the relation, and the"
                                    + " area. All else stays as the survivor has it")
            Set<PersonMerging.@NotNull Field> fromOther) {}

    record CheckRequest(
            @NotBlank @Size(max = 200) @Schema(examples = "Soetinah")
            String fullName,

            @Schema(examples = "1958-03-14", nullable = true, description = "Either this or birthYear") @Nullable
            LocalDate birthDate,

            @Min(1880) @Max(2100) @Schema(examples = "1958", nullable = true) @Nullable
            Integer birthYear,

            @NotNull @Schema(examples = "FEMALE") Sex sex,

            @Size(max = 30) @Schema(examples = "3302275403580001", nullable = true) @Nullable
            String nik,

            @Size(max = 30) @Schema(examples = "0812-3456-7890", nullable = true) @Nullable
            String phone,

            @NotBlank
            @Pattern(regexp = "^[0-9]{2}\\.[0-9]{2}\\.[0-9]{2}(\\.[0-9]{4})?$")
            @Schema(examples = "33.02.27.1001", description = "Kecamatan, desa or kelurahan")
            String areaCode) {

        PersonProfile newcomer() {
            if ((birthDate == null) == (birthYear == null)) {
                throw FieldProblem.at("/birthDate", "birth-date-or-year");
            }
            var identity = new Identity(
                    fullName,
                    nik == null || nik.isBlank() ? null : NationalId.parse("/nik", nik),
                    phone == null || phone.isBlank() ? null : Phone.parse("/phone", phone),
                    null);
            var year = birthDate == null ? Objects.requireNonNull(birthYear) : birthDate.getYear();
            return new PersonProfile(Identifiers.next(), identity, birthDate, year, sex, areaCode, null, List.of());
        }
    }

    @Schema(name = "LikelyPerson")
    record LikelyView(
            @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90")
            UUID personId,

            DuplicateView.WhoView who,
            @Schema(examples = "LIKELY") Band band,

            @Schema(examples = "false", description = "Has this NIK, or a record merged into theirs has")
            boolean sameNik,

            @Schema(examples = "22.2", description = "In bits")
            BigDecimal score,

            List<DuplicateView.AgreementView> agreements) {
        static LikelyView of(DuplicateSearch.Likely likely) {
            return new LikelyView(
                    likely.person().id(),
                    DuplicateView.WhoView.of(likely.person()),
                    likely.band(),
                    likely.hasSameNationalId(),
                    Likeness.bits(likely.likeness().score()),
                    DuplicateView.AgreementView.of(likely.likeness()));
        }
    }

    @Schema(name = "LikelyPersons")
    record CheckView(
            @Schema(description = "At most ten, most likely first")
            List<LikelyView> items) {}

    record SweepRequest(
            @Schema(
                    examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90",
                    nullable = true,
                    description = "The answer of the step before; missing for the first one")
            @Nullable
            UUID after) {}

    @Schema(name = "DuplicateSweep")
    record SweepView(
            @Schema(examples = "200") int compared,

            @Schema(examples = "3", description = "How many new questions came of it")
            int found,

            @Schema(
                    examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90",
                    nullable = true,
                    description = "Where the next step goes on; null after the last one")
            @Nullable
            UUID next) {}

    private final DuplicateDesk desk;
    private final DuplicateSearch search;
    private final SuspectedDuplicates suspected;
    private final DuplicateViews views;
    private final Cursors cursors;

    DuplicateResource(
            DuplicateDesk desk,
            DuplicateSearch search,
            SuspectedDuplicates suspected,
            DuplicateViews views,
            Cursors cursors) {
        this.desk = desk;
        this.search = search;
        this.suspected = suspected;
        this.views = views;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "listDuplicates",
            summary = "People who may be registered twice, newest first",
            description = "Where both live in the caller's areas.")
    public Page<DuplicateView> list(
            @QueryParam("status") SuspectedDuplicate.@Nullable Status status,
            @QueryParam("band") @Nullable Band band,
            @Parameter(description = "Where one of the two lives", example = "33.02")
                    @QueryParam("areaCode")
                    @Nullable
                    @Pattern(regexp = "^[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?$")
                    String areaCode,
            @Parameter(description = "Only about this person") @QueryParam("personId") @Nullable UUID personId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "duplicates", status, band, areaCode, personId);
        var found = suspected.list(new SuspectedDuplicates.Filter(status, band, areaCode, personId), keyset);
        var people = views.people(found);
        return keyset.page(found, SuspectedDuplicate::id, question -> views.of(question, people));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "getDuplicate",
            summary = "Two records side by side",
            description = "With what speaks for one person and what against. NIKs are masked.")
    public RestResponse<DuplicateView> view(UUID id) {
        return answer(suspected.get(id));
    }

    @POST
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER})
    @Operation(
            operationId = "reportDuplicate",
            summary = "Say that two records may be of one person",
            description = "Answers the question as it stands where these two were asked about before.")
    public RestResponse<DuplicateView> report(@Valid @NotNull ReportDuplicateRequest request) {
        return answer(desk.report(request.personId(), request.otherPersonId()));
    }

    @POST
    @Path("/{id}/merge")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "mergePersons",
            summary = "They are one: let one record count",
            description = "The other record stays, points to it, lives in no household and takes no further change.")
    public RestResponse<DuplicateView> merge(UUID id, @Valid @NotNull MergePersonsRequest request) {
        return answer(desk.merge(id, request.survivorId(), request.fromOther()));
    }

    @POST
    @Path("/{id}/not-the-same")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "tellApart",
            summary = "They are two",
            description = "Remembered: these two are not asked about again, also when one is merged into a third.")
    public RestResponse<DuplicateView> tellApart(UUID id) {
        return answer(desk.tellApart(id));
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "undoDuplicate",
            summary = "Take the answer back",
            description = "After a merge both records are as before it; refused once the merged record was changed.")
    public RestResponse<DuplicateView> undo(UUID id) {
        return answer(desk.undo(id));
    }

    @POST
    @Path("/check")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER})
    @Operation(
            operationId = "checkDuplicates",
            summary = "Look for somebody before registering them",
            description = "By NIK and by likeness, in the caller's areas. Stores nothing.")
    public CheckView check(@Valid @NotNull CheckRequest request) {
        return new CheckView(
                search.like(request.newcomer()).stream().map(LikelyView::of).toList());
    }

    @POST
    @Path("/sweep")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "sweepDuplicates",
            summary = "Look through the register for people registered twice",
            description = "One step of 200 people in the order of their ids; repeat it with the answer's next.")
    public SweepView sweep(@Valid @NotNull SweepRequest request) {
        var step = search.sweep(request.after(), null);
        return new SweepView(step.compared(), step.found(), step.next());
    }

    private RestResponse<DuplicateView> answer(SuspectedDuplicate question) {
        return Versions.tagged(views.of(question), question.version());
    }
}
