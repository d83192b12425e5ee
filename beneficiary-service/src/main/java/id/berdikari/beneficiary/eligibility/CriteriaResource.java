package id.berdikari.beneficiary.eligibility;

import id.berdikari.beneficiary.expression.ValueType;
import id.berdikari.beneficiary.wording.Wording;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/eligibility-criteria")
@Tag(name = "eligibility")
@RunOnVirtualThread
class CriteriaResource {

    private static final String CODE = "^[A-Z][A-Z0-9_]{0,39}$";
    private static final String MINIMUM = "What a household must score; missing where scores only rank";

    @Schema(name = "RewriteCriteriaRequest")
    record RewriteRequest(
            @NotNull @Valid Wording title,
            @NotNull @Valid Wording purpose,

            @Min(1) @Schema(nullable = true, examples = "40", description = MINIMUM) @Nullable
            Integer minimumScore,

            @NotEmpty @Size(max = 30) List<@NotNull @Valid Rule> rules) {
        CriteriaContent content() {
            return new CriteriaContent(title, purpose, minimumScore, rules);
        }
    }

    @Schema(name = "DraftCriteriaRequest")
    record DraftRequest(
            @NotNull @Pattern(regexp = CODE) @Schema(examples = "WALKING_AID", description = "Shared by all editions")
            String code,

            @NotNull @Valid Wording title,
            @NotNull @Valid Wording purpose,

            @Min(1) @Schema(nullable = true, examples = "40", description = MINIMUM) @Nullable
            Integer minimumScore,

            @NotEmpty @Size(max = 30) List<@NotNull @Valid Rule> rules) {
        CriteriaContent content() {
            return new CriteriaContent(title, purpose, minimumScore, rules);
        }
    }

