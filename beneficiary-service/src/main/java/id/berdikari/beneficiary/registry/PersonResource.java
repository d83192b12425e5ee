package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.DisclosureReason;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/persons")
@Tag(name = "persons")
@RunOnVirtualThread
class PersonResource {

    record RegisterPersonRequest(
            @NotNull @Valid PersonRequest person,

            @NotBlank @Size(max = 13) @Schema(examples = "33.02.27.1001", description = "Kecamatan, desa or kelurahan")
            String areaCode,

            @Schema(
                    examples = "2026-01-05",
                    nullable = true,
                    description = "From which day on this is known to hold; today where it is missing")
            @Nullable
            LocalDate since) {}

    record CorrectPersonRequest(
            @NotNull @Valid PersonRequest person,

            @Size(max = 13)
            @Schema(
                    examples = "33.02.27.1001",
                    nullable = true,
                    description = "Only for somebody in no household; missing leaves it as it is")
            @Nullable
            String areaCode,

            @Schema(
                    examples = "2026-03-01",
                    nullable = true,
                    description =
                            "From which day on this holds; missing to correct what stands there since the last change")
            @Nullable
            LocalDate since) {}

    @Schema(name = "PersonSummary")
    record PersonSummaryView(
            @Schema(examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90")
            UUID id,

            @Schema(examples = "ALIVE") Person.Status status,

            @Schema(examples = "Sutinah", nullable = true, description = "Null for auditors, and after erasure")
            @Nullable
            String fullName,

            @Schema(examples = "1958") int birthYear,
            @Schema(examples = "FEMALE") Sex sex,
            @Schema(examples = "33.02.27.1001") String areaCode,

            @Schema(examples = "true", nullable = true) @Nullable
            Boolean disabled,

            @Schema(examples = "2026-01-05T03:12:45.123456Z")
            Instant updatedAt) {}

    @Schema(name = "PersonNationalId")
    record PersonNationalIdView(
            @Schema(examples = "3302275403580001") String nik) {}

    private final PersonRegister register;
    private final Persons persons;
    private final PersonViews views;
    private final Registrar registrar;
    private final Cursors cursors;

    PersonResource(PersonRegister register, Persons persons, PersonViews views, Registrar registrar, Cursors cursors) {
        this.register = register;
        this.persons = persons;
        this.views = views;
        this.registrar = registrar;
        this.cursors = cursors;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER})
    @Operation(
            operationId = "registerPerson",
            summary = "Register somebody of whom no household is known",
            description =
                    "Members of a household are registered with it. Warnings tell what looks wrong; they refuse nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Registered; the header Location says where",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PersonView.class)))
    public RestResponse<PersonView> register(@Valid @NotNull RegisterPersonRequest request) {
        var person = register.register(request.person().person("/person"), request.areaCode(), request.since());
        return RestResponse.ResponseBuilder.<PersonView>created(URI.create("/api/v1/persons/" + person.id()))
                .entity(views.of(person))
                .build();
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "listPersons",
            summary = "People in the register, newest first",
            description = "Those who live in the caller's areas.")
    public Page<PersonSummaryView> list(
            @Parameter(description = "Only in this area", example = "33.02")
                    @QueryParam("areaCode")
                    @Nullable
                    @Pattern(regexp = "^[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?$")
                    String areaCode,
            @QueryParam("status") Person.@Nullable Status status,
            @QueryParam("sex") @Nullable Sex sex,
            @Parameter(description = "By the Washington Group's rule; who was not asked is in neither list")
                    @QueryParam("disabled")
                    @Nullable
                    Boolean disabled,
            @Parameter(description = "Changed at this time or later", example = "2026-01-05T00:00:00Z")
                    @QueryParam("updatedSince")
                    @Nullable
                    Instant updatedSince,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "persons", areaCode, status, sex, disabled, updatedSince);
        var filter = new Persons.Filter(areaCode, status, sex, disabled, updatedSince);
        return keyset.page(persons.list(filter, keyset), Person::id, this::summary);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "getPerson",
            summary = "One person, now or as of a day",
            description = "The NIK is masked. Auditors see the facts but not who it is.")
    public RestResponse<PersonView> view(
            UUID id,
            @Parameter(description = "As it stood on this day, by what is known now", example = "2026-02-01")
                    @QueryParam("asOf")
                    @Nullable
                    LocalDate asOf) {
        var person = persons.get(id);
        return Versions.tagged(views.asOf(person, asOf), person.version());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "correctPerson",
            summary = "Write down what changed, or correct what was wrong",
            description = "What stood there before is kept, with who wrote it and when.")
    public RestResponse<PersonView> correct(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull CorrectPersonRequest request) {
        var person =
                register.correct(id, ifMatch, request.person().person("/person"), request.areaCode(), request.since());
        return Versions.tagged(views.of(person), person.version());
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "readPersonHistory",
            summary = "All that ever stood in the record of a person",
            description = "Who wrote it down, when, from which day on it held, and which fields it changed.")
    public RestResponse<PersonView.HistoryView> history(UUID id) {
        var person = persons.get(id);
        return Versions.tagged(views.history(person), person.version());
    }

    @GET
    @Path("/{id}/national-id")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "readNationalIdOfPerson",
            summary = "Read the whole NIK of a person",
            description = "Every reading is recorded with its reason.")
    public RestResponse<PersonNationalIdView> nationalId(
            UUID id, @QueryParam("reason") @NotNull DisclosureReason reason) {
        return RestResponse.ResponseBuilder.ok(new PersonNationalIdView(register.nationalId(id, reason)))
                .header("Cache-Control", "no-store")
                .build();
    }

    private PersonSummaryView summary(Person person) {
        var identity = views.identity(person);
        return new PersonSummaryView(
                person.id(),
                person.statusOn(registrar.today()),
                identity == null ? null : identity.fullName(),
                person.facts().birthYear(),
                person.facts().sex(),
                person.areaCode(),
                person.facts().disabled(),
                person.updatedAt());
    }
}
