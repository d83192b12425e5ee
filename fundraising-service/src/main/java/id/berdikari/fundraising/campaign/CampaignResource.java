package id.berdikari.fundraising.campaign;

import id.berdikari.event.ProgramType;
import id.berdikari.fundraising.beneficiary.BeneficiaryCopy;
import id.berdikari.fundraising.beneficiary.BeneficiaryFacts;
import id.berdikari.fundraising.mobilisation.Funds;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.money.PositiveMoney;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import id.berdikari.kit.time.LocalDates;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/campaigns")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "campaigns")
class CampaignResource {

    private static final Set<Campaign.Status> PUBLIC =
            EnumSet.of(Campaign.Status.PUBLISHED, Campaign.Status.ENDED, Campaign.Status.CLOSED);
    private static final List<String> STAFF = List.of(
            Roles.FUNDRAISER, Roles.TREASURER, Roles.AUDITOR, Roles.ADMIN, Roles.VERIFIER, Roles.PROGRAM_OFFICER);

    record CampaignRequest(
            @NotBlank @Size(max = 200) @Schema(examples = "A walking frame for Mbah Melati")
            String title,

            @Schema(
                    description = "The approved person it is for; alias and story then come from the approved case",
                    examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e0f",
                    nullable = true)
            @Nullable
            UUID beneficiaryId,

            @Schema(description = "Restricts the money to one kind of help", examples = "MOBILITY_AID", nullable = true)
            @Nullable
            ProgramType programType,

            @Nullable
            @Size(min = 1, max = 5000)
            @Schema(
                    description = "Only for a campaign that is for no single person",
                    examples = "Rice for thirty elderly neighbours in the dry season.")
            String story,

            @NotNull @PositiveMoney Money target,

            @Schema(
                    description = "Either a permit or an exemption",
                    examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e11",
                    nullable = true)
            @Nullable
            UUID permitId,

            @Valid @Nullable @Schema(description = "Only drafted by an administrator", nullable = true)
            Exemption exemption,

            @NotNull @Schema(description = "Last day on which it accepts donations", examples = "2026-03-31")
            LocalDate endsOn) {}

    @Schema(description = "What only staff sees")
    record Management(
            @Schema(nullable = true) @Nullable UUID beneficiaryId,
            @Schema(nullable = true) @Nullable ProgramType programType,
            @Schema(nullable = true) @Nullable UUID permitId,
            @Schema(nullable = true) @Nullable Exemption exemption,
            @Schema(examples = "[\"fundraiser-1\"]") List<String> makers,

            @Schema(examples = "fundraiser-2", nullable = true) @Nullable
            String publishedBy,

            @Schema(examples = "2026-02-01", nullable = true) @Nullable
            LocalDate publishedOn,

            @Schema(examples = "2026-03-31", nullable = true) @Nullable
            LocalDate closedOn) {
        static Management of(Campaign campaign) {
            var terms = campaign.terms();
            return new Management(
                    terms.beneficiaryId(),
                    terms.programType(),
                    terms.permitId(),
                    terms.exemption(),
                    campaign.makers(),
                    campaign.publishedBy(),
                    campaign.publishedOn(),
                    campaign.closedOn());
        }
    }

    record CampaignView(
            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e12")
            UUID id,

            @Schema(examples = "PUBLISHED") Campaign.Status status,

            @Schema(examples = "A walking frame for Mbah Melati")
            String title,

            @Schema(examples = "Mbah Melati", nullable = true) @Nullable
            String alias,

            @Schema(description = "The person's kecamatan", examples = "33.02.27", nullable = true) @Nullable
            String districtCode,

            @Schema(examples = "60-69", nullable = true) @Nullable
            String ageBand,

            @Schema(examples = "Sells crackers and walks with difficulty.", nullable = true) @Nullable
            String story,

            Money target,
            Money raised,
            @Schema(examples = "2026-03-31") LocalDate endsOn,

            @Schema(nullable = true, description = "Null without a staff token") @Nullable
            Management management) {
        static CampaignView of(
                Campaign campaign, @Nullable BeneficiaryFacts person, Money raised, LocalDate today, boolean staff) {
            var terms = campaign.terms();
            return new CampaignView(
                    campaign.id(),
                    campaign.status(today),
                    terms.title(),
                    person == null ? null : person.alias(),
                    terms.districtCode(),
                    person == null ? null : person.ageBand(),
                    person == null ? terms.story() : person.publicStory(),
                    terms.target(),
                    raised,
                    terms.endsOn(),
                    staff ? Management.of(campaign) : null);
        }
    }

    record PublicationRequest() {}

    record ClosureRequest() {}

    private final CampaignDesk desk;
    private final Campaigns campaigns;
    private final BeneficiaryCopy beneficiaries;
    private final Funds funds;
    private final Cursors cursors;
    private final Caller caller;
    private final LocalDates dates;

