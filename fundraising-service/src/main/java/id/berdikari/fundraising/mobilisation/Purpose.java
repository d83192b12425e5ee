package id.berdikari.fundraising.mobilisation;

import id.berdikari.event.ProgramType;
import id.berdikari.fundraising.ledger.Account;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a donor gave money for: a person, a kind of help, both, or whatever is needed. */
public record Purpose(
        @Nullable UUID beneficiaryId, @Nullable ProgramType programType) {

    /** The fund that keeps such money. */
    Account fund() {
        if (beneficiaryId != null) {
            return Account.FUND_FOR_PERSONS;
        }
        return programType == null ? Account.UNRESTRICTED_FUND : Account.FUND_FOR_PROGRAM_TYPES;
    }
}
