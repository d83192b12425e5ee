package id.berdikari.program.program;

import id.berdikari.event.EventMoney;
import id.berdikari.event.ProgramEvent.FundingCancelled;
import id.berdikari.event.ProgramEvent.FundingRequested;
import id.berdikari.event.ProgramEvent.ProgramCompleted;
import id.berdikari.event.ProgramEvent.ProgramProposed;
import id.berdikari.event.ProgramType;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.money.Money;
import id.berdikari.program.beneficiary.ApprovedBeneficiary;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** One kind of help for one person. Never spends more than was mobilised for it. */
@Entity
class Program {

    private static final Set<ProgramStatus> HOLDING_MONEY =
            EnumSet.of(ProgramStatus.FUNDED, ProgramStatus.DELIVERED, ProgramStatus.ACKNOWLEDGED);
    private static final Set<ProgramStatus> CANCELLABLE =
            EnumSet.of(ProgramStatus.PROPOSED, ProgramStatus.FUNDING_REQUESTED, ProgramStatus.FUNDED);

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private ProgramStatus status;

    private UUID beneficiaryId;

    @Enumerated(EnumType.STRING)
    private ProgramType programType;

    private String districtCode;
    private LocalDate approvedOn;
    private String title;
    private String plannedBy;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "budget_line", joinColumns = @JoinColumn(name = "program_id"))
    @OrderColumn(name = "position")
    private List<BudgetLine> lines = new ArrayList<>();

    private Money budget = Money.ZERO;
    private Money mobilised = Money.ZERO;
    private Money spent = Money.ZERO;
    private Money returned = Money.ZERO;
    private long returnSequence;
    private int deliveries;
    private int acknowledgements;
    private LocalDate proposedOn;
    private @Nullable LocalDate requestedOn;
    private @Nullable LocalDate fundedOn;
    private @Nullable LocalDate declinedOn;
    private @Nullable LocalDate completedOn;
    private @Nullable LocalDate cancelledOn;
    private @Nullable String cancellationReason;

    Program() {}

    Program(ApprovedBeneficiary beneficiary, ProgramType programType, String title, String plannedBy, LocalDate on) {
        this.id = Identifiers.next();
        this.status = ProgramStatus.PROPOSED;
        this.beneficiaryId = beneficiary.id();
        this.programType = programType;
        this.districtCode = beneficiary.districtCode();
        this.approvedOn = beneficiary.decidedOn();
        this.title = title;
        this.plannedBy = plannedBy;
        this.proposedOn = on;
    }

    ProgramProposed propose(List<BudgetLine> plan, BudgetPolicy policy) {
        changeBudget(plan, policy);
        return new ProgramProposed(
                id, beneficiaryId, programType, districtCode, EventMoney.rupiah(budget.amount()), proposedOn);
    }

    /** Until the money is asked for, the plan is the planner's own: what binds others is the request. */
    void changeBudget(List<BudgetLine> plan, BudgetPolicy policy) {
        if (status != ProgramStatus.PROPOSED) {
            throw ProgramProblem.BUDGET_IS_FIXED.refused();
        }
        var total = BudgetPolicy.total(
                plan.stream().map(line -> line.amount().amount()).toList());
        if (!policy.allows(total)) {
            throw ProgramProblem.BUDGET_ABOVE_NEED.refused();
        }
        lines.clear();
        lines.addAll(plan);
        budget = new Money(total);
    }

    FundingRequested requestFunding(LocalDate on) {
        if (status != ProgramStatus.PROPOSED) {
            throw ProgramProblem.FUNDING_ALREADY_REQUESTED.refused();
        }
        status = ProgramStatus.FUNDING_REQUESTED;
        requestedOn = on;
        return new FundingRequested(id, beneficiaryId, programType, EventMoney.rupiah(budget.amount()), on);
    }

    /** Money for a programme that no longer waits for it is ignored: the cancellation releases it. */
    boolean fund(Money amount, LocalDate on) {
        if (status != ProgramStatus.FUNDING_REQUESTED) {
            return false;
        }
        status = ProgramStatus.FUNDED;
        mobilised = amount;
        fundedOn = on;
        return true;
    }

    boolean decline(LocalDate on) {
        if (status != ProgramStatus.FUNDING_REQUESTED) {
            return false;
        }
        status = ProgramStatus.DECLINED;
        declinedOn = on;
        return true;
    }

    boolean takeBack(Money amount, long sequence) {
        if (sequence <= returnSequence) {
            return false;
        }
        returnSequence = sequence;
        returned = returned.plus(amount);
        return true;
    }

    void deliver(Money cost) {
        if (!HOLDING_MONEY.contains(status)) {
            throw ProgramProblem.PROGRAM_NOT_FUNDED.refused();
        }
        if (cost.isMoreThan(mobilised.minus(spent))) {
            throw ProgramProblem.DELIVERY_ABOVE_MOBILISED_MONEY.refused();
        }
        spent = spent.plus(cost);
        deliveries++;
        status = ProgramStatus.DELIVERED;
    }

    void acknowledgeDelivery() {
        acknowledgements++;
        if (acknowledgements == deliveries) {
            status = ProgramStatus.ACKNOWLEDGED;
        }
    }

    ProgramCompleted complete(LocalDate on) {
        if (status != ProgramStatus.ACKNOWLEDGED) {
            throw ProgramProblem.DELIVERIES_NOT_ACKNOWLEDGED.refused();
        }
        status = ProgramStatus.COMPLETED;
        completedOn = on;
        return new ProgramCompleted(id, beneficiaryId, programType, EventMoney.rupiah(spent.amount()), on);
    }

    /** Tells the cancellation only where money was asked for: nobody else waits for a mere proposal. */
    Optional<FundingCancelled> cancel(String reason, LocalDate on) {
        if (!CANCELLABLE.contains(status)) {
            throw ProgramProblem.PROGRAM_NOT_CANCELLABLE.refused();
        }
        var wasRequested = status != ProgramStatus.PROPOSED;
        status = ProgramStatus.CANCELLED;
        cancelledOn = on;
        cancellationReason = reason;
        return wasRequested ? Optional.of(new FundingCancelled(id, beneficiaryId, on)) : Optional.empty();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    ProgramStatus status() {
        return status;
    }

    UUID beneficiaryId() {
        return beneficiaryId;
    }

    ProgramType programType() {
        return programType;
    }

    String districtCode() {
        return districtCode;
    }

    LocalDate approvedOn() {
        return approvedOn;
    }

    String title() {
        return title;
    }

    List<BudgetLine> lines() {
        return List.copyOf(lines);
    }

    Money budget() {
        return budget;
    }

    Money mobilised() {
        return mobilised;
    }

    Money spent() {
        return spent;
    }

    Money returned() {
        return returned;
    }

    LocalDate proposedOn() {
        return proposedOn;
    }

    @Nullable
    LocalDate requestedOn() {
        return requestedOn;
    }

    @Nullable
    LocalDate fundedOn() {
        return fundedOn;
    }

    @Nullable
    LocalDate declinedOn() {
        return declinedOn;
    }

    @Nullable
    LocalDate completedOn() {
        return completedOn;
    }

    @Nullable
    LocalDate cancelledOn() {
        return cancelledOn;
    }

    @Nullable
    String cancellationReason() {
        return cancellationReason;
    }
}
