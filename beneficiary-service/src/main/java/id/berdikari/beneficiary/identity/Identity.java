package id.berdikari.beneficiary.identity;

import org.jspecify.annotations.Nullable;

/** What tells who somebody is. It never leaves this service, and rests only sealed. */
public record Identity(
        String fullName,
        @Nullable NationalId nik,
        @Nullable Phone phone,
        @Nullable String address) {

    /** Silent, so that no log or error can repeat it. */
    @Override
    public String toString() {
        return "Identity[hidden]";
    }
}
