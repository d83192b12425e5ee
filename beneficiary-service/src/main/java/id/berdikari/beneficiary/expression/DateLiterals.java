package id.berdikari.beneficiary.expression;

import dev.cel.common.types.SimpleType;
import dev.cel.validator.validators.LiteralValidator;
import java.time.Instant;

/** Finds a date that does not exist when an expression is saved. */
final class DateLiterals extends LiteralValidator {

    DateLiterals() {
        super("date", Instant.class, SimpleType.TIMESTAMP);
    }
}
