package id.berdikari.fundraising.mobilisation;

import id.berdikari.event.EventMoney;
import id.berdikari.event.FundraisingEvent.Lot;
import id.berdikari.event.ProgramEvent.DeliveryCompleted;
import id.berdikari.event.ProgramEvent.FundingCancelled;
import id.berdikari.event.ProgramEvent.FundingRequested;
import id.berdikari.event.ProgramEvent.ProgramCompleted;
import id.berdikari.fundraising.beneficiary.BeneficiaryCopy;
import id.berdikari.fundraising.beneficiary.BeneficiaryFacts;
import id.berdikari.fundraising.beneficiary.BeneficiaryFollower;
import id.berdikari.fundraising.ledger.Account;
import id.berdikari.fundraising.ledger.JournalKind;
import id.berdikari.fundraising.ledger.Ledger;
import id.berdikari.fundraising.ledger.Posting;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives programmes their money, settles what they spent, and takes back the rest. */
@ApplicationScoped
class Mobilisation implements BeneficiaryFollower {

    private final FundingRequests requests;
    private final FundLots lots;
    private final FundAllocations allocations;
    private final FundSpendings spendings;
    private final BeneficiaryCopy beneficiaries;
    private final Ledger ledger;
    private final Outbox outbox;
    private final AuditLog audit;
    private final LocalDates dates;
    private final Clock clock;

    Mobilisation(
            FundingRequests requests,
            FundLots lots,
            FundAllocations allocations,
            FundSpendings spendings,
            BeneficiaryCopy beneficiaries,
            Ledger ledger,
            Outbox outbox,
            AuditLog audit,
            LocalDates dates,
            Clock clock) {
        this.requests = requests;
        this.lots = lots;
        this.allocations = allocations;
        this.spendings = spendings;
        this.beneficiaries = beneficiaries;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
        this.dates = dates;
        this.clock = clock;
    }

    @Transactional
    void request(FundingRequested event) {
        if (requests.locked(event.programId()).isPresent()) {
            return;
        }
        var request = new FundingRequest(
                event.programId(),
                event.beneficiaryId(),
                event.programType(),
                new Money(event.amount().toDecimal()),
                event.requestedOn(),
                clock.instant());
        requests.persistAndFlush(request);
        audit.record("record-funding-request", "funding-request", event.programId(), null);
        tryToFund(request);
    }

    /** Tries again to fund a request that waits. Locks the person before the request, as {@link #follow} does. */
    @Transactional
    void retry(FundingRequests.Payable payable) {
        beneficiaries.hold(payable.beneficiaryId());
        requests.locked(payable.programId()).filter(FundingRequest::isWaiting).ifPresent(this::tryToFund);
    }

    @Transactional
    void settle(DeliveryCompleted event) {
        if (spendings.knows(event.deliveryId())) {
            return;
        }
        var request = requests.locked(event.programId()).orElseThrow(MobilisationProblem.PROGRAM_NOT_FUNDED::refused);
        request.requireFunded();
        var cost = new Money(event.actualCost().toDecimal());
        var missing = cost;
        for (var allocation : allocations.ofProgram(event.programId())) {
            var spent = allocation.spend(missing);
            if (!spent.isZero()) {
                spendings.persist(new FundSpending(
                        Identifiers.next(), event.deliveryId(), event.deliveredOn(), allocation, spent));
                missing = missing.minus(spent);
            }
        }
        if (!missing.isZero()) {
            throw MobilisationProblem.COST_ABOVE_RESERVED.refused();
        }
        ledger.post(
                JournalKind.PROGRAM_COST,
                event.deliveryId(),
                event.deliveredOn(),
                List.of(Posting.debit(Account.RESERVED_FOR_PROGRAMS, cost), Posting.credit(Account.CASH, cost)));
        audit.record("settle-delivery", "funding-request", event.programId(), null);
    }

