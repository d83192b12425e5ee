package id.berdikari.fundraising.ledger;

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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/ledger")
@RunOnVirtualThread
@Tag(name = "ledger")
@RolesAllowed({Roles.TREASURER, Roles.AUDITOR})
class LedgerResource {

    record AccountView(
            @Schema(examples = "1100") String code,

            @Schema(examples = "Cash at the payment gateway")
            String name,

            @Schema(examples = "ASSET") String kind) {
        static AccountView of(Journals.AccountRow account) {
            return new AccountView(account.code(), account.name(), account.kind());
        }
    }

    record EntryView(@Schema(examples = "1100") String accountCode, Money debit, Money credit) {}

    record JournalView(
            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e0f")
            UUID id,

            @Schema(examples = "DONATION_RECEIVED") JournalKind kind,

            @Schema(
                    description = "The donation, programme or delivery",
                    examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e10")
            UUID reference,

            @Schema(examples = "2026-02-01") LocalDate bookedOn,
            @Schema(examples = "2026-02-01T03:04:05Z") Instant bookedAt,
            List<EntryView> entries) {
        static JournalView of(Journals.Journal journal, List<Journals.Entry> entries) {
            return new JournalView(
                    journal.id(),
                    JournalKind.valueOf(journal.kind()),
                    journal.reference(),
                    journal.bookedOn(),
                    journal.bookedAt(),
                    entries.stream()
                            .map(entry -> new EntryView(
                                    entry.accountCode(), new Money(entry.debit()), new Money(entry.credit())))
                            .toList());
        }
    }

    record AccountBalance(@Schema(examples = "1100") String code, Money debit, Money credit) {}

    record Totals(Money debit, Money credit) {}

    record TrialBalance(List<AccountBalance> accounts, Totals totals) {
        static TrialBalance of(List<Journals.Balance> balances) {
            var accounts = balances.stream()
                    .map(each -> new AccountBalance(each.code(), new Money(each.debit()), new Money(each.credit())))
                    .toList();
            return new TrialBalance(
                    accounts,
                    new Totals(
                            Money.sum(
                                    accounts.stream().map(AccountBalance::debit).toList()),
                            Money.sum(accounts.stream()
                                    .map(AccountBalance::credit)
                                    .toList())));
        }
    }

    private final Journals journals;
    private final Cursors cursors;

    LedgerResource(Journals journals, Cursors cursors) {
        this.journals = journals;
        this.cursors = cursors;
    }

    @GET
    @Path("/trial-balance")
    @Operation(
            operationId = "getTrialBalance",
            summary = "All accounts with what was debited and credited",
            description =
                    "Up to and including asOf, a local date; everything where it is missing. Both totals are equal.")
    public TrialBalance trialBalance(@QueryParam("asOf") @Nullable LocalDate asOf) {
        return TrialBalance.of(journals.balances(asOf));
    }

    @GET
    @Path("/accounts")
    @Operation(operationId = "listLedgerAccounts", summary = "The chart of accounts", description = "Ordered by code.")
    public Page<AccountView> accounts(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "ledger-accounts");
        return keyset.page(
                journals.accounts(keyset.after(), keyset.fetch()), Journals.AccountRow::code, AccountView::of);
    }

    @GET
    @Path("/journal")
    @Operation(
            operationId = "listJournal",
            summary = "Journals with their entries, latest first",
            description = "Filters: kind, and the donation, programme or delivery they refer to.")
    public Page<JournalView> journal(
            @QueryParam("kind") @Nullable JournalKind kind,
            @QueryParam("reference") @Nullable UUID reference,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "journal", kind, reference);
        var rows = journals.list(kind, reference, keyset.before(), keyset.fetch());
        var entries = journals.entries(rows.stream().map(Journals.Journal::id).toList());
        return keyset.page(
                rows,
                Journals.Journal::id,
                journal -> JournalView.of(journal, entries.getOrDefault(journal.id(), List.of())));
    }

    @GET
    @Path("/journal/{id}")
    @Operation(
            operationId = "getJournal",
            summary = "One journal with its entries",
            description = "Journals never change; a correction is a journal of its own.")
    public RestResponse<JournalView> journal(UUID id) {
        return Versions.tagged(
                JournalView.of(journals.get(id), journals.entries(List.of(id)).getOrDefault(id, List.of())), 0);
    }
}
