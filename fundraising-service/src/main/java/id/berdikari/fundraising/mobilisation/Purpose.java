package id.berdikari.fundraising.mobilisation;

import id.berdikari.event.ProgramType;
import id.berdikari.fundraising.ledger.Account;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a donor gave money for: a person, a kind of help, both, or whatever is needed. */
@Embeddable
public record Purpose(
        @Nullable UUID beneficiaryId,
        @Nullable @Enumerated(EnumType.STRING) ProgramType programType) {

    /** The fund that keeps such money. */
    Account fund() {
        if (beneficiaryId != null) {
            return Account.FUND_FOR_PERSONS;
        }
        return programType == null ? Account.UNRESTRICTED_FUND : Account.FUND_FOR_PROGRAM_TYPES;
    }
}