    @Transactional
    void complete(ProgramCompleted event) {
        requests.locked(event.programId()).ifPresent(request -> {
            if (request.isMobilised()) {
                release(request);
            }
            if (request.isMobilised() || request.isWaiting()) {
                request.complete();
                audit.record("complete-funding", "funding-request", event.programId(), null);
            }
        });
    }

    @Transactional
    void cancel(FundingCancelled event) {
        var known = requests.locked(event.programId());
        if (known.isEmpty()) {
            requests.persist(FundingRequest.cancelledUnseen(event.programId(), event.beneficiaryId(), clock.instant()));
            return;
        }
        var request = known.get();
        if (request.isMobilised()) {
            release(request);
        }
        if (request.isMobilised() || request.isWaiting()) {
            request.cancel();
            audit.record("cancel-funding", "funding-request", event.programId(), null);
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(BeneficiaryFacts facts) {
        if (facts.isBarredFromHelp()) {
            requests.waitingFor(facts.beneficiaryId()).forEach(this::decline);
        }
    }

    private void tryToFund(FundingRequest request) {
        var person = beneficiaries.hold(request.beneficiaryId());
        if (person.filter(BeneficiaryFacts::isBarredFromHelp).isPresent()) {
            decline(request);
        } else if (person.filter(BeneficiaryFacts::isApproved).isPresent()) {
            lots.lockForMoving();
            var wanted = request.allocation();
            var covering =
                    lots.covering(wanted).stream().collect(Collectors.toMap(FundLot::donationId, Function.identity()));
            wanted.from(covering.values().stream().map(FundLot::free).toList())
                    .ifPresent(parts -> reserve(request, parts, covering));
        }
    }

    private void reserve(FundingRequest request, List<LotAllocation.Part> parts, Map<UUID, FundLot> covering) {
        var today = dates.today();
        var byFund = new EnumMap<Account, Money>(Account.class);
        var told = new ArrayList<Lot>();
        for (var part : parts) {
            var lot = covering.get(part.donationId());
            if (lot == null) {
                throw new IllegalStateException("a part of a lot that was not offered");
            }
            lot.reserve(part.amount());
            allocations.persist(new FundAllocation(Identifiers.next(), request.programId(), lot, part.amount()));
            byFund.merge(lot.purpose().fund(), part.amount(), Money::plus);
            told.add(new Lot(
                    part.donationId(),
                    lot.campaignId(),
                    EventMoney.rupiah(part.amount().amount())));
        }
        var postings = new ArrayList<Posting>();
        byFund.forEach((fund, sum) -> postings.add(Posting.debit(fund, sum)));
        postings.add(Posting.credit(Account.RESERVED_FOR_PROGRAMS, request.amount()));
        ledger.post(JournalKind.FUNDS_RESERVED, request.programId(), today, postings);
        var mobilised = request.mobilise(told, today);
        requests.flush();
        outbox.append(mobilised);
        audit.record("mobilise-funds", "funding-request", request.programId(), null);
    }

    private void release(FundingRequest request) {
        lots.lockForMoving();
        var byFund = new EnumMap<Account, Money>(Account.class);
        for (var allocation : allocations.ofProgram(request.programId())) {
            var rest = allocation.release();
            if (!rest.isZero()) {
                var lot = lots.findById(allocation.donationId());
                lot.release(rest);
                byFund.merge(lot.purpose().fund(), rest, Money::plus);
            }
        }
        var sum = Money.sum(byFund.values());
        if (sum.isZero()) {
            return;
        }
        var today = dates.today();
        var postings = new ArrayList<Posting>();
        postings.add(Posting.debit(Account.RESERVED_FOR_PROGRAMS, sum));
        byFund.forEach((fund, part) -> postings.add(Posting.credit(fund, part)));
        ledger.post(JournalKind.FUNDS_RELEASED, request.programId(), today, postings);
        outbox.append(request.returned(sum, today));
    }

    private void decline(FundingRequest request) {
        var declined = request.decline(dates.today());
        requests.flush();
        outbox.append(declined);
        audit.record("decline-funding", "funding-request", request.programId(), null);
    }
}
