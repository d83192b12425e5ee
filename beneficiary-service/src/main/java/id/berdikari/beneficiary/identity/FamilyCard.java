package id.berdikari.beneficiary.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number of a household's card (KK): district (6 digits), date of recording, serial. A family that moves gets another
 * card, yet old ones stay in use, so a difference only warns.
 */
public record FamilyCard(String digits) {
    private static final String KIND = "kk";

    @JsonCreator
    public FamilyCard {}

    /** Reads a KK number as people type it, and refuses one that cannot have been issued. */
    public static FamilyCard parse(String pointer, String typed) {
        var number = CardNumber.parse(pointer, KIND, typed);
        number.requireIssuable(pointer, KIND, number.day());
        return new FamilyCard(number.digits());
    }

    /** The kecamatan that issued it, as an area code. */
    public String districtCode() {
        return new CardNumber(digits).districtCode();
    }

    public String masked() {
        return new CardNumber(digits).masked();
    }

    @JsonValue
    @Override
    public String digits() {
        return digits;
    }

    /** Masked, for whatever prints it. */
    @Override
    public String toString() {
        return masked();
    }
}
