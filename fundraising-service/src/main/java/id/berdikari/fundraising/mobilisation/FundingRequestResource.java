package id.berdikari.fundraising.mobilisation;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/funding-requests")
@RunOnVirtualThread
@Tag(name = "mobilisation")
@RolesAllowed({Roles.TREASURER, Roles.AUDITOR, Roles.PROGRAM_OFFICER})
class FundingRequestResource {

    record FundingRequestView(
            @Schema(description = "The programme's id", examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e13")
            UUID id,

            @Schema(examples = "MOBILISED") FundingRequest.Status status,

            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e0f")
            UUID beneficiaryId,

            @Schema(examples = "MOBILITY_AID", nullable = true) @Nullable
            ProgramType programType,

            Money amount,

            @Schema(examples = "2026-02-10", nullable = true) @Nullable
            LocalDate requestedOn,

            @Schema(examples = "2026-02-10", nullable = true) @Nullable
            LocalDate mobilisedOn) {
        static FundingRequestView of(FundingRequest request) {
            return new FundingRequestView(
                    request.programId(),
                    request.status(),
                    request.beneficiaryId(),
                    request.programType(),
                    request.amount(),
                    request.requestedOn(),
                    request.mobilisedOn());
        }
    }

    @Schema(description = "The part of a donation that a programme was given")
    record AllocationView(
            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e15")
            UUID id,

            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e16")
            UUID donationId,

            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e12")
            UUID campaignId,

            Money amount,

            @Schema(description = "What of it is not spent yet")
            Money reserved) {
        static AllocationView of(FundAllocation allocation) {
            return new AllocationView(
                    allocation.id(),
                    allocation.donationId(),
                    allocation.campaignId(),
                    allocation.amount(),
                    allocation.reserved());
        }
    }

    record Allocations(List<AllocationView> items) {}

    private final FundingRequests requests;
    private final FundAllocations allocations;
    private final Cursors cursors;

    FundingRequestResource(FundingRequests requests, FundAllocations allocations, Cursors cursors) {
        this.requests = requests;
        this.allocations = allocations;
        this.cursors = cursors;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getFundingRequest",
            summary = "A programme's request for money",
            description = "WAITING until enough money is held; DECLINED only after exit or withdrawn consent to help.")
    public RestResponse<FundingRequestView> view(UUID id) {
        var request = requests.get(id);
        return Versions.tagged(FundingRequestView.of(request), request.version());
    }

    @GET
    @Path("/{id}/allocations")
    @Operation(
            operationId = "listAllocations",
            summary = "The donations that pay for a programme",
            description = "First in, first out.")
    public Allocations allocations(UUID id) {
        requests.get(id);
        return new Allocations(
                allocations.ofProgram(id).stream().map(AllocationView::of).toList());
    }

    @GET
    @Operation(
            operationId = "listFundingRequests",
            summary = "Requests for money, latest first",
            description = "Filters: status, beneficiaryId.")
    public Page<FundingRequestView> list(
            @QueryParam("status") FundingRequest.@Nullable Status status,
            @QueryParam("beneficiaryId") @Nullable UUID beneficiaryId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "funding-requests", status, beneficiaryId);
        return keyset.page(
                requests.list(status, beneficiaryId, keyset.before(), keyset.fetch()),
                FundingRequest::programId,
                FundingRequestView::of);
    }
}