    CampaignResource(
            CampaignDesk desk,
            Campaigns campaigns,
            BeneficiaryCopy beneficiaries,
            Funds funds,
            Cursors cursors,
            Caller caller,
            LocalDates dates) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.beneficiaries = beneficiaries;
        this.funds = funds;
        this.cursors = cursors;
        this.caller = caller;
        this.dates = dates;
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = CampaignView.class, responseCode = "201", responseDescription = "Drafted")
    @RolesAllowed({Roles.FUNDRAISER, Roles.ADMIN})
    @Operation(
            operationId = "draftCampaign",
            summary = "Draft a campaign",
            description =
                    "For a person: only with consent to publication, and with alias and story of the approved case. A campaign under an exemption instead of a permit is drafted by an administrator.")
    public CampaignView draft(@NotNull @Valid CampaignRequest request) {
        return view(desk.draft(request), true);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.FUNDRAISER, Roles.ADMIN})
    @Operation(
            operationId = "editCampaign",
            summary = "Replace a draft",
            description = "Whoever edits a draft cannot publish it.")
    public RestResponse<CampaignView> edit(
            UUID id,
            @HeaderParam("If-Match") @Parameter(description = "The ETag as it was read", required = true) @Nullable
                    String ifMatch,
            @NotNull @Valid CampaignRequest request) {
        return tagged(desk.edit(id, ifMatch, request));
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed(Roles.FUNDRAISER)
    @Operation(
            operationId = "publishCampaign",
            summary = "Publish a draft that others wrote",
            description = "Consent and permit are checked again. Emits campaign-published.")
    public RestResponse<CampaignView> publish(UUID id, @NotNull @Valid PublicationRequest request) {
        return tagged(desk.publish(id));
    }

    @POST
    @Path("/{id}/closure")
    @RolesAllowed(Roles.FUNDRAISER)
    @Operation(
            operationId = "closeCampaign",
            summary = "Close a published campaign before its last day",
            description = "It accepts no more donations; its page stays. Emits campaign-closed.")
    public RestResponse<CampaignView> close(UUID id, @NotNull @Valid ClosureRequest request) {
        return tagged(desk.close(id));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(
            operationId = "getCampaign",
            summary = "One campaign",
            description =
                    "Without a staff token: published, ended and closed ones; 410 after a withdrawal, 404 for a draft.")
    public RestResponse<CampaignView> view(UUID id) {
        var campaign = campaigns.get(id);
        if (isManagedByCaller(campaign)) {
            return tagged(campaign);
        }
        return switch (campaign.status(dates.today())) {
            case DRAFT -> throw KitProblem.NOT_FOUND.refused();
            case WITHDRAWN -> throw CampaignProblem.CAMPAIGN_WITHDRAWN.refused();
            case PUBLISHED, ENDED, CLOSED -> Versions.tagged(view(campaign, false), campaign.version());
        };
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listCampaigns",
            summary = "Campaigns, latest first",
            description =
                    "Without a staff token: published, ended and closed ones. Filters: status, programType, areaCode of the person's area or one above it; for staff also beneficiaryId.")
    public Page<CampaignView> list(
            @QueryParam("status") Campaign.@Nullable Status status,
            @QueryParam("programType") @Nullable ProgramType programType,
            @QueryParam("areaCode") @Nullable String areaCode,
            @QueryParam("beneficiaryId") @Nullable UUID beneficiaryId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var staff = isStaff();
        if (!staff && beneficiaryId != null) {
            throw FieldProblem.at("beneficiaryId", "filter-for-staff");
        }
        var statuses = EnumSet.copyOf(staff ? EnumSet.allOf(Campaign.Status.class) : PUBLIC);
        if (status != null) {
            statuses.removeIf(each -> each != status);
        }
        var reach = staff ? List.of(caller.areas().patterns()) : List.of("%");
        var keyset = cursors.open(cursor, limit, "campaigns", statuses, programType, areaCode, beneficiaryId, reach);
        var rows = campaigns.list(
                new Campaigns.Filter(statuses, beneficiaryId, programType, areaCode, reach),
                keyset.before(),
                keyset.fetch());
        var people = beneficiaries.find(rows.stream()
                .map(campaign -> campaign.terms().beneficiaryId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var raised = funds.raised(rows.stream().map(Campaign::id).toList());
        return keyset.page(rows, Campaign::id, campaign -> view(campaign, people, raised, staff));
    }

    private CampaignView view(
            Campaign campaign, Map<UUID, BeneficiaryFacts> people, Map<UUID, Money> raised, boolean staff) {
        var beneficiaryId = campaign.terms().beneficiaryId();
        return CampaignView.of(
                campaign,
                beneficiaryId == null ? null : people.get(beneficiaryId),
                raised.getOrDefault(campaign.id(), Money.ZERO),
                dates.today(),
                staff);
    }

    private CampaignView view(Campaign campaign, boolean staff) {
        var beneficiaryId = campaign.terms().beneficiaryId();
        return view(
                campaign,
                beneficiaryId == null ? Map.of() : beneficiaries.find(List.of(beneficiaryId)),
                funds.raised(List.of(campaign.id())),
                staff);
    }

    private RestResponse<CampaignView> tagged(Campaign campaign) {
        return Versions.tagged(view(campaign, true), campaign.version());
    }

    private boolean isManagedByCaller(Campaign campaign) {
        var district = campaign.terms().districtCode();
        return isStaff() && (district == null || caller.areas().reaches(district));
    }

    private boolean isStaff() {
        return STAFF.stream().anyMatch(caller::hasRole);
    }
}
