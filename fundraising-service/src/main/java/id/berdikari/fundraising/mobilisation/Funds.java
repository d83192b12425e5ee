package id.berdikari.fundraising.mobilisation;

import id.berdikari.fundraising.ledger.Account;
import id.berdikari.fundraising.ledger.JournalKind;
import id.berdikari.fundraising.ledger.Ledger;
import id.berdikari.fundraising.ledger.Posting;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.statement.OneStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What donations hand in and ask about: the money as lots, with the books in step. */
@ApplicationScoped
public class Funds {

    private final FundLots lots;
    private final RaisedCheckpoints checkpoints;
    private final Ledger ledger;

    Funds(FundLots lots, RaisedCheckpoints checkpoints, Ledger ledger) {
        this.lots = lots;
        this.checkpoints = checkpoints;
        this.ledger = ledger;
    }

    /** Takes in the money of a donation, within the statement that marks it as paid. */
    public void receive(
            OneStatement statement,
            UUID donationId,
            UUID campaignId,
            Purpose purpose,
            Money amount,
            LocalDate receivedOn) {
        lots.add(statement, donationId, campaignId, purpose, amount);
        ledger.post(
                statement,
                JournalKind.DONATION_RECEIVED,
                donationId,
                receivedOn,
                List.of(Posting.debit(Account.CASH, amount), Posting.credit(purpose.fund(), amount)));
    }

    /** What of a donation is in no programme. */
    public Money held(UUID donationId) {
        return lots.findByIdOptional(donationId).map(FundLot::held).orElse(Money.ZERO);
    }

    /** Gives back to the donor what of a donation is in no programme; answers how much that is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Money giveBack(UUID donationId, LocalDate refundedOn) {
        lots.lockForMoving();
        var lot = lots.findByIdOptional(donationId);
        var back = lot.map(FundLot::giveBack).orElse(Money.ZERO);
        lot.ifPresent(each -> ledger.post(
                JournalKind.DONATION_REFUNDED,
                donationId,
                refundedOn,
                List.of(Posting.debit(each.purpose().fund(), back), Posting.credit(Account.CASH, back))));
        return back;
    }

    /** What each of the campaigns raised, refunds not counted. */
    public Map<UUID, Money> raised(Collection<UUID> campaignIds) {
        return checkpoints.raised(campaignIds);
    }

    /** Where each rupiah of a donation is; the parts sum to the donation. */
    public List<TraceItem> trace(UUID donationId) {
        return lots.trace(donationId);
    }
}