    @Schema(name = "EvaluateCaseRequest", description = "Exactly one of the two")
    record EvaluateRequest(
            @Schema(nullable = true, examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f") @Nullable
            UUID householdId,

            @Schema(nullable = true, examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90") @Nullable
            UUID personId) {}

    @Schema(name = "StartScreeningRequest")
    record ScreenRequest(
            @NotNull
            @Pattern(regexp = ScreeningResource.AREA)
            @Schema(examples = "11.72", description = "All households in this area and in the caller's")
            String areaCode) {}

    @Schema(name = "EligibilityCriteria")
    record CriteriaView(
            @Schema(examples = "0198c6c4-5d3e-7f40-8a51-6b7c8d9e0f10")
            UUID id,

            @Schema(examples = "WALKING_AID") String code,

            @Schema(examples = "1", description = "Counts the editions of a code")
            int edition,

            @Schema(examples = "PUBLISHED") CriteriaSet.Status status,
            Wording title,
            Wording purpose,

            @Schema(nullable = true, examples = "40", description = MINIMUM) @Nullable
            Integer minimumScore,

            List<Rule> rules,

            @Schema(examples = "[\"decider-1\"]", description = "Who wrote on it")
            List<String> drafters,

            @Schema(examples = "2026-01-05T03:12:45.123456Z")
            Instant draftedAt,

            @Schema(nullable = true, examples = "decider-2") @Nullable
            String publishedBy,

            @Schema(nullable = true, examples = "2026-01-06T03:12:45.123456Z") @Nullable
            Instant publishedAt,

            @Schema(nullable = true, examples = "2026-06-06T03:12:45.123456Z") @Nullable
            Instant retiredAt) {
        static CriteriaView of(CriteriaSet set) {
            var content = set.content();
            return new CriteriaView(
                    set.id(),
                    set.code(),
                    set.edition(),
                    set.status(),
                    content.title(),
                    content.purpose(),
                    content.minimumScore(),
                    content.rules(),
                    set.drafters(),
                    set.draftedAt(),
                    set.publishedBy(),
                    set.publishedAt(),
                    set.retiredAt());
        }
    }

    @Schema(name = "RegisteredFact")
    record FactView(
            @Schema(examples = "head.education") String name,

            @Schema(examples = "TEXT") ValueType type,

            @Schema(
                    nullable = true,
                    examples = "Education",
                    description = "The list that its values come from; in a rule they are written Education.PRIMARY")
            @Nullable
            String codes,

            @Schema(nullable = true, examples = "years") @Nullable
            String unit,

            Wording description) {
        static FactView of(RegisteredFact fact) {
            return new FactView(fact.key(), fact.type().type(), fact.type().codes(), fact.unit(), fact.description());
        }
    }

    @Schema(name = "FactCatalogue")
    record CatalogueView(
            List<FactView> facts,

            @Schema(examples = "{\"Sex\":[\"FEMALE\",\"MALE\"]}", description = "The codes of each list")
            Map<String, List<String>> codes) {}

    private final CriteriaDesk desk;
    private final CriteriaSets sets;
    private final Evaluating evaluating;
    private final ScreeningDesk screenings;
    private final Cursors cursors;

    CriteriaResource(
            CriteriaDesk desk, CriteriaSets sets, Evaluating evaluating, ScreeningDesk screenings, Cursors cursors) {
        this.desk = desk;
        this.sets = sets;
        this.evaluating = evaluating;
        this.screenings = screenings;
        this.cursors = cursors;
    }

    @GET
    @Path("/facts")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "listEligibilityFacts",
            summary = "The facts that rules may read",
            description = "With type, unit and codes. Any of them may be unknown of a household; a rule that depends on"
                    + " an unknown fact answers UNKNOWN.")
    public CatalogueView facts() {
        return new CatalogueView(
                Stream.of(RegisteredFact.values()).map(FactView::of).toList(), RegisteredFact.CODES);
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.DECIDER)
    @Operation(
            operationId = "draftCriteria",
            summary = "Draft criteria, or a new edition of them",
            description = "Rules are CEL over the catalogue's facts and are type-checked: what does not fit is refused"
                    + " with the rule, line and column.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; the header Location says where",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CriteriaView.class)))
    public RestResponse<CriteriaView> draft(@Valid @NotNull DraftRequest request) {
        var set = desk.draft(request.code(), request.content());
        return RestResponse.ResponseBuilder.<CriteriaView>created(
                        URI.create("/api/v1/eligibility-criteria/" + set.id()))
                .entity(CriteriaView.of(set))
                .build();
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "listCriteria",
            summary = "Criteria, newest first",
            description = "Drafts, published and retired editions.")
    public Page<CriteriaView> list(
            @QueryParam("code") @Nullable @Pattern(regexp = CODE) String code,
            @QueryParam("status") CriteriaSet.@Nullable Status status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "eligibility-criteria", code, status);
        return keyset.page(sets.list(code, status, keyset), CriteriaSet::id, CriteriaView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "getCriteria",
            summary = "One edition of criteria",
            description = "With its rules and who wrote and published it.")
    public RestResponse<CriteriaView> view(UUID id) {
        return answer(sets.get(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.DECIDER)
    @Operation(
            operationId = "rewriteCriteria",
            summary = "Change a draft",
            description = "Published criteria never change; draft a new edition instead.")
    public RestResponse<CriteriaView> rewrite(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull RewriteRequest request) {
        return answer(desk.rewrite(id, ifMatch, request.content()));
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed(Roles.DECIDER)
    @Operation(
            operationId = "publishCriteria",
            summary = "Publish a draft",
            description = "By a decider who did not write on it. Retires the edition published before.")
    public RestResponse<CriteriaView> publish(UUID id) {
        return answer(desk.publish(id));
    }

    @POST
    @Path("/{id}/retirement")
    @RolesAllowed(Roles.DECIDER)
    @Operation(
            operationId = "retireCriteria",
            summary = "Retire published criteria",
            description = "They advise no more; what they found stays.")
    public RestResponse<CriteriaView> retire(UUID id) {
        return answer(desk.retire(id));
    }

    @POST
    @Path("/{id}/evaluations")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER})
    @Operation(
            operationId = "evaluateCase",
            summary = "What criteria say of a household, or of the one in which a person lives",
            description = "By what the register knows today; stores nothing. Advice: scores rank, people decide.")
    public Evaluation evaluate(UUID id, @Valid @NotNull EvaluateRequest request) {
        var household = request.householdId();
        var person = request.personId();
        if (household != null && person == null) {
            return evaluating.ofHousehold(id, household);
        }
        if (person != null && household == null) {
            return evaluating.ofPerson(id, person);
        }
        throw FieldProblem.at("", "household-or-person");
    }

    @POST
    @Path("/{id}/screenings")
    @ResponseStatus(202)
    @RolesAllowed({Roles.VERIFIER, Roles.DECIDER})
    @Operation(
            operationId = "startScreening",
            summary = "Hold criteria against all households of an area",
            description = "Goes on in the background; the header Location says where to follow it. A draft is compared"
                    + " with the published edition: who would enter and who would leave.")
    @APIResponse(
            responseCode = "202",
            description = "Started",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ScreeningResource.ScreeningView.class)))
    public RestResponse<ScreeningResource.ScreeningView> screen(UUID id, @Valid @NotNull ScreenRequest request) {
        var screening = screenings.start(id, request.areaCode());
        return RestResponse.ResponseBuilder.<ScreeningResource.ScreeningView>accepted()
                .location(URI.create("/api/v1/screenings/" + screening.id()))
                .entity(ScreeningResource.ScreeningView.of(screening))
                .build();
    }

    private static RestResponse<CriteriaView> answer(CriteriaSet set) {
        return Versions.tagged(CriteriaView.of(set), set.version());
    }
}
