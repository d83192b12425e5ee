package id.berdikari.fundraising.mobilisation;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Chooses the donations that pay for a programme: money for this very person first, then money for this kind of help, then
 * money without a restriction; in each the donation that came first goes first. In full or not at all.
 */
record LotAllocation(UUID beneficiaryId, ProgramType programType, Money amount) {

    /** Money of one donation that is still free. */
    record Free(UUID donationId, long position, Purpose purpose, Money held) {}

    /** What is taken of it. */
    record Part(UUID donationId, Money amount) {}

    Optional<List<Part>> from(List<Free> lots) {
        var parts = new ArrayList<Part>();
        var missing = amount;
        var usable = lots.stream()
                .filter(lot -> rank(lot.purpose()).isPresent() && !lot.held().isZero())
                .sorted(Comparator.<Free>comparingInt(lot -> rank(lot.purpose()).orElseThrow())
                        .thenComparingLong(Free::position))
                .toList();
        for (var lot : usable) {
            if (missing.isZero()) {
                break;
            }
            var taken = missing.atMost(lot.held());
            parts.add(new Part(lot.donationId(), taken));
            missing = missing.minus(taken);
        }
        return missing.isZero() ? Optional.of(parts) : Optional.empty();
    }

    private Optional<Integer> rank(Purpose purpose) {
        if (purpose.programType() != null && purpose.programType() != programType) {
            return Optional.empty();
        }
        if (purpose.beneficiaryId() != null) {
            return beneficiaryId.equals(purpose.beneficiaryId()) ? Optional.of(1) : Optional.empty();
        }
        return Optional.of(purpose.programType() == null ? 3 : 2);
    }
}
