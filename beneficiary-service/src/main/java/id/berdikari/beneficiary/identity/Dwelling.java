package id.berdikari.beneficiary.identity;

import org.jspecify.annotations.Nullable;

/** What tells which household it is and where exactly it lives. It never leaves this service, and rests only sealed. */
public record Dwelling(@Nullable FamilyCard familyCard, String address) {

    /** Silent, so that no log or error can repeat it. */
    @Override
    public String toString() {
        return "Dwelling[hidden]";
    }
}
