package id.berdikari.monitoring.journey;

import id.berdikari.kit.money.Money;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.security.Roles;
import id.berdikari.monitoring.beneficiary.BeneficiaryRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/journeys")
@Tag(name = "journeys", description = "A person's way through all four services")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class JourneyResource {

    private static final String LONG_PAGE = "200";

    @Schema(name = "JourneyItem")
    record JourneyItemView(
            @Schema(examples = "delivered", description = "What happened")
            String type,

            @Schema(examples = "2026-02-18", description = "When it happened in the field")
            LocalDate occurredOn,

            @Schema(examples = "2026-02-18T04:11:09.120Z", description = "When it was recorded")
            Instant recordedAt,

            @Schema(examples = "program", description = "Who told it: beneficiary, fundraising, program or monitoring")
            String service,

            @Schema(
                    description =
                            "The money, where money moved; of a gift to a general campaign the part for this person",
                    nullable = true)
            @Nullable
            Money amount) {
        static JourneyItemView of(JourneyItem item) {
            var amount = item.amount();
            return new JourneyItemView(
                    item.type(),
                    item.occurredOn(),
                    item.recordedAt(),
                    item.service(),
                    amount == null ? null : new Money(amount));
        }
    }

    private final BeneficiaryRegister beneficiaries;
    private final JourneyItems items;
    private final Cursors cursors;

    JourneyResource(BeneficiaryRegister beneficiaries, JourneyItems items, Cursors cursors) {
        this.beneficiaries = beneficiaries;
        this.items = items;
        this.cursors = cursors;
    }

    @GET
    @Path("/{beneficiaryId}")
    @RolesAllowed({Roles.MONITOR, Roles.AUDITOR})
    @Operation(
            operationId = "getJourney",
            summary = "Follow a person from nomination to the last visit",
            description =
                    "In the order in which things were recorded. News of other services may take a moment to arrive.")
    public Page<JourneyItemView> journey(
            UUID beneficiaryId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(LONG_PAGE) int limit) {
        var keyset = cursors.open(cursor, limit, "journeys", beneficiaryId);
        var beneficiary = beneficiaries.get(beneficiaryId);
        var place = keyset.after().split(" ", 2);
        var found = place.length < 2
                ? items.of(beneficiary, Instant.EPOCH, "", keyset.fetch())
                : items.of(beneficiary, Instant.parse(place[0]), place[1], keyset.fetch());
        return keyset.page(found, JourneyItem::place, JourneyItemView::of);
    }
}
