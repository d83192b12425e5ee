package id.berdikari.fundraising.ledger;

import id.berdikari.kit.identifier.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Books journals. They balance and never change: the database refuses everything else. */
@ApplicationScoped
public class Ledger {

    private final Journals journals;
    private final Clock clock;

    Ledger(Journals journals, Clock clock) {
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
        var moving = postings.stream()
                .filter(posting ->
                        !posting.debit().isZero() || !posting.credit().isZero())
                .toList();
        if (!moving.isEmpty()) {
            journals.append(Identifiers.next(), kind, reference, bookedOn, clock.instant(), moving);
        }
    }
}
