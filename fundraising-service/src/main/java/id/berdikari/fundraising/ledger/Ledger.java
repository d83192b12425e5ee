package id.berdikari.fundraising.ledger;

import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.statement.OneStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Books journals. They balance and never change: the database refuses everything else. */
@ApplicationScoped
public class Ledger {

    private final DataSource database;
    private final Journals journals;
    private final Clock clock;

    Ledger(DataSource database, Journals journals, Clock clock) {
        this.database = database;
        this.journals = journals;
        this.clock = clock;
    }

    /**
     * Books a journal within the caller's transaction.
     *
     * @param reference what it is about: a donation, a programme or a delivery
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void post(JournalKind kind, UUID reference, LocalDate bookedOn, List<Posting> postings) {
        var statement = OneStatement.always();
        post(statement, kind, reference, bookedOn, postings);
        statement.execute(database);
    }

    /** Books a journal within the statement that moves the money. */
    public void post(
            OneStatement statement, JournalKind kind, UUID reference, LocalDate bookedOn, List<Posting> postings) {
        var moving = postings.stream()
                .filter(posting ->
                        !posting.debit().isZero() || !posting.credit().isZero())
                .toList();
        if (!moving.isEmpty()) {
            journals.append(statement, Identifiers.next(), kind, reference, bookedOn, clock.instant(), moving);
        }
    }
}
