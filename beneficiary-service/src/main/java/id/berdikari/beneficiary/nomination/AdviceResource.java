package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.eligibility.Evaluating;
import id.berdikari.beneficiary.eligibility.Evaluation;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/nominations/{id}/eligibility")
@Tag(name = "nominations")
@RunOnVirtualThread
class AdviceResource {

    @Schema(name = "NominationAdvice")
    record AdviceView(
            @Schema(
                    nullable = true,
                    examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90",
                    description = "Whom the case is about; without a link to the register there is no advice")
            @Nullable
            UUID personId,

            @Schema(description = "One for each published set of criteria")
            List<Evaluation> evaluations) {}

    private final Nominations nominations;
    private final Evaluating evaluating;

    AdviceResource(Nominations nominations, Evaluating evaluating) {
        this.nominations = nominations;
        this.evaluating = evaluating;
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER})
    @Operation(
            operationId = "adviseOnNomination",
            summary = "What the published criteria say of a case",
            description =
                    "For the desk check and the decision: advice with a reason for each rule. It changes nothing and"
                            + " decides nothing; the case may go on against it.")
    public AdviceView advice(UUID id) {
        var person = nominations.get(id).personId();
        return new AdviceView(person, person == null ? List.of() : evaluating.ofPerson(person));
    }
}
