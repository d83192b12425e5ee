package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.beneficiary.ApprovedNeed;
import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.money.PositiveMoney;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/nominations/{id}/decision")
@Tag(name = "nominations")
@RunOnVirtualThread
@RolesAllowed(Roles.DECIDER)
class DecisionResource {

    record ApprovedNeedRequest(
            @NotNull @Schema(examples = "MOBILITY_AID") ProgramType programType,

            @NotBlank @Size(max = 500) @Schema(examples = "Kruk sepasang, ukuran M")
            String description,

            @NotNull @PositiveMoney Money amount) {
        ApprovedNeed need() {
            return new ApprovedNeed(programType, description, amount);
        }
    }

    record DecisionRequest(
            @NotNull @Schema(examples = "APPROVE") Proposal.Outcome outcome,
            @NotNull @Schema(examples = "2026-01-20") LocalDate heldOn,

            @NotNull
            @Size(max = 50)
            @Schema(
                    examples = "[\"decider-1\",\"decider-2\",\"decider-3\"]",
                    description =
                            "Token subjects; three or more, the caller among them, none of them with an earlier step of"
                                    + " the case")
            List<@NotNull @Pattern(regexp = "^\\S{1,100}$") String> deciders,

            @NotNull @Valid Votes votes,

            @Size(max = 20)
            @Schema(nullable = true, description = "On approval: what the visit found, one entry a type")
            @Nullable
            List<@NotNull @Valid ApprovedNeedRequest> needs,

            @Size(min = 1, max = 60)
            @Schema(examples = "Ibu Melati", nullable = true, description = "Only with consent to publication")
            @Nullable
            String alias,

            @Size(min = 1, max = 2000)
            @Schema(
                    examples = "Berjualan sapu lidi keliling dan perlu alat bantu berjalan.",
                    nullable = true,
                    description = "Only with consent to publication; shows neither name, phone, NIK nor address")
            @Nullable
            String publicStory,

            @NotBlank @Size(max = 2000) @Schema(examples = "Memenuhi semua kriteria, kebutuhan mendesak")
            String reason) {
        Proposal proposal() {
            return new Proposal(
                    outcome,
                    heldOn,
                    deciders,
                    votes.inFavour(),
                    votes.against(),
                    needs == null
                            ? List.of()
                            : needs.stream().map(ApprovedNeedRequest::need).toList(),
                    alias,
                    publicStory,
                    reason);
        }
    }

    record ConfirmationRequest() {}

    private final Deciding deciding;
    private final NominationViews views;

    DecisionResource(Deciding deciding, NominationViews views) {
        this.deciding = deciding;
        this.views = views;
    }

    @POST
    @Operation(
            operationId = "proposeDecision",
            summary = "Record what a meeting decided",
            description = "It counts only when another of its deciders confirms it.")
    public RestResponse<NominationView> propose(UUID id, @Valid @NotNull DecisionRequest request) {
        var nomination = deciding.propose(id, request.proposal());
        return Versions.tagged(views.of(nomination), nomination.version());
    }

    @POST
    @Path("/confirmation")
    @Operation(
            operationId = "confirmDecision",
            summary = "Confirm a decision as another of its deciders",
            description = "Approves, waitlists or rejects the case; an approved case becomes a beneficiary.")
    public RestResponse<NominationView> confirm(UUID id, @Valid @NotNull ConfirmationRequest request) {
        var nomination = deciding.confirm(id);
        return Versions.tagged(views.of(nomination), nomination.version());
    }

    @DELETE
    @Operation(
            operationId = "withdrawDecision",
            summary = "Take back a decision that nobody confirmed",
            description = "Only whoever proposed it; the case stands as before.")
    public RestResponse<NominationView> withdraw(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var nomination = deciding.withdraw(id, ifMatch);
        return Versions.tagged(views.of(nomination), nomination.version());
    }
}
