package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.identity.SpokenName;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/persons/search")
@Tag(name = "persons")
@RunOnVirtualThread
class PersonSearchResource {

    record SearchPersonsRequest(
            @Size(max = 200)
            @Schema(
                    examples = "Soetinah Wirjo",
                    nullable = true,
                    description = "The whole name or some of its words, in whatever order and spelling, typing errors"
                            + " tolerated; at least one word")
            @Nullable
            String name,

            @Size(max = 30)
            @Schema(examples = "3302275403580001", nullable = true, description = "Instead of a name")
            @Nullable
            String nik,

            @Pattern(regexp = "^[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?$")
            @Schema(examples = "33.02.27", nullable = true)
            @Nullable
            String areaCode,

            @Schema(examples = "FEMALE", nullable = true) @Nullable
            Sex sex,

            @Min(1880) @Max(2100) @Schema(examples = "1950", nullable = true) @Nullable
            Integer bornFrom,

            @Min(1880) @Max(2100) @Schema(examples = "1965", nullable = true) @Nullable
            Integer bornTo,

            @Schema(examples = "ALIVE", nullable = true) Person.@Nullable Status status,

            @Schema(
                    examples = "SURVEYED",
                    nullable = true,
                    description = "Of a nomination that names the person, in the caller's areas")
            SearchedPersons.@Nullable CaseStatus caseStatus,

            @Schema(
                    examples = "0198c6c5-6e4f-7051-9b62-7c8d9e0f1021",
                    nullable = true,
                    description = "Who lives in a household that this screening judged; not for surveyors")
            @Nullable
            UUID screeningId,

            @Min(0)
            @Schema(examples = "40", nullable = true, description = "Of the household in the screening")
            @Nullable
            Integer minScore,

            @Schema(examples = "MEETS", nullable = true, description = "Of the household in the screening")
            SearchedPersons.@Nullable Outcome outcome,

            @Schema(nullable = true, examples = "AZgfbnwAcACAAAAAAAAAAQ", description = "The next of the page before")
            @Nullable
            String cursor,

            @Min(1)
            @Max(200)
            @Schema(examples = "50", nullable = true, description = "50 where it is missing")
            @Nullable
            Integer limit) {

        SearchedPersons.Filter filter() {
            if (bornFrom != null && bornTo != null && bornFrom > bornTo) {
                throw FieldProblem.at("/bornTo", "before-born-from");
            }
            if (screeningId == null && (minScore != null || outcome != null)) {
                throw FieldProblem.at("/screeningId", "screening-missing");
            }
            var filter = new SearchedPersons.Filter(
                    areaCode, sex, bornFrom, bornTo, status, caseStatus, screeningId, minScore, outcome);
            if (name != null && nik != null) {
                throw FieldProblem.at("/nik", "name-or-nik");
            }
            if (Stream.of(name, nik, areaCode, sex, bornFrom, bornTo, status, caseStatus, screeningId)
                    .allMatch(Objects::isNull)) {
                throw FieldProblem.at("", "nothing-to-search");
            }
            return filter;
        }

        SpokenName spokenName() {
            var spoken = SpokenName.of(Objects.requireNonNull(name));
            if (!NameClues.canBeSought(spoken)) {
                throw FieldProblem.at("/name", "name-too-short");
            }
            return spoken;
        }
    }

    @Schema(name = "FoundPerson")
    record FoundView(
            @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90")
            UUID id,

            @Schema(
                    examples = "967",
                    nullable = true,
                    description = "Of the names, in thousandths; null where none was asked for")
            @Nullable
            Integer similarity,

            @Schema(examples = "ALIVE") Person.Status status,

            @Schema(nullable = true, description = "Null for auditors. The NIK is masked")
            PersonView.@Nullable IdentityView identity,

            @Schema(examples = "1958") int birthYear,
            @Schema(examples = "FEMALE") Sex sex,
            @Schema(examples = "33.02.27.1001") String areaCode,

            @Schema(examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f", nullable = true) @Nullable
            UUID householdId) {}

    @Schema(name = "FoundPersons")
    record FoundPageView(
            List<FoundView> items,

            @Schema(
                    nullable = true,
                    examples = "AZgfbnwAcACAAAAAAAAAAQ",
                    description = "Send it back as cursor with all else the same. Null on the last page")
            @Nullable
            String next,

            @Schema(
                    examples = "true",
                    description =
                            "False where more people have such a name than are compared, so that somebody may not be"
                                    + " among them: give an area, years of birth or another word of the name")
            boolean complete) {}

    private final PersonSearch search;
    private final Memberships memberships;
    private final PersonViews views;
    private final Registrar registrar;
    private final Cursors cursors;

    PersonSearchResource(
            PersonSearch search, Memberships memberships, PersonViews views, Registrar registrar, Cursors cursors) {
        this.search = search;
        this.memberships = memberships;
        this.views = views;
        this.registrar = registrar;
        this.cursors = cursors;
    }

    @POST
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "searchPersons",
            summary = "Look for people by name, NIK or facts",
            description = "In the caller's areas. By name the most similar first, else the newest first. A NIK leads to"
                    + " the record that counts. Each search by name or NIK is recorded, without the name; auditors search"
                    + " by facts only.")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public FoundPageView search(@Valid @NotNull SearchPersonsRequest request) {
        var filter = request.filter();
        var limit = request.limit() == null ? Integer.parseInt(Cursors.DEFAULT_LIMIT) : request.limit();
        var keyset = cursors.open(request.cursor(), limit, "search-persons", request.name(), request.nik(), filter);
        var found = found(request, filter, keyset);
        var homes = memberships
                .ofPersons(found.hits().stream().map(hit -> hit.person().id()).toList())
                .stream()
                .collect(Collectors.toMap(Membership::personId, Membership::householdId));
        var page = keyset.page(found.hits(), PersonSearch.Hit::key, hit -> view(hit, homes));
        return new FoundPageView(page.items(), page.next(), found.isComplete());
    }

    private PersonSearch.Hits found(SearchPersonsRequest request, SearchedPersons.Filter filter, Keyset keyset) {
        if (request.nik() != null) {
            return search.byNationalId(NationalId.parse("/nik", request.nik()), filter);
        }
        return request.name() == null
                ? search.byFacts(filter, keyset)
                : search.byName(request.spokenName(), filter, keyset);
    }

    private FoundView view(PersonSearch.Hit hit, Map<UUID, UUID> homes) {
        var person = hit.person();
        return new FoundView(
                person.id(),
                hit.similarity(),
                person.statusOn(registrar.today()),
                views.identity(person),
                person.facts().birthYear(),
                person.facts().sex(),
                person.areaCode(),
                homes.get(person.id()));
    }
}
