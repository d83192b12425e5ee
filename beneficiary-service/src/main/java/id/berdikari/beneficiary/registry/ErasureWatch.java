package id.berdikari.beneficiary.registry;

import java.util.UUID;

/** Watches who is forgotten, so that they are forgotten everywhere; called in that transaction. */
public interface ErasureWatch {

    void personErased(UUID personId);

    /** {@code areaCode} is what may stay known of where it was. */
    void householdErased(UUID householdId, String areaCode);
}
