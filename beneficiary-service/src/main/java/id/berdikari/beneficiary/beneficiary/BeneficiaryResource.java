package id.berdikari.beneficiary.beneficiary;

import id.berdikari.event.ConsentPurpose;
import id.berdikari.event.ProgramType;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

@Path("/api/v1/beneficiaries")
@Tag(name = "beneficiaries")
@RunOnVirtualThread
class BeneficiaryResource {

    record ConsentRequest(
            @NotNull @Schema(examples = "PUBLICATION") ConsentPurpose purpose,

            @NotNull @Schema(examples = "false", description = "False withdraws, or records that it was refused")
            Boolean given,

            @NotBlank @Size(max = 200) @Schema(examples = "Ketua RT 03", description = "Who was there when it was said")
            String witness) {}

    record ExitRequest(
            @NotNull @Schema(examples = "2026-02-14") LocalDate exitedOn,

            @NotBlank @Size(max = 2000) @Schema(examples = "Sudah mandiri; usaha berjalan dua tahun")
            String reason) {}

    @Schema(name = "BeneficiaryConsents", description = "What stands now")
    record StandingConsents(
            @Schema(examples = "true") boolean assistance,
            @Schema(examples = "false") boolean publication) {}

    @Schema(name = "Beneficiary", description = "An approved person. Who it is stands in the nomination, not here")
    record BeneficiaryView(
            @Schema(examples = "0198c6c5-7a3e-7cc1-a1b2-0a4f3c2d1e0f")
            UUID id,

            @Schema(examples = "ACTIVE") Beneficiary.Status status,

            @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e", description = "The nomination")
            UUID caseId,

            @Schema(examples = "33.02.27") String districtCode,
            @Schema(examples = "60-69") String ageBand,

            @Schema(examples = "Ibu Melati", nullable = true) @Nullable
            String alias,

            @Schema(examples = "Berjualan sapu lidi keliling dan perlu alat bantu berjalan.", nullable = true) @Nullable
            String publicStory,

            List<ApprovedNeed> needs,
            StandingConsents consents,
            @Schema(examples = "2026-01-20") LocalDate approvedOn,

            @Schema(examples = "2026-02-14", nullable = true) @Nullable
            LocalDate exitedOn,

            @Schema(examples = "Sudah mandiri; usaha berjalan dua tahun", nullable = true) @Nullable
            String exitReason) {
        static BeneficiaryView of(Beneficiary beneficiary) {
            return new BeneficiaryView(
                    beneficiary.id(),
                    beneficiary.status(),
                    beneficiary.caseId(),
                    beneficiary.districtCode(),
                    beneficiary.ageBand(),
                    beneficiary.alias(),
                    beneficiary.publicStory(),
                    beneficiary.needs(),
                    new StandingConsents(
                            beneficiary.consents(ConsentPurpose.ASSISTANCE),
                            beneficiary.consents(ConsentPurpose.PUBLICATION)),
                    beneficiary.approvedOn(),
                    beneficiary.exitedOn(),
                    beneficiary.exitReason());
        }
    }

    @Schema(name = "Consent")
    record ConsentView(
            @Schema(examples = "0198c6c9-5b6c-7d8e-9f01-a2b3c4d5e6f7")
            UUID id,

            @Schema(examples = "NOT_GIVEN") Consent.Status status,
            @Schema(examples = "PUBLICATION") ConsentPurpose purpose,
            @Schema(examples = "false") boolean given,
            @Schema(examples = "Ketua RT 03") String witness,
            @Schema(examples = "verifier-1") String recordedBy,

            @Schema(examples = "2026-02-01T03:12:45.123456Z")
            Instant recordedAt) {
        static ConsentView of(Consent consent) {
            return new ConsentView(
                    consent.id(),
                    consent.status(),
                    consent.purpose(),
                    consent.given(),
                    consent.witness(),
                    consent.recordedBy(),
                    consent.recordedAt());
        }
    }

    private final Beneficiaries beneficiaries;
    private final Consents consents;
    private final BeneficiaryRegister register;
    private final Cursors cursors;

    BeneficiaryResource(Beneficiaries beneficiaries, Consents consents, BeneficiaryRegister register, Cursors cursors) {
        this.beneficiaries = beneficiaries;
        this.consents = consents;
        this.register = register;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({
        Roles.SURVEYOR,
        Roles.VERIFIER,
        Roles.DECIDER,
        Roles.FUNDRAISER,
        Roles.PROGRAM_OFFICER,
        Roles.MONITOR,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "listBeneficiaries",
            summary = "Approved beneficiaries, newest first",
            description = "Those in the caller's areas. All filters given must hold.")
    public Page<BeneficiaryView> list(
            @Parameter(description = "Only in this area", example = "33.02")
                    @QueryParam("areaCode")
                    @Nullable
                    @Pattern(regexp = "^[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?$")
                    String areaCode,
            @Parameter(description = "Only with an approved need of this type") @QueryParam("programType") @Nullable
                    ProgramType programType,
            @Parameter(description = "Only those who left, or only those who did not") @QueryParam("exited") @Nullable
                    Boolean exited,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "beneficiaries", areaCode, programType, exited);
        return keyset.page(
                beneficiaries.list(areaCode, programType, exited, keyset), Beneficiary::id, BeneficiaryView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.SURVEYOR,
        Roles.VERIFIER,
        Roles.DECIDER,
        Roles.FUNDRAISER,
        Roles.PROGRAM_OFFICER,
        Roles.MONITOR,
        Roles.AUDITOR
    })
    @Operation(
            operationId = "getBeneficiary",
            summary = "One beneficiary",
            description = "What was approved, which consents stand, and whether they left.")
    public RestResponse<BeneficiaryView> view(UUID id) {
        var beneficiary = beneficiaries.get(id);
        return Versions.tagged(BeneficiaryView.of(beneficiary), beneficiary.version());
    }

    @GET
    @Path("/{id}/consents")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "listConsents",
            summary = "A beneficiary's consents, newest first",
            description = "Every answer that was recorded, from the home visit on, with its witness.")
    public Page<ConsentView> consents(
            UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "consents", id);
        return keyset.page(consents.of(beneficiaries.get(id).id(), keyset), Consent::id, ConsentView::of);
    }

    @POST
    @Path("/{id}/consents")
    @ResponseStatus(201)
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "recordConsent",
            summary = "Record a consent or its withdrawal",
            description = "A withdrawn publication consent takes the person's campaigns off the web. An answer that"
                    + " changes nothing is kept as evidence.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConsentView.class)))
    public ConsentView consent(UUID id, @Valid @NotNull ConsentRequest request) {
        return ConsentView.of(register.consent(id, request.purpose(), request.given(), request.witness()));
    }

    @POST
    @Path("/{id}/exit")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "exitBeneficiary",
            summary = "Record that a beneficiary leaves",
            description = "No new help begins for them afterwards.")
    public RestResponse<BeneficiaryView> exit(UUID id, @Valid @NotNull ExitRequest request) {
        var beneficiary = register.exit(id, request.exitedOn(), request.reason());
        return Versions.tagged(BeneficiaryView.of(beneficiary), beneficiary.version());
    }
}
