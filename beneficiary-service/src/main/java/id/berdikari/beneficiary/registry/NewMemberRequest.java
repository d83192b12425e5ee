package id.berdikari.beneficiary.registry;

import id.berdikari.kit.problem.FieldProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

record NewMemberRequest(
        @Schema(
                examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90",
                nullable = true,
                description = "Somebody in the register who lives in no household; either this or person")
        @Nullable
        UUID personId,

        @Valid @Schema(nullable = true) @Nullable PersonRequest person,
        @NotNull @Schema(examples = "HEAD") Relation relation) {

    /** Reads the member; {@code at} is the JSON Pointer of this object. */
    Newcomer newcomer(String at) {
        if ((personId == null) == (person == null)) {
            throw FieldProblem.at(at + "/personId", "known-or-new");
        }
        return new Newcomer(personId, person == null ? null : person.person(at + "/person"), relation);
    }
}
