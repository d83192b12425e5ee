package id.berdikari.beneficiary.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import id.berdikari.kit.problem.FieldProblem;

/** A telephone number in E.164, such as {@code +6281234567890}. */
public record Phone(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    @JsonCreator
    public Phone {}

    public static Phone parse(String pointer, String typed) {
        try {
            var number = NUMBERS.parse(international(typed), "ID");
            if (!NUMBERS.isValidNumber(number)) {
                throw FieldProblem.at(pointer, "phone-invalid");
            }
            return new Phone(NUMBERS.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException malformed) {
            throw FieldProblem.at(pointer, "phone-invalid");
        }
    }

    /** The digits that every spelling of the number ends with. */
    String nationalDigits() {
        try {
            return NUMBERS.getNationalSignificantNumber(NUMBERS.parse(e164, "ID"));
        } catch (NumberParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @JsonValue
    @Override
    public String e164() {
        return e164;
    }

    /** Masked, for whatever prints it. */
    @Override
    public String toString() {
        return "+••••";
    }

    /** Without its plus, the country code 62 would be read as an area code. */
    private static String international(String typed) {
        var digits = typed.strip();
        return digits.startsWith("62") ? "+" + digits : digits;
    }
}
