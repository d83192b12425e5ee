package id.berdikari.fundraising.ledger;

import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.statement.OneStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The journals and their entries, in plain SQL: they are written once, in one statement, and never changed. */
@ApplicationScoped
class Journals {

    record Journal(UUID id, String kind, UUID reference, LocalDate bookedOn, Instant bookedAt) {}

    record Entry(UUID journalId, String accountCode, BigDecimal debit, BigDecimal credit) {}

    record AccountRow(String code, String name, String kind) {}

    record Balance(String code, BigDecimal debit, BigDecimal credit) {}

    private static final String JOURNAL = "select id, kind, reference, booked_on, booked_at from journal ";

    private final Session session;

    Journals(Session session) {
        this.session = session;
    }

    void append(
            OneStatement statement,
            UUID id,
            JournalKind kind,
            UUID reference,
            LocalDate bookedOn,
            Instant bookedAt,
            List<Posting> postings) {
        statement.insert(
                "into journal (id, kind, reference, booked_on, booked_at) select ?::uuid, ?::text, ?::uuid, ?::date, ?::timestamptz",
                id,
                kind.name(),
                reference,
                bookedOn,
                bookedAt);
        var lines = new ArrayList<Object>(List.of(id, bookedOn));
        for (var posting : postings) {
            lines.add(posting.account().code());
            lines.add(posting.debit().amount());
            lines.add(posting.credit().amount());
        }
        statement.insert(
                "into ledger_entry (journal_id, booked_on, account_code, debit, credit) select ?::uuid, ?::date, line.* from (values "
                        + String.join(", ", Collections.nCopies(postings.size(), "(?::text, ?::numeric, ?::numeric)"))
                        + ") as line",
                lines.toArray());
    }

    Journal get(UUID id) {
        return session.createNativeQuery(JOURNAL + "where id = :id", Journal.class)
                .setParameter("id", id)
                .uniqueResultOptional()
                .orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    List<Journal> list(@Nullable JournalKind kind, @Nullable UUID reference, UUID before, int limit) {
        return session.createNativeQuery(JOURNAL + """
                        where id < :before
                          and (cast(:kind as text) is null or kind = :kind)
                          and (cast(:reference as uuid) is null or reference = :reference)
                        order by id desc limit :limit
                        """, Journal.class)
                .setParameter("before", before)
                .setParameter("kind", kind == null ? null : kind.name(), String.class)
                .setParameter("reference", reference, UUID.class)
                .setParameter("limit", limit)
                .list();
    }

    Map<UUID, List<Entry>> entries(List<UUID> journals) {
        if (journals.isEmpty()) {
            return Map.of();
        }
        return session.createNativeQuery("""
                        select journal_id, account_code, debit, credit from ledger_entry
                        where journal_id in (:journals) order by id
                        """, Entry.class).setParameterList("journals", journals).list().stream()
                .collect(Collectors.groupingBy(Entry::journalId));
    }

    List<AccountRow> accounts(String after, int limit) {
        return session.createNativeQuery(
                        "select code, name, kind from ledger_account where code > :after order by code limit :limit",
                        AccountRow.class)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .list();
    }

    List<Balance> balances(@Nullable LocalDate asOf) {
        return session.createNativeQuery("""
                        select account.code, coalesce(sum(entry.debit), 0) as debit, coalesce(sum(entry.credit), 0) as credit
                        from ledger_account account
                        left join ledger_entry entry on entry.account_code = account.code
                          and entry.booked_on <= coalesce(:asOf, date 'infinity')
                        group by account.code order by account.code
                        """, Balance.class)
                .setParameter("asOf", asOf, LocalDate.class)
                .list();
    }
}
