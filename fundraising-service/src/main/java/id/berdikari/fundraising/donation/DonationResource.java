package id.berdikari.fundraising.donation;

import id.berdikari.fundraising.mobilisation.Funds;
import id.berdikari.fundraising.mobilisation.TraceItem;
import id.berdikari.kit.limit.RateLimited;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/donations")
@RunOnVirtualThread
@Tag(name = "donations")
class DonationResource {

    private static final String SECRET = "X-Donor-Secret";

    record Donor(
            @Nullable @Size(min = 1, max = 100) @Schema(examples = "Sari Wulandari", nullable = true)
            String name,

            @Nullable @Email @Size(max = 254) @Schema(examples = "sari@example.org")
            String email,

            @NotNull @Schema(description = "Not to be named in public", examples = "false")
            Boolean anonymous) {}

    record DonationView(
            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e16")
            UUID id,

            @Schema(examples = "PAID") Donation.Status status,

            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e12")
            UUID campaignId,

            Money amount,
            Money refunded,
            @Schema(examples = "MIDTRANS") Donation.Method method,
            @Schema(examples = "2026-02-01T03:04:05Z") Instant promisedAt,

            @Schema(examples = "2026-02-01", nullable = true) @Nullable
            LocalDate receivedOn,

            @Schema(
                    description = "Only for a treasurer who asks for this one donation; the read is recorded",
                    nullable = true)
            @Nullable
            Donor donor) {
        static DonationView of(Donation donation, @Nullable Donor donor) {
            return new DonationView(
                    donation.id(),
                    donation.status(),
                    donation.campaignId(),
                    donation.amount(),
                    donation.refunded(),
                    donation.method(),
                    donation.promisedAt(),
                    donation.receivedOn(),
                    donor);
        }
    }

    record TraceView(
            @Schema(description = "The money that arrived") Money amount,
            @Schema(examples = "PAID") Donation.Status status,
            List<TraceItem> items) {}

    private final Giving giving;
    private final Donations donations;
    private final DonorSecret secret;
    private final Funds funds;
    private final Cursors cursors;
    private final Caller caller;

    DonationResource(
            Giving giving, Donations donations, DonorSecret secret, Funds funds, Cursors cursors, Caller caller) {
        this.giving = giving;
        this.donations = donations;
        this.secret = secret;
        this.funds = funds;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @RateLimited
    @Operation(
            operationId = "getDonation",
            summary = "One donation",
            description = "For a treasurer, a fundraiser or an auditor in reach, and for the donor by X-Donor-Secret.")
    public RestResponse<DonationView> view(UUID id, @HeaderParam(SECRET) @Nullable String donorSecret) {
        if (!isStaff()) {
            secret.require(id, donorSecret);
            return tagged(donations.get(id), null);
        }
        var donation = donations.get(id);
        if (donation.districtCode() != null) {
            caller.reach(donation.districtCode());
        }
        return tagged(donation, caller.hasRole(Roles.TREASURER) ? giving.donor(donation) : null);
    }

    @GET
    @RolesAllowed({Roles.TREASURER, Roles.FUNDRAISER, Roles.AUDITOR})
    @Operation(
            operationId = "listDonations",
            summary = "Donations, latest first",
            description = "Filters: campaignId, status. Without the donors.")
    public Page<DonationView> list(
            @QueryParam("campaignId") @Nullable UUID campaignId,
            @QueryParam("status") Donation.@Nullable Status status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var reach = List.of(caller.areas().patterns());
        var keyset = cursors.open(cursor, limit, "donations", campaignId, status, reach);
        return keyset.page(
                donations.list(campaignId, status, reach, keyset.before(), keyset.fetch()),
                Donation::id,
                donation -> DonationView.of(donation, null));
    }

    @GET
    @Path("/{id}/trace")
    @PermitAll
    @RateLimited
    @Operation(
            operationId = "traceDonation",
            summary = "Where each rupiah of a donation is",
            description =
                    "Needs the donor's X-Donor-Secret; a wrong one answers 404. The items sum to amount. HELD waits for a programme, RESERVED is set aside for one, SPENT paid for a delivery, RETURNED was refunded, COST paid for collecting.")
    public TraceView trace(
            UUID id,
            @HeaderParam(SECRET)
                    @Parameter(description = "As it was answered when the donation was promised", required = true)
                    @Nullable
                    String donorSecret) {
        secret.require(id, donorSecret);
        var donation = donations.get(id);
        var items = funds.trace(id);
        return new TraceView(Money.sum(items.stream().map(TraceItem::amount).toList()), donation.status(), items);
    }

    private RestResponse<DonationView> tagged(Donation donation, @Nullable Donor donor) {
        return Versions.tagged(DonationView.of(donation, donor), donation.version());
    }

    private boolean isStaff() {
        return caller.hasRole(Roles.TREASURER) || caller.hasRole(Roles.FUNDRAISER) || caller.hasRole(Roles.AUDITOR);
    }
}
