package id.berdikari.kit.probe;

import id.berdikari.kit.idempotency.IdempotentRequests;
import id.berdikari.kit.limit.RateLimited;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.money.PositiveMoney;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/notes")
@RunOnVirtualThread
class NoteResource {

    record NoteRequest(
            @NotBlank @Size(max = 40) String text,

            @NotNull @PositiveMoney Money price,

            @Nullable List<@Valid Part> parts,
            @Nullable Integer count,
            @Nullable Boolean urgent) {
        record Part(@NotBlank String name, @Nullable Kind kind) {}

        enum Kind {
            SMALL,
            LARGE
        }
    }

    record NoteView(UUID id, String text, Money price) {
        static NoteView of(Note note) {
            return new NoteView(note.id(), note.text(), note.price());
        }
    }

    private final NoteDesk desk;
    private final Notes notes;
    private final Cursors cursors;
    private final IdempotentRequests idempotent;

    NoteResource(NoteDesk desk, Notes notes, Cursors cursors, IdempotentRequests idempotent) {
        this.desk = desk;
        this.notes = notes;
        this.cursors = cursors;
        this.idempotent = idempotent;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.VERIFIER)
    @Operation(operationId = "writeNote")
    public NoteView write(@Valid @NotNull NoteRequest request) {
        return NoteView.of(desk.write(request.text(), request.price()));
    }

    @POST
    @Path("/once")
    @ResponseStatus(201)
    @PermitAll
    @Operation(operationId = "writeNoteOnce")
    public NoteView once(@HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull NoteRequest request) {
        return idempotent.once(key, request, NoteView.class, () -> {
            if (request.text().startsWith("slow")) {
                Pause.seconds(request.text().startsWith("slower") ? 4 : 1);
            }
            return NoteView.of(desk.write(request.text(), request.price()));
        });
    }

    @GET
    @PermitAll
    @Operation(operationId = "listNotes")
    public Page<NoteView> list(
            @QueryParam("since") @Nullable LocalDate since,
            @QueryParam("owner") @Nullable UUID owner,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "notes", since, owner);
        return keyset.page(notes.before(keyset.before(), keyset.fetch()), Note::id, NoteView::of);
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getNote")
    public RestResponse<NoteView> view(UUID id) {
        var note = notes.get(id);
        return Versions.tagged(NoteView.of(note), note.version());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(operationId = "changeNote")
    public RestResponse<NoteView> change(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NoteRequest request) {
        var note = desk.change(id, ifMatch, request.text());
        return Versions.tagged(NoteView.of(note), note.version());
    }

    @GET
    @Path("/crowded")
    @PermitAll
    @RateLimited
    @Operation(operationId = "crowdedNotes")
    public List<String> crowded() {
        return List.of();
    }

    @GET
    @Path("/away")
    @PermitAll
    @Operation(operationId = "notesAreAway")
    public List<String> away() {
        throw new IllegalStateException(new SQLException("connection lost", "08006"));
    }
}
